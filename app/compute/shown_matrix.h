#pragma once

#include <cstdint>
#include <memory>

#include "app/compute/shown_tensor.h"
#include "app/document/document.h"

namespace convscope {

/// A matrix beside the grids: values as a tensor (1, 1, rows, columns), NaN where C has no entry.
struct ShownMatrix {
  std::int64_t rows = 0;
  std::int64_t columns = 0;
  ShownTensor values;                     ///< No tensor: it has more than max_matrix_elements.
  std::shared_ptr<const Tensor> weights;  ///< Of C: which weight, ky·kW + kx, NaN where there is no entry.
};
inline constexpr std::int64_t max_matrix_elements = std::int64_t{1} << 22;

/// That of the view's form, which is one.
[[nodiscard]] ShownMatrix shown_matrix(const Document& document);

/// How many elements it has; 0 where none is shown, or they are too many to be.
[[nodiscard]] std::int64_t matrix_elements(const Document& document);

}  // namespace convscope
