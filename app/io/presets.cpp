#include "app/io/presets.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/io/json.h"
#include "app/io/layer_json.h"
#include "embedded/io.h"
#include "engine/check.h"
#include "engine/forward.h"
#include "engine/problem.h"

namespace convscope {
namespace {

using nlohmann::json;

/// The numbers of nested arrays, outermost first.
void append_numbers(const json& value, std::vector<float>& numbers) {
  if (!value.is_array()) {
    numbers.push_back(value.get<float>());
    return;
  }
  for (const json& element : value) {
    append_numbers(element, numbers);
  }
}

std::vector<float> numbers_of(const json& preset, const char* key) {
  std::vector<float> numbers;
  if (preset.contains(key)) {
    append_numbers(preset[key], numbers);
  }
  return numbers;
}

std::optional<Tensor> tensor_of(const json& preset, const char* key, const Shape& shape) {
  std::vector<float> numbers = numbers_of(preset, key);
  if (numbers.empty()) {
    return std::nullopt;
  }
  return Tensor(shape, std::move(numbers));
}

Preset preset_from_json(const json& object) {
  Preset preset;
  preset.name = object.at("name").get<std::string>();
  const Result<Layer> layer = layer_from_json(object.at("layer"), preset.name);
  CHECK_EQ(layer.ok() ? "" : layer.error().what.english(), "");
  preset.sized.layer = layer.value();
  preset.sized.input_size = {object.at("input_size").at(0), object.at("input_size").at(1)};
  CHECK_EQ(is_valid(preset.sized), true);
  preset.input = tensor_of(object, "input", input_shape(preset.sized));
  preset.weight = tensor_of(object, "weight", weight_shape(preset.sized.layer));
  preset.bias = numbers_of(object, "bias");
  return preset;
}

std::vector<Preset> load() {
  const Result<json> file = parse_json(embedded::assets_presets_json, "assets/presets.json");
  CHECK_EQ(file.ok() ? "" : file.error().what.english(), "");
  std::vector<Preset> list;
  for (const json& object : file.value()) {
    list.push_back(preset_from_json(object));
  }
  return list;
}

}  // namespace

const std::vector<Preset>& presets() {
  static const std::vector<Preset> list = load();
  return list;
}

const Preset* find_preset(std::string_view name) {
  const auto found = std::ranges::find(presets(), name, &Preset::name);
  return found == presets().end() ? nullptr : &*found;
}

}  // namespace convscope
