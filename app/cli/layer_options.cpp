#include "app/cli/layer_options.h"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "app/cli/layer_flags.h"
#include "app/cli/parse_values.h"
#include "app/io/presets.h"
#include "app/text/names.h"
#include "app/text/usage_errors.h"

namespace convscope {
namespace {

std::vector<std::string> preset_names() {
  std::vector<std::string> names;
  std::ranges::transform(presets(), std::back_inserter(names), &Preset::name);
  return names;
}

}  // namespace

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
  const auto add_flag = [&](const LayerFlag& flag) {
    add(flag.name, flag.type, flag.help)->check([flag](const std::string& value) {
      ChosenLayer scratch;
      return flag.apply(scratch, value) ? std::string() : text::bad_value(value, flag.expected);
    });
  };
  add("--layer", "FILE.json", "Read the layer from a file");
  add("--preset", "NAME", "Take a preset's layer and input size");
  add("--session", "FILE", "Take a saved session's layer, input size and values");
  std::ranges::for_each(parameter_flags(), add_flag);
  add_flag(bias == Bias::flag ? bias_flag() : bias_flag_or_file());
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
                                 [](const Assignment& assignment) { return assignment.flag == bias_flag().name; });
  return last != assignments_.rend() && !parse_flag(last->value);
}

Result<ChosenLayer> LayerOptions::choose() const {
  ChosenLayer chosen;
  for (const auto& [flag, value] : assignments_) {
    if (flag == "--layer") {
      if (const Status taken = take_layer_file(chosen, value); !taken) {
        return taken.error();
      }
    } else if (flag == "--preset") {
      take_preset(chosen, *find_preset(value));
    } else if (flag == "--session") {
      if (const Status taken = take_session(chosen, value); !taken) {
        return taken.error();
      }
    } else {
      layer_flag(flag).apply(chosen, value);
    }
  }
  if (chosen.bias_file) {
    chosen.sized.layer.bias = true;
  }
  complete_pool(chosen);
  return chosen;
}

}  // namespace convscope
