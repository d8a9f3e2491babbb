#pragma once

#include <array>
#include <cstdint>

#include "engine/size.h"

namespace convscope {

enum class Op { conv2d, conv_transpose2d, max_pool2d, avg_pool2d };
inline constexpr std::array ops{Op::conv2d, Op::conv_transpose2d, Op::max_pool2d, Op::avg_pool2d};

/// What padding cells hold: zeros, or copies of input cells: mirrored at the edge cell (which is not repeated), the
/// edge cell itself, or those of the other side. Pools have `zeros`, which max_pool2d reads as −∞.
enum class PaddingMode { zeros, reflect, replicate, circular };
inline constexpr std::array padding_modes{PaddingMode::zeros, PaddingMode::reflect, PaddingMode::replicate,
                                          PaddingMode::circular};

/// How much is padded: by numbers, or by PyTorch's words ("same" keeps the size at stride 1, "valid" pads nothing).
enum class PaddingRule { amounts, same, valid };

/// A layer with PyTorch's names and defaults (torch.nn.Conv2d, ConvTranspose2d, MaxPool2d, AvgPool2d). Any values may
/// stand here; `validate` judges them. What an op does not have and could not change its result is not read: groups,
/// bias and flip_kernel of pools.
struct Layer {
  Op op = Op::conv2d;
  std::int64_t in_channels = 1;
  std::int64_t out_channels = 1;
  Size kernel_size{3, 3};
  Size stride{1, 1};
  PaddingRule padding_rule = PaddingRule::amounts;
  Sides padding{};      ///< Read when padding_rule is `amounts`; ask `resolved_padding` for what is in force.
  Size dilation{1, 1};  ///< 1 is dense.
  std::int64_t groups = 1;
  bool bias = true;
  PaddingMode padding_mode = PaddingMode::zeros;
  Size output_padding{0, 0};  ///< Rows and columns that conv_transpose2d adds to its output, at the end.
  bool flip_kernel = false;   ///< The mathematician's convolution: both axes of the weight reversed.
  bool operator==(const Layer&) const = default;
};

/// A layer and the (height, width) of the input that it is applied to: the question behind every picture.
struct SizedLayer {
  Layer layer;
  Size input_size{5, 5};
  bool operator==(const SizedLayer&) const = default;
};

[[nodiscard]] constexpr bool is_pool(Op op) { return op == Op::max_pool2d || op == Op::avg_pool2d; }

/// Whether a bias is added to the output: pools have none.
[[nodiscard]] constexpr bool has_bias(const Layer& layer) { return layer.bias && !is_pool(layer.op); }

/// The groups in force: 1 for pools, whose channels never mix.
[[nodiscard]] constexpr std::int64_t group_count(const Layer& layer) { return is_pool(layer.op) ? 1 : layer.groups; }

/// The padding in force. "same" splits d·(k−1) per axis and puts an odd one after, as torch.nn.Conv2d does. Defined for
/// any values: a kernel_size or dilation out of its range counts as the nearest that is in it.
[[nodiscard]] Sides resolved_padding(const Layer& layer);

/// Cells that a dilated kernel spans, per axis: d·(k−1) + 1. Defined for any values, as resolved_padding is.
[[nodiscard]] Size effective_kernel_size(const Layer& layer);

}  // namespace convscope
