#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "app/document/preset.h"
#include "engine/layer.h"
#include "engine/tensor.h"

namespace convscope {

/// How the grids are laid out (DESIGN.md, "Pictures").
enum class Look { flat, oblique };
enum class Theme { light, dark };

/// What is chosen about the picture, apart from the layer and its values.
struct View {
  Look look = Look::flat;
  Theme theme = Theme::light;
  std::int64_t input_channel = 0;  ///< Which channel of the group lies in front; taken modulo the group's depth.
  bool numbers_when_oblique = false;
  bool operator==(const View&) const = default;
};

/// All that is shown and will be saved: a value. Tensors are shared and never changed in place, so a copy is cheap and
/// an equal pointer means equal values.
struct Document {
  std::string preset;  ///< The preset that it still equals, or empty.
  SizedLayer sized;    ///< Always valid.
  std::shared_ptr<const Tensor> input;
  std::shared_ptr<const Tensor> weight;
  std::vector<float> bias;  ///< out_channels values; not used while the layer has bias off
  View view;
};

/// A document on a preset. Values that the preset leaves out are samples; the view is kept from `view`.
[[nodiscard]] Document make_document(const Preset& preset, const View& view = {});

/// The document with another valid layer or input size. Values stay where they still have a place; new places get
/// samples.
[[nodiscard]] Document with_layer(const Document& document, const SizedLayer& sized);

/// The bias in force: empty when the layer has none.
[[nodiscard]] std::span<const float> active_bias(const Document& document);

}  // namespace convscope
