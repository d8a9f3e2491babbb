#pragma once

#include <cstdint>

#include "engine/layer.h"

namespace convscope {

/// The output size along one axis, with every intermediate value.
/// out = ⌊(in + p_before + p_after − d·(k−1) − 1) / s⌋ + 1
/// (PyTorch documentation, torch.nn.Conv2d, "Shape"; Dumoulin & Visin 2016, relationship 6 and section 5.1 for
/// dilation)
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
  std::int64_t output = 0;  ///< quotient + 1
  bool operator==(const AxisArithmetic&) const = default;
};

struct OutputArithmetic {
  AxisArithmetic height;
  AxisArithmetic width;
  bool operator==(const OutputArithmetic&) const = default;
};

/// The arithmetic of a layer whose per-axis parameters lie in their ranges: at least 1 (padding: 0), at most
/// max_parameter. A kernel larger than its padded input gives a negative numerator and an output below 1; `validate`
/// reports it.
[[nodiscard]] OutputArithmetic output_arithmetic(const SizedLayer& sized);

/// (height, width) of the output. Requires a valid layer.
[[nodiscard]] Size output_size(const SizedLayer& sized);

/// out_channels · (in_channels / groups) · kH · kW, and out_channels more with bias. Requires a valid layer.
[[nodiscard]] std::int64_t parameter_count(const Layer& layer);

/// Multiply-accumulates of one forward pass, padding counted: out elements · (in_channels / groups) · kH · kW, which is
/// at most max_elements². Requires a valid layer.
[[nodiscard]] std::int64_t multiply_accumulates(const SizedLayer& sized);

}  // namespace convscope
