#pragma once

#include <cstdint>

#include "engine/layer.h"

namespace convscope {

/// The output size along one axis, with every intermediate value.
/// Convolution and pooling: out = ⌊(in + p_before + p_after − d·(k−1) − 1) / s⌋ + 1
/// (PyTorch documentation, torch.nn.Conv2d, "Shape"; Dumoulin & Visin 2016, relationship 6 and section 5.1 for
/// dilation)
/// Transposed: out = (in − 1)·s − p_before − p_after + d·(k−1) + output_padding + 1
/// (torch.nn.ConvTranspose2d, "Shape"; Dumoulin & Visin 2016, relationship 14)
struct AxisArithmetic {
  std::int64_t input = 0;
  std::int64_t padding_before = 0;
  std::int64_t padding_after = 0;
  std::int64_t kernel_size = 0;
  std::int64_t dilation = 0;
  std::int64_t stride = 0;
  std::int64_t padded_input = 0;      ///< in + p_before + p_after
  std::int64_t effective_kernel = 0;  ///< d·(k−1) + 1
  std::int64_t numerator = 0;         ///< in + p_before + p_after − d·(k−1) − 1: how far the window can move
  std::int64_t quotient = 0;          ///< ⌊numerator / s⌋
  std::int64_t unread = 0;  ///< numerator mod s: rows or columns of the padded input, at its end, that are never read
  std::int64_t output = 0;  ///< quotient + 1; transposed: full_output − p_before − p_after + output_padding

  bool transposed = false;  ///< Which formula. True: padded_input, numerator, quotient and unread are 0.
  /// Of a transposed layer alone, 0 elsewhere:
  std::int64_t output_padding = 0;
  std::int64_t stretched_input = 0;  ///< (in − 1)·s + 1: the input with s − 1 empty cells between its cells
  std::int64_t full_output = 0;      ///< (in − 1)·s + d·(k−1) + 1: what the kernels cover before padding crops it
  bool operator==(const AxisArithmetic&) const = default;
};

struct OutputArithmetic {
  AxisArithmetic height;
  AxisArithmetic width;
  bool operator==(const OutputArithmetic&) const = default;
};

/// The arithmetic of a layer whose per-axis parameters lie in their ranges: at least 1 (padding: 0), at most
/// max_parameter. A kernel larger than its padded input gives a negative numerator and an output below 1, and so does a
/// padding that crops all of a transposed layer's output; `validate` reports it.
[[nodiscard]] OutputArithmetic output_arithmetic(const SizedLayer& sized);

/// (height, width) of the output. Requires a valid layer.
[[nodiscard]] Size output_size(const SizedLayer& sized);

/// out_channels · (in_channels / groups) · kH · kW, and out_channels more with bias; 0 for pools. Requires a valid
/// layer.
[[nodiscard]] std::int64_t parameter_count(const Layer& layer);

/// Multiply-accumulates of one forward pass, padding counted; at most max_elements². conv2d: output elements ·
/// (in_channels / groups) · kH · kW; conv_transpose2d: input elements · (out_channels / groups) · kH · kW, what falls
/// into the crop counted, too. 0 for pools, which multiply nothing with a weight: their cost is cells_read. Requires a
/// valid layer.
[[nodiscard]] std::int64_t multiply_accumulates(const SizedLayer& sized);

/// Cells that all windows of one forward pass read, padding counted: the multiply-accumulates, and for pools output
/// elements · kH · kW. The measure of the work of every op. Requires a valid layer.
[[nodiscard]] std::int64_t cells_read(const SizedLayer& sized);

}  // namespace convscope
