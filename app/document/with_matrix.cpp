#include "app/document/with_matrix.h"

#include <algorithm>

#include "app/text/matrix_errors.h"
#include "app/text/problem_words.h"
#include "engine/forward.h"
#include "engine/problem.h"

namespace convscope {
namespace {

/// Rows and columns of the matrix's planes.
Size plane_size(const ParsedMatrix& matrix) {
  const std::size_t rank = matrix.shape.size();
  return {rank == 1 ? 1 : matrix.shape[rank - 2], matrix.shape[rank - 1]};
}

/// The numbers in all places of the shape, repeated over the outer places that the matrix does not have.
Tensor repeated(const ParsedMatrix& matrix, const Shape& shape) {
  Tensor tensor(shape);
  for (std::size_t i = 0; i < tensor.values().size(); ++i) {
    tensor.values()[i] = matrix.values[i % matrix.values.size()];
  }
  return tensor;
}

bool fits(const ParsedMatrix& matrix, const Shape& shape) {
  const std::size_t rank = matrix.shape.size();
  return plane_size(matrix) == Size{shape.height, shape.width} &&
         (rank < 3 || matrix.shape[rank - 3] == shape.channels) && (rank < 4 || matrix.shape[0] == shape.batch);
}

Result<Document> with_bias(const Document& document, const ValuePart& part, const ParsedMatrix& matrix) {
  const Shape shape = value_shape(document, ValueTarget::bias);
  const auto count = std::ssize(matrix.values);
  if (count != shape.channels && !(count == 1 && part.channel)) {
    return text::matrix_does_not_fit(matrix.shape, text::values_of_bias(shape.channels));
  }
  return with_values(document, part, repeated(matrix, shape));
}

}  // namespace

Result<Document> with_matrix(const Document& document, const ValuePart& part, const ParsedMatrix& matrix) {
  if (part.target == ValueTarget::bias) {
    return with_bias(document, part, matrix);
  }
  SizedLayer sized = document.sized;
  (part.target == ValueTarget::input ? sized.input_size : sized.layer.kernel_size) = plane_size(matrix);
  if (const std::vector<Problem> problems = validate(sized); !problems.empty()) {
    return text::invalid_layer(problems);
  }
  const Shape shape = part.target == ValueTarget::input ? input_shape(sized) : weight_shape(sized.layer);
  if (!fits(matrix, shape)) {
    const std::vector<std::int64_t> whole =
        part.target == ValueTarget::input
            ? std::vector<std::int64_t>{shape.channels, shape.height, shape.width}
            : std::vector<std::int64_t>{shape.batch, shape.channels, shape.height, shape.width};
    return text::matrix_does_not_fit(matrix.shape, text::plane_or_tensor(whole));
  }
  return with_values(with_layer(document, sized), part, repeated(matrix, shape));
}

}  // namespace convscope
