#pragma once

#include <cstdint>

#include "engine/size.h"

namespace convscope {

enum class Op { conv2d };

/// What padding cells hold.
enum class PaddingMode { zeros };

/// How much is padded: by numbers, or by PyTorch's words ("same" keeps the size at stride 1, "valid" pads nothing).
enum class PaddingRule { amounts, same, valid };

/// A layer with PyTorch's names and defaults (torch.nn.Conv2d). Any values may stand here; `validate` judges them.
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
  bool operator==(const Layer&) const = default;
};

/// A layer and the (height, width) of the input that it is applied to: the question behind every picture.
struct SizedLayer {
  Layer layer;
  Size input_size{5, 5};
  bool operator==(const SizedLayer&) const = default;
};

/// The padding in force. "same" splits d·(k−1) per axis and puts an odd one after, as torch.nn.Conv2d does. Defined for
/// any values: a kernel_size or dilation out of its range counts as the nearest that is in it.
[[nodiscard]] Sides resolved_padding(const Layer& layer);

/// Cells that a dilated kernel spans, per axis: d·(k−1) + 1. Defined for any values, as resolved_padding is.
[[nodiscard]] Size effective_kernel_size(const Layer& layer);

}  // namespace convscope
