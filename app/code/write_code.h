#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "app/text/phrase.h"
#include "engine/layer.h"
#include "engine/tensor.h"

namespace convscope {

/// What a layer can be written for. keras is TensorFlow's; onnx writes a node's attributes by Python's onnx.helper.
enum class Framework { pytorch, keras, jax, onnx, numpy };
inline constexpr std::array frameworks{Framework::pytorch, Framework::keras, Framework::jax, Framework::onnx,
                                       Framework::numpy};

/// "pytorch": the same in every language, for flags and files.
[[nodiscard]] std::string_view name(Framework framework);
[[nodiscard]] std::optional<Framework> framework_named(std::string_view name);

/// The numbers that a layer works on. A tensor that is null, or a bias that is empty, is not known.
struct LayerValues {
  const Tensor* input = nullptr;   ///< (1, in_channels, H, W)
  const Tensor* weight = nullptr;  ///< As weight_shape says.
  std::span<const float> bias;     ///< out_channels values
};

/// A tensor of more values is not written out: 16 × 16.
inline constexpr std::int64_t most_written_values = 256;

/// The layer as a Python program that computes `y` from `x`; ONNX: that builds `model`. Tensors that are known and have
/// at most `most_values` values stand in it as numbers, all others are random. Comments say what the framework cannot
/// express, and what stands in for it, in a language. Requires a valid layer, and values that fit it.
[[nodiscard]] std::string write_code(text::Language language, Framework framework, const SizedLayer& sized,
                                     const LayerValues& values = {}, std::int64_t most_values = most_written_values);

}  // namespace convscope
