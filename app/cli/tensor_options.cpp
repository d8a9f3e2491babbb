#include "app/cli/tensor_options.h"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "app/io/npy.h"
#include "app/text/names.h"
#include "app/text/problem_words.h"
#include "app/text/usage_errors.h"
#include "engine/forward.h"
#include "engine/problem.h"

namespace convscope {
namespace {

/// Tensors with the names that messages give them.
struct NamedTensors {
  std::string input_name;
  NpyInput input;
  std::string weight_name;
  Tensor weight;
  std::string bias_name;
  std::vector<float> bias;
};

/// Takes what was read, or hands its error on.
template <typename T>
Status take(Result<T> read, const std::string& name, T& target, std::string& target_name) {
  if (!read) {
    return read.error();
  }
  target = std::move(read).value();
  target_name = name;
  return Done{};
}

Status load_input(const std::string& file, const Preset* preset, NamedTensors& tensors) {
  if (!file.empty()) {
    return take(read_input_npy(file), file, tensors.input, tensors.input_name);
  }
  if (preset == nullptr || !preset->input) {
    return text::missing_tensor("--input");
  }
  tensors.input_name = tensor_name(*preset, "input");
  tensors.input = {*preset->input, 3};
  return Done{};
}

Status load_weight(const std::string& file, const Layer& layer, const Preset* preset, NamedTensors& tensors) {
  if (is_pool(layer.op)) {
    return file.empty() ? Status(Done{}) : text::pool_has_no(text::name(layer.op), "--weight");
  }
  if (file.empty() && (preset == nullptr || !preset->weight)) {
    return text::missing_tensor("--weight");
  }
  if (!file.empty()) {
    return take(read_weight_npy(file), file, tensors.weight, tensors.weight_name);
  }
  if (preset == nullptr || !preset->weight) {
    return text::missing_tensor("--weight");
  }
  tensors.weight_name = tensor_name(*preset, "weight");
  tensors.weight = *preset->weight;
  return Done{};
}

/// A preset's bias goes with its weight: `preset` is null where the weight is another.
Status load_bias(const ChosenLayer& chosen, const Preset* preset, NamedTensors& tensors) {
  const std::optional<std::string>& file = chosen.bias_file;
  const Op op = chosen.sized.layer.op;
  if (file && is_pool(op)) {
    return text::pool_has_no(text::name(op), "--bias FILE.npy");
  }
  if (file) {
    return take(read_bias_npy(*file), *file, tensors.bias, tensors.bias_name);
  }
  if (preset != nullptr && !is_pool(op)) {
    tensors.bias_name = tensor_name(*preset, "bias");
    tensors.bias = preset->bias;
  }
  return Done{};
}

/// What was not said is what the tensors say.
SizedLayer completed(ChosenLayer chosen, const NamedTensors& tensors) {
  SizedLayer& sized = chosen.sized;
  const Shape& input = tensors.input.tensor.shape();
  const Shape& weight = tensors.weight.shape();
  if (!chosen.says_input_size) {
    sized.input_size = {input.height, input.width};
  }
  if (!chosen.says_in_channels) {
    sized.layer.in_channels = input.channels;
  }
  if (is_pool(sized.layer.op)) {
    complete_pool(chosen);
    return sized;
  }
  if (!chosen.says_out_channels) {
    const bool transposed = sized.layer.op == Op::conv_transpose2d;
    sized.layer.out_channels =
        transposed ? weight.channels * std::clamp<std::int64_t>(sized.layer.groups, 1, max_parameter) : weight.batch;
  }
  if (!chosen.says_kernel_size) {
    sized.layer.kernel_size = {weight.height, weight.width};
  }
  return sized;
}

Status check_fit(const SizedLayer& sized, const NamedTensors& tensors) {
  const Layer& layer = sized.layer;
  const Shape& input = tensors.input.tensor.shape();
  if (input.channels != layer.in_channels) {
    return text::wrong_in_channels(tensors.input_name, input, layer.in_channels);
  }
  if (Size{input.height, input.width} != sized.input_size) {
    return text::wrong_input_size(tensors.input_name, input, sized.input_size);
  }
  if (const std::vector<Problem> problems = validate(sized); !problems.empty()) {
    return text::invalid_layer(problems);
  }
  if (tensors.weight.shape() != weight_shape(layer)) {
    return text::wrong_weight(tensors.weight_name, tensors.weight.shape(), layer.op, weight_shape(layer));
  }
  const auto out_channels = static_cast<std::size_t>(layer.out_channels);
  if (layer.bias && !tensors.bias.empty() && tensors.bias.size() != out_channels) {
    return text::wrong_bias(tensors.bias_name, tensors.bias.size(), layer.out_channels);
  }
  return Done{};
}

}  // namespace

void TensorOptions::add_to(CLI::App& command) {
  command.add_option("--input", input_, "The input, (C,H,W) or (N,C,H,W); without it, the preset's values")
      ->type_name("FILE.npy")
      ->group("Values");
  command
      .add_option("--weight", weight_,
                  "The weight, (out_channels, in_channels / groups, kH, kW), of conv_transpose2d (in_channels, "
                  "out_channels / groups, kH, kW); without it, the preset's values. Pools have none")
      ->type_name("FILE.npy")
      ->group("Values");
}

Status TensorOptions::check_usage(const LayerOptions& layer) const {
  if (!has_input() && !layer.brings_input()) {
    return text::missing_tensor("--input");
  }
  if (!has_weight() && !layer.may_be_pool() && !layer.brings_weight()) {
    return text::missing_tensor("--weight");
  }
  return Done{};
}

Result<LayerTensors> TensorOptions::load(const ChosenLayer& chosen) const {
  NamedTensors tensors;
  if (const Status status = load_input(input_, chosen.preset, tensors); !status) {
    return status.error();
  }
  if (const Status status = load_weight(weight_, chosen.sized.layer, chosen.preset, tensors); !status) {
    return status.error();
  }
  const Preset* bias_source = has_weight() ? nullptr : chosen.preset;
  if (const Status status = load_bias(chosen, bias_source, tensors); !status) {
    return status.error();
  }

  const SizedLayer sized = completed(chosen, tensors);
  if (const Status status = check_fit(sized, tensors); !status) {
    return status.error();
  }
  if (!sized.layer.bias) {
    tensors.bias.clear();
  }
  return LayerTensors{sized, std::move(tensors.input.tensor), tensors.input.rank, std::move(tensors.weight),
                      std::move(tensors.bias)};
}

}  // namespace convscope
