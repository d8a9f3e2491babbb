#include "app/cli/layer_options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "app/cli/parse_values.h"
#include "app/io/json.h"
#include "app/io/layer_json.h"
#include "app/io/presets.h"
#include "app/text/names.h"
#include "app/text/usage_errors.h"

namespace convscope {
namespace {

/// Takes a flag's value into the layer; false when it cannot be read.
using Apply = bool (*)(ChosenLayer& chosen, std::string_view value);

template <typename Parsed, typename Target>
bool assign(const std::optional<Parsed>& parsed, Target& target) {
  if (parsed) {
    target = *parsed;
  }
  return parsed.has_value();
}

struct Flag {
  const char* name;
  const char* type;
  const char* help;
  const char* expected;  ///< What a value that can be read is.
  Apply apply;
};

constexpr const char* number = "a whole number";
constexpr const char* size = "a whole number or HEIGHTxWIDTH";

constexpr std::array parameter_flags{
    Flag{"--input-size", "HxW", "Height and width of the input", size,
         [](ChosenLayer& chosen, std::string_view value) {
           chosen.says_input_size = true;
           return assign(parse_size(value), chosen.sized.input_size);
         }},
    Flag{"--op", "NAME", "Kind of layer: conv2d (default), conv_transpose2d, max_pool2d or avg_pool2d",
         "conv2d, conv_transpose2d, max_pool2d or avg_pool2d",
         [](ChosenLayer& chosen, std::string_view value) {
           return assign(text::op_named(value), chosen.sized.layer.op);
         }},
    Flag{"--in-channels", "N", "Channels of the input (default 1)", number,
         [](ChosenLayer& chosen, std::string_view value) {
           chosen.says_in_channels = true;
           return assign(parse_integer(value), chosen.sized.layer.in_channels);
         }},
    Flag{"--out-channels", "N", "Channels of the output: filters (default 1)", number,
         [](ChosenLayer& chosen, std::string_view value) {
           chosen.says_out_channels = true;
           return assign(parse_integer(value), chosen.sized.layer.out_channels);
         }},
    Flag{"--kernel-size", "HxW", "Height and width of the kernel", size,
         [](ChosenLayer& chosen, std::string_view value) {
           chosen.says_kernel_size = true;
           return assign(parse_size(value), chosen.sized.layer.kernel_size);
         }},
    Flag{"--stride", "HxW", "Cells from one window to the next (default 1; of pools the kernel size)", size,
         [](ChosenLayer& chosen, std::string_view value) {
           chosen.says_stride = true;
           return assign(parse_size(value), chosen.sized.layer.stride);
         }},
    Flag{"--padding", "HxW", "Cells added at each side (default 0); also TOP,BOTTOM,LEFT,RIGHT, same or valid",
         "a whole number, HEIGHTxWIDTH, TOP,BOTTOM,LEFT,RIGHT, same or valid",
         [](ChosenLayer& chosen, std::string_view value) {
           const std::optional<ParsedPadding> padding = parse_padding(value);
           if (padding) {
             chosen.sized.layer.padding_rule = padding->rule;
             chosen.sized.layer.padding = padding->amounts;
           }
           return padding.has_value();
         }},
    Flag{"--padding-mode", "NAME", "What padding holds: zeros (default), reflect, replicate or circular",
         "zeros, reflect, replicate or circular",
         [](ChosenLayer& chosen, std::string_view value) {
           return assign(text::padding_mode_named(value), chosen.sized.layer.padding_mode);
         }},
    Flag{"--output-padding", "HxW", "Rows and columns added to the output of conv_transpose2d (default 0)", size,
         [](ChosenLayer& chosen, std::string_view value) {
           return assign(parse_size(value), chosen.sized.layer.output_padding);
         }},
    Flag{"--flip-kernel", "BOOL", "Whether the kernel is turned round: true or false (default)", "true or false",
         [](ChosenLayer& chosen, std::string_view value) {
           return assign(parse_flag(value), chosen.sized.layer.flip_kernel);
         }},
    Flag{"--dilation", "HxW", "Distance of the kernel's cells (default 1: dense)", size,
         [](ChosenLayer& chosen, std::string_view value) {
           return assign(parse_size(value), chosen.sized.layer.dilation);
         }},
    Flag{"--groups", "N", "Groups that channels are divided into (default 1)", number,
         [](ChosenLayer& chosen, std::string_view value) {
           return assign(parse_integer(value), chosen.sized.layer.groups);
         }},
};

constexpr Flag bias_flag{
    "--bias", "BOOL", "Whether a bias is added: true (default) or false", "true or false",
    [](ChosenLayer& chosen, std::string_view value) { return assign(parse_flag(value), chosen.sized.layer.bias); }};

constexpr Flag bias_flag_or_file{
    "--bias", "FILE.npy", "The bias (out_channels,); or true (default: zeros, unless the preset has values) or false",
    "a file, true or false", [](ChosenLayer& chosen, std::string_view value) {
      chosen.bias_file.reset();
      if (!assign(parse_flag(value), chosen.sized.layer.bias)) {
        chosen.bias_file = value;
      }
      return true;
    }};

/// The flag of a name. --bias is read as `flag_or_file` does: what it may not take was refused when it was parsed.
Apply apply_of(std::string_view name) {
  const auto flag = std::ranges::find(parameter_flags, name, &Flag::name);
  return flag == parameter_flags.end() ? bias_flag_or_file.apply : flag->apply;
}

std::vector<std::string> preset_names() {
  std::vector<std::string> names;
  std::ranges::transform(presets(), std::back_inserter(names), &Preset::name);
  return names;
}

/// From where values come; a session's are set behind this.
void take_values(ChosenLayer& chosen, const Preset* preset) {
  chosen.preset = preset;
  chosen.session = nullptr;
  chosen.session_values = nullptr;
}

Status take_file(ChosenLayer& chosen, const std::string& file) {
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

}  // namespace

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

void LayerOptions::add_to(CLI::App& command, Bias bias) {
  const auto add = [&](const char* name, const char* type, const char* help) {
    const auto note = [this, flag = std::string(name)](const std::string& value) {
      assignments_.push_back({flag, value});
    };
    // Triggered for every flag at its place in the command line, so that later ones can override.
    return command.add_option_function<std::string>(name, note, help)
        ->trigger_on_parse()
        ->type_name(type)
        ->group("Layer");
  };
  const auto add_flag = [&](const Flag& flag) {
    add(flag.name, flag.type, flag.help)->check([flag](const std::string& value) {
      ChosenLayer scratch;
      return flag.apply(scratch, value) ? std::string() : text::bad_value(value, flag.expected);
    });
  };
  add("--layer", "FILE.json", "Read the layer from a file");
  add("--preset", "NAME", "Take a preset's layer and input size");
  add("--session", "FILE", "Take a saved session's layer, input size and values");
  std::ranges::for_each(parameter_flags, add_flag);
  add_flag(bias == Bias::flag ? bias_flag : bias_flag_or_file);
}

bool LayerOptions::gives(std::string_view flag) const {
  return std::ranges::find(assignments_, flag, &Assignment::flag) != assignments_.end();
}

bool LayerOptions::flags_say_pool() const {
  const auto last = std::find_if(assignments_.rbegin(), assignments_.rend(),
                                 [](const Assignment& assignment) { return assignment.flag == "--op"; });
  const std::optional<Op> op = last == assignments_.rend() ? std::nullopt : text::op_named(last->value);
  return op && is_pool(*op);
}

bool LayerOptions::may_be_pool() const { return flags_say_pool() || gives("--layer") || gives("--session"); }

Status LayerOptions::check_usage(Needs needs) const {
  for (const Assignment& assignment : assignments_) {
    if (assignment.flag == "--preset" && find_preset(assignment.value) == nullptr) {
      return text::unknown_preset(assignment.value, preset_names());
    }
  }
  const bool needs_kernel_size = needs.kernel_size || (needs.kernel_size_of_pool && flags_say_pool());
  if (needs_kernel_size && !gives_whole_layer() && !gives("--kernel-size")) {
    return assignments_.empty() ? text::no_layer() : text::missing_flag("--kernel-size", "3x3");
  }
  if (needs.input_size && !gives("--preset") && !gives("--session") && !gives("--input-size")) {
    return text::missing_flag("--input-size", "7x7");
  }
  return Done{};
}

const LayerOptions::Assignment* LayerOptions::whole_layer() const {
  const auto is_whole = [](const Assignment& a) {
    return a.flag == "--layer" || a.flag == "--preset" || a.flag == "--session";
  };
  const auto last = std::find_if(assignments_.rbegin(), assignments_.rend(), is_whole);
  return last == assignments_.rend() ? nullptr : &*last;
}

bool LayerOptions::gives_whole_layer() const { return whole_layer() != nullptr; }

bool LayerOptions::brings_input() const {
  const Assignment* last = whole_layer();
  return last != nullptr &&
         (last->flag == "--session" || (last->flag == "--preset" && find_preset(last->value)->input));
}

bool LayerOptions::brings_weight() const {
  const Assignment* last = whole_layer();
  return last != nullptr &&
         (last->flag == "--session" || (last->flag == "--preset" && find_preset(last->value)->weight));
}

bool LayerOptions::has_bias_file() const {
  const auto last = std::find_if(assignments_.rbegin(), assignments_.rend(),
                                 [](const Assignment& assignment) { return assignment.flag == bias_flag.name; });
  return last != assignments_.rend() && !parse_flag(last->value);
}

Result<ChosenLayer> LayerOptions::choose() const {
  ChosenLayer chosen;
  for (const auto& [flag, value] : assignments_) {
    if (flag == "--layer") {
      if (const Status taken = take_file(chosen, value); !taken) {
        return taken.error();
      }
    } else if (flag == "--preset") {
      take_preset(chosen, *find_preset(value));
    } else if (flag == "--session") {
      if (const Status taken = take_session(chosen, value); !taken) {
        return taken.error();
      }
    } else {
      apply_of(flag)(chosen, value);
    }
  }
  if (chosen.bias_file) {
    chosen.sized.layer.bias = true;
  }
  complete_pool(chosen);
  return chosen;
}

}  // namespace convscope
