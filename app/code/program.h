#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/code/write_code.h"
#include "app/text/phrase.h"
#include "engine/layer.h"
#include "engine/tensor.h"

namespace convscope {

/// What the writers of all frameworks write from. Inside app/code only.
struct Program {
  SizedLayer sized;
  LayerValues values;
  std::int64_t most_values = most_written_values;
  text::Language language = text::Language::english;  ///< Of the comments.

  [[nodiscard]] const Layer& layer() const { return sized.layer; }
};

[[nodiscard]] std::string write_pytorch(const Program& program);
[[nodiscard]] std::string write_keras(const Program& program);
[[nodiscard]] std::string write_jax(const Program& program);
[[nodiscard]] std::string write_onnx(const Program& program);
[[nodiscard]] std::string write_numpy(const Program& program);

/// The Python that they have in common.

/// "(3, 3)"
[[nodiscard]] std::string tuple(const Size& size);
/// "(1, 3, 7, 7)"
[[nodiscard]] std::string tuple(const Shape& shape);
/// "[3, 3]"
[[nodiscard]] std::string list(const Size& size);
/// "[1, 3, 7, 7]"
[[nodiscard]] std::string list(const Shape& shape);
/// "True"
[[nodiscard]] std::string boolean(bool value);

/// "# sentence\n"
[[nodiscard]] std::string comment(std::string_view sentence);
/// The same of a phrase with its values.
template <typename... Values>
[[nodiscard]] std::string comment(const Program& program, const text::Phrase& sentence, const Values&... values) {
  return comment(text::filled(program.language, sentence, values...));
}

/// `head`, the arguments with commas between them, and `tail`: at most 100 columns a line, where that can be, further
/// lines aligned behind the head.
[[nodiscard]] std::string call(std::string_view head, std::span<const std::string> arguments,
                               std::string_view tail = ")\n");

/// Nested brackets around numbers that Python reads back as the same float32; further lines go `indent` columns in.
[[nodiscard]] std::string nested(const Tensor& tensor, std::size_t indent);
[[nodiscard]] std::string nested(std::span<const float> values);

/// Whether the tensor's numbers stand in the program.
[[nodiscard]] bool is_written(const Program& program, const Tensor* tensor);

/// "(out_channels, in_channels / groups, kH, kW) = (2, 3, 3, 3)", or what the op's weight has.
[[nodiscard]] std::string weight_places(const Layer& layer);

/// What the programs that compute by NumPy's arrays begin with: `x`, `weight` turned where flip_kernel says so, and
/// `bias`, each where the layer has it.
struct NumpyValues {
  bool input = true;
  std::string_view framework;  ///< As comments name it.
};
[[nodiscard]] std::string numpy_values(const Program& program, const NumpyValues& wanted);

/// "mode" of numpy.pad, jax.numpy.pad and ONNX's Pad for a padding_mode: constant, reflect, edge, wrap.
[[nodiscard]] std::string_view pad_mode(PaddingMode mode);

/// Whether any side is padded.
[[nodiscard]] bool pads(const Sides& padding);

}  // namespace convscope
