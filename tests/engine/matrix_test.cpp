#include "engine/matrix.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <tuple>

#include "engine/forward.h"
#include "engine/gradient.h"
#include "tests/engine/random_layer.h"

namespace convscope {
namespace {

/// A layer that is linear.
SizedLayer linear_layer() {
  return *testing::valid_layer(*rc::gen::element(Op::conv2d, Op::conv_transpose2d, Op::avg_pool2d));
}

std::vector<float> to_floats(const std::vector<double>& values) { return {values.begin(), values.end()}; }

std::vector<float> to_vector(const Tensor& tensor) { return {tensor.values().begin(), tensor.values().end()}; }

/// Integers are exact; the means of avg_pool2d differ in their last bits.
bool nearly_equal(const std::vector<float>& a, const std::vector<float>& b) {
  return std::ranges::equal(a, b, [](float x, float y) { return std::abs(x - y) <= 1e-5F; });
}

/// weight · columns, group by group, without the matrix functions.
Tensor weight_times_columns(const SizedLayer& sized, const Tensor& weight, const Im2colMatrix& columns) {
  const Layer& layer = sized.layer;
  Tensor product(output_shape(sized));
  const std::int64_t rows = columns.rows / layer.groups;
  for (std::int64_t o = 0; o < layer.out_channels; ++o) {
    const std::int64_t first_row = o / (layer.out_channels / layer.groups) * rows;
    for (std::int64_t column = 0; column < columns.columns; ++column) {
      double sum = 0;
      for (std::int64_t row = 0; row < rows; ++row) {
        sum += static_cast<double>(weight.values()[static_cast<std::size_t>(o * rows + row)]) *
               columns.values[static_cast<std::size_t>((first_row + row) * columns.columns + column)];
      }
      product.values()[static_cast<std::size_t>(o * columns.columns + column)] = static_cast<float>(sum);
    }
  }
  return product;
}

RC_GTEST_PROP(SparseMatrix, TimesTheInputIsForward, ()) {
  const SizedLayer sized = linear_layer();
  const Tensor input = *testing::integer_tensor(input_shape(sized));
  const Tensor weight = *testing::integer_weight(sized.layer);
  const SparseMatrix matrix = sparse_matrix(sized);
  RC_ASSERT(static_cast<std::int64_t>(matrix.entries.size()) <= sparse_entry_limit(sized));
  RC_ASSERT(nearly_equal(to_floats(multiply(matrix, weight, input.values())),
                         to_vector(forward(sized.layer, input, weight, {}))));
}

RC_GTEST_PROP(SparseMatrix, TransposedTimesOnesIsTheGradientByInput, ()) {
  const SizedLayer sized = linear_layer();
  const Tensor input(input_shape(sized));
  const Tensor weight = *testing::integer_weight(sized.layer);
  const std::vector<float> ones(static_cast<std::size_t>(element_count(output_shape(sized))), 1.0F);
  RC_ASSERT(nearly_equal(to_floats(multiply_transposed(sparse_matrix(sized), weight, ones)),
                         to_vector(gradients_of_sum(sized.layer, input, weight).input)));
}

/// ⟨C·a, b⟩ = ⟨a, Cᵀ·b⟩
RC_GTEST_PROP(SparseMatrix, TransposedIsTheAdjoint, ()) {
  const SizedLayer sized = *testing::valid_layer(*rc::gen::element(Op::conv2d, Op::conv_transpose2d));
  const Tensor weight = *testing::integer_weight(sized.layer);
  const std::vector<float> a = to_vector(*testing::integer_tensor(input_shape(sized)));
  const std::vector<float> b = to_vector(*testing::integer_tensor(output_shape(sized)));
  const SparseMatrix matrix = sparse_matrix(sized);
  const std::vector<double> there = multiply(matrix, weight, a);
  const std::vector<double> back = multiply_transposed(matrix, weight, b);
  RC_ASSERT(std::inner_product(there.begin(), there.end(), b.begin(), 0.0) ==
            std::inner_product(back.begin(), back.end(), a.begin(), 0.0));
}

RC_GTEST_PROP(Im2col, TimesTheWeightIsForward, ()) {
  const SizedLayer sized = *testing::valid_layer(Op::conv2d);
  const Tensor input = *testing::integer_tensor(input_shape(sized));
  const Tensor weight = *testing::integer_weight(sized.layer);
  const Im2colMatrix columns = im2col(sized.layer, input);
  RC_ASSERT(im2col_element_count(sized) == columns.rows * columns.columns);
  RC_ASSERT(weight_times_columns(sized, weight, columns) == forward(sized.layer, input, weight, {}));
}

TEST(Im2col, IsLaidOutAsPyTorchsUnfold) {
  SizedLayer sized{Layer{}, {2, 3}};
  sized.layer.kernel_size = {1, 2};
  sized.layer.padding = {0, 0, 1, 0};
  // torch.nn.functional.unfold(torch.nn.functional.pad(x, (1, 0)), (1, 2))
  const Tensor input({1, 1, 2, 3}, {1, 2, 3, 4, 5, 6});
  EXPECT_EQ(im2col(sized.layer, input), (Im2colMatrix{2, 6, {0, 1, 2, 0, 4, 5, 1, 2, 3, 4, 5, 6}}));
}

TEST(Im2col, ReadsTheBatchElementThatIsAskedFor) {
  SizedLayer sized{Layer{}, {1, 1}};
  sized.layer.kernel_size = {1, 1};
  const Tensor input({2, 1, 1, 1}, {3, 5});
  EXPECT_EQ(im2col(sized.layer, input, 1).values, std::vector<float>{5});
}

TEST(SparseMatrix, OfTheGuideToConvolutionArithmetic) {
  // Dumoulin & Visin 2016, section 4.1: a 3×3 kernel over 4×4, C has 4 rows of 9 weights.
  const SparseMatrix matrix = sparse_matrix({Layer{}, {4, 4}});
  EXPECT_EQ(matrix.rows, 4);
  EXPECT_EQ(matrix.columns, 16);
  ASSERT_EQ(matrix.entries.size(), 36U);
  EXPECT_EQ(matrix.entries[9], (MatrixEntry{1, 1, Index{0, 0, 0, 0}}));
  EXPECT_EQ(matrix.entries[35], (MatrixEntry{3, 15, Index{0, 0, 2, 2}}));
}

TEST(SparseMatrix, OfATransposedLayerIsTheTransposeOfTheConvolutions) {
  SizedLayer convolution{Layer{}, {6, 5}};
  convolution.layer.stride = {2, 1};
  convolution.layer.padding = {1, 1, 1, 1};
  convolution.layer.in_channels = 2;
  convolution.layer.out_channels = 3;
  SizedLayer transposed{convolution.layer, {3, 5}};
  transposed.layer.op = Op::conv_transpose2d;
  std::swap(transposed.layer.in_channels, transposed.layer.out_channels);
  transposed.layer.output_padding = {1, 0};
  const auto places = [](const SparseMatrix& matrix, bool swapped) {
    std::vector<std::tuple<std::int64_t, std::int64_t, std::int64_t, std::int64_t>> list;
    for (const MatrixEntry& e : matrix.entries) {
      const std::int64_t weight = (e.weight->batch * 2 + e.weight->channel) * 9 + e.weight->y * 3 + e.weight->x;
      list.emplace_back(swapped ? e.column : e.row, swapped ? e.row : e.column, weight, 0);
    }
    std::ranges::sort(list);
    return list;
  };
  EXPECT_EQ(places(sparse_matrix(transposed), true), places(sparse_matrix(convolution), false));
}

TEST(Im2col, OfMaxPoolHasItsPadding) {
  SizedLayer sized{Layer{}, {1, 2}};
  sized.layer.op = Op::max_pool2d;
  sized.layer.kernel_size = {1, 2};
  sized.layer.padding = {0, 0, 1, 1};
  const std::vector<float> values = im2col(sized.layer, Tensor({1, 1, 1, 2}, {-3, -4})).values;
  constexpr float infinity = std::numeric_limits<float>::infinity();
  EXPECT_EQ(values, (std::vector<float>{-infinity, -3, -4, -3, -4, -infinity}));
}

}  // namespace
}  // namespace convscope
