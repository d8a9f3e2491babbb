#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <optional>

#include "app/cli/command.h"
#include "app/cli/layer_options.h"
#include "app/cli/tensor_options.h"
#include "app/cli/trace_writer.h"
#include "app/text/problem_words.h"
#include "app/text/usage_errors.h"
#include "engine/arithmetic.h"
#include "engine/forward.h"
#include "engine/problem.h"
#include "engine/taps.h"

namespace convscope {
namespace {

/// About a gigabyte of JSON.
constexpr std::int64_t max_traced_taps = 10'000'000;

struct TraceOptions {
  LayerOptions layer;
  TensorOptions tensors;
  std::optional<std::int64_t> step;
  bool json = false;

  [[nodiscard]] bool wants_values() const {
    return tensors.has_input() || tensors.has_weight() || layer.has_bias_file();
  }
};

Status check_trace(const TraceOptions& options) {
  const LayerOptions::Needs needs{.input_size = !options.tensors.has_input(),
                                  .kernel_size = !options.tensors.has_weight()};
  if (Status layer = options.layer.check_usage(needs); !layer) {
    return layer;
  }
  return options.wants_values() ? options.tensors.check_usage(options.layer) : Done{};
}

/// Whether the preset has values, and they still fit the layer that flags have made of it.
bool has_values(const ChosenLayer& chosen) {
  const Preset* preset = chosen.preset;
  return preset != nullptr && preset->input && preset->input->shape() == input_shape(chosen.sized) &&  //
         preset->weight && preset->weight->shape() == weight_shape(chosen.sized.layer);
}

Result<Traced> load(const TraceOptions& options) {
  const Result<ChosenLayer> result = options.layer.choose();
  if (!result) {
    return result.error();
  }
  const ChosenLayer& chosen = result.value();
  if (!options.wants_values()) {
    if (const std::vector<Problem> problems = validate(chosen.sized); !problems.empty()) {
      return text::invalid_layer(problems);
    }
    if (!has_values(chosen)) {
      return Traced{chosen.sized, std::nullopt};
    }
  }
  Result<LayerTensors> tensors = options.tensors.load(chosen);
  if (!tensors) {
    return tensors.error();
  }
  const SizedLayer sized = tensors.value().sized;
  return Traced{sized, std::move(tensors).value()};
}

Status run_trace(const TraceOptions& options, std::ostream& out) {
  const Result<Traced> loaded = load(options);
  if (!loaded) {
    return loaded.error();
  }
  const Traced& traced = loaded.value();
  const std::int64_t steps = step_count(traced.sized);
  const std::int64_t first = options.step.value_or(0);
  const std::int64_t last = options.step.value_or(steps - 1);
  if (first < 0 || last >= steps) {
    return text::no_such_step(first, steps);
  }
  const std::int64_t taps = options.step ? tap_count(traced.sized, output_of_step(traced.sized, first))
                                         : std::max(cells_read(traced.sized), steps);
  if (taps > max_traced_taps) {
    return text::trace_too_long(taps, max_traced_taps, options.step.has_value());
  }
  if (traced.tensors && traced.tensors->input.shape().batch != 1) {
    return text::trace_of_a_batch("--input", traced.tensors->input.shape().batch);
  }
  if (options.json) {
    write_json_trace(traced, first, last, out);
  } else {
    write_text_trace(traced, first, last, out);
  }
  return Done{};
}

}  // namespace

Command add_trace_command(CLI::App& app) {
  CLI::App* parser =
      app.add_subcommand("trace",
                         "Print the taps of each step: which input cell, or padding, meets which weight.\n"
                         "With values, from --input and --weight or from a preset that has them, also their products.");
  const auto options = std::make_shared<TraceOptions>();
  options->layer.add_to(*parser, LayerOptions::Bias::flag_or_file);
  options->tensors.add_to(*parser);
  parser->add_option("--step", options->step, "Print one step, counted from 0, row by row and channel by channel")
      ->type_name("I");
  parser->add_flag("--json", options->json, "Print JSON");
  return {parser, [options] { return check_trace(*options); },
          [options](std::ostream& out) { return run_trace(*options, out); }};
}

}  // namespace convscope
