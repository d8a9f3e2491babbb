#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "app/document/preset.h"
#include "app/text/axis_order.h"
#include "engine/layer.h"
#include "engine/tensor.h"

namespace convscope {

/// How the grids are laid out (DESIGN.md, "Pictures").
enum class Look { flat, oblique, stack };
enum class Theme { light, dark, high_contrast };

/// What the colour of a cell says: nothing but whose it is; its value, around 0 or from the least to the most; which
/// weights touch it; how often it is used.
enum class Coloring { plain, diverging, sequential, weight, coverage };

/// What one tick of the animation is: an output cell, one channel of it, or one of its taps.
enum class Pace { cell, channel, tap };

/// How a transposed layer is shown: a window over the stretched, padded input, as conv_arithmetic does; or as it is
/// meant: each input cell stamps the kernel onto the output, where overlaps add up.
enum class TransposedForm { stretched, stamping };

/// The matrix beside the grids: none, the im2col columns, or C of vec(out) = C·vec(in).
enum class MatrixForm { none, im2col, sparse };

/// What the grids hold: values, or the gradients of the current output cell or of the sum of all.
enum class Flow { forward, gradient_of_cell, gradient_of_sum };

/// How the user has moved the camera, relative to the look's own.
struct CameraMove {
  float zoom = 1;   ///< Around the stage's middle.
  float pan_x = 0;  ///< Pixels at scale 1.
  float pan_y = 0;
  float yaw = 0;  ///< Degrees that the stack is turned about its upright axis and tilted towards the viewer.
  float pitch = 0;
  bool operator==(const CameraMove&) const = default;
};

/// What is chosen about the picture, apart from the layer and its values.
struct View {
  Look look = Look::flat;
  Theme theme = Theme::light;
  std::int64_t input_channel = 0;  ///< Which channel of the group lies in front; taken modulo the group's depth.
  bool numbers_when_oblique = false;
  Coloring coloring = Coloring::plain;
  Pace pace = Pace::cell;
  TransposedForm transposed = TransposedForm::stretched;
  MatrixForm matrix = MatrixForm::none;
  Flow flow = Flow::forward;
  AxisOrder axis_order = AxisOrder::channels_first;
  CameraMove camera{};
  bool operator==(const View&) const = default;
};

/// Layers behind each other, whose sizes and receptive field are asked for. Any layers: they need not be computable.
struct LayerChain {
  Size input_size{5, 5};      ///< What the first layer gets.
  std::vector<Layer> layers;  ///< At most max_chain.
  bool operator==(const LayerChain&) const = default;
};
inline constexpr std::size_t max_chain = 64;

/// All that is shown and will be saved: a value. Tensors are shared and never changed in place, so a copy is cheap and
/// an equal pointer means equal values.
struct Document {
  std::string preset;  ///< The preset that it still equals, or empty.
  SizedLayer sized;    ///< Always valid.
  std::shared_ptr<const Tensor> input;
  std::shared_ptr<const Tensor> weight;
  std::vector<float> bias;  ///< out_channels values; not used while the layer has bias off
  View view;
  LayerChain chain;
  /// The weight that a pool has no place for, until an op with one comes back. Not saved, and no part of equality.
  std::shared_ptr<const Tensor> weight_aside;
};

/// Whether all that is saved is equal. Tensors that are shared are not looked into.
[[nodiscard]] bool operator==(const Document& a, const Document& b);

/// The same by a glance: tensors are equal where they are the same.
[[nodiscard]] bool is_same(const Document& a, const Document& b);

/// Equality as far as it is found within a frame: tensors of more than glance_values are equal where they are the same.
[[nodiscard]] bool is_equal_by_glance(const Document& a, const Document& b);
inline constexpr std::size_t glance_values = std::size_t{1} << 18;

/// A document on a preset. Values that the preset leaves out are samples; the view is kept from `view`.
[[nodiscard]] Document make_document(const Preset& preset, const View& view = {});

/// The document with another valid layer or input size. Values stay where they still have a place; new places get
/// samples.
[[nodiscard]] Document with_layer(const Document& document, const SizedLayer& sized);

/// Whether the picture goes from input cell to input cell: a transposed layer that stamps, which has no backward view.
/// Otherwise it goes from output cell to output cell.
[[nodiscard]] bool is_stamping(const Document& document);

/// The bias in force: empty when the layer has none.
[[nodiscard]] std::span<const float> active_bias(const Document& document);

}  // namespace convscope
