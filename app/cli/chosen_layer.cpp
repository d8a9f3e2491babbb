#include "app/cli/chosen_layer.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "app/io/json.h"
#include "app/io/layer_json.h"
#include "app/io/presets.h"
#include "app/text/usage_errors.h"

namespace convscope {
namespace {

/// From where values come; a session's are set behind this.
void take_values(ChosenLayer& chosen, const Preset* preset) {
  chosen.preset = preset;
  chosen.session = nullptr;
  chosen.session_values = nullptr;
}

}  // namespace

Status take_layer_file(ChosenLayer& chosen, const std::string& file) {
  const Result<nlohmann::json> json = read_json_file(file);
  if (!json) {
    return json.error();
  }
  const Result<Layer> layer = layer_from_json(json.value(), file);
  if (!layer) {
    return layer.error();
  }
  chosen.sized.layer = layer.value();
  take_values(chosen, nullptr);
  chosen.says_in_channels = json.value().contains("in_channels");
  chosen.says_out_channels = json.value().contains("out_channels");
  chosen.says_kernel_size = true;
  chosen.says_stride = json.value().contains("stride");
  return Done{};
}

void take_preset(ChosenLayer& chosen, const Preset& preset) {
  chosen.sized.layer = preset.sized.layer;
  if (!chosen.says_input_size) {
    chosen.sized.input_size = preset.sized.input_size;
  }
  take_values(chosen, &preset);
  chosen.says_in_channels = true;
  chosen.says_out_channels = true;
  chosen.says_kernel_size = true;
  chosen.says_stride = true;
}

Status take_session(ChosenLayer& chosen, const std::string& file) {
  Result<Session> read = read_session(file);
  if (!read) {
    return read.error();
  }
  const auto session = std::make_shared<const Session>(std::move(read).value());
  const Document& document = session->document;
  Preset values{file, document.sized, *document.input, {}, document.bias};
  if (!is_pool(document.sized.layer.op)) {
    values.weight = *document.weight;
  }
  const auto kept = std::make_shared<const Preset>(std::move(values));
  take_preset(chosen, *kept);
  chosen.session = session;
  chosen.session_values = kept;
  return Done{};
}

std::string tensor_name(const Preset& preset, std::string_view role) {
  const bool is_preset = find_preset(preset.name) == &preset;
  return is_preset ? text::preset_tensor(preset.name, role) : text::file_tensor(preset.name, role);
}

void complete_pool(ChosenLayer& chosen) {
  Layer& layer = chosen.sized.layer;
  if (!is_pool(layer.op)) {
    return;
  }
  if (!chosen.says_stride) {
    layer.stride = layer.kernel_size;
  }
  if (!chosen.says_out_channels) {
    layer.out_channels = layer.in_channels;
  }
  layer.bias = false;
}

}  // namespace convscope
