#include "app/cli/trace_writer.h"

#include <fmt/format.h>
#include <fmt/ostream.h>

#include "app/cli/json_output.h"
#include "engine/forward.h"

namespace convscope {
namespace {

/// What the products of a step add up to.
struct StepValue {
  float bias = 0;
  float output = 0;
};

std::optional<StepValue> step_value(const Traced& traced, const Index& output) {
  if (!traced.tensors) {
    return std::nullopt;
  }
  const LayerTensors& tensors = *traced.tensors;
  const float bias = tensors.bias.empty() ? 0.0F : tensors.bias[static_cast<std::size_t>(output.channel)];
  return StepValue{bias, output_value(traced.sized.layer, tensors.input, tensors.weight, tensors.bias, output)};
}

std::optional<TapValue> value_of(const Traced& traced, const Tap& tap) {
  if (!traced.tensors) {
    return std::nullopt;
  }
  return tap_value(traced.sized.layer, tap, traced.tensors->input, traced.tensors->weight);
}

void write_json_tap(const Tap& tap, const std::optional<TapValue>& value, std::ostream& out) {
  if (tap.input) {
    fmt::print(out, "{{\"input\":[{},{},{}]", tap.input->channel, tap.input->y, tap.input->x);
  } else {
    out << "{\"input\":null";
  }
  if (const auto& weight = tap.weight) {
    fmt::print(out, ",\"weight\":[{},{},{},{}]", weight->batch, weight->channel, weight->y, weight->x);
  } else {
    out << ",\"weight\":null";
  }
  if (value) {
    fmt::print(out, R"(,"value":{},"weight_value":{},"product":{})", json_number(value->value),
               json_number(value->weight), json_number(value->product));
  }
  out << '}';
}

void write_text_tap(const Tap& tap, const std::optional<TapValue>& value, std::ostream& out) {
  const std::string input =
      tap.input ? fmt::format("({}, {}, {})", tap.input->channel, tap.input->y, tap.input->x) : "padding";
  const std::string weight =
      tap.weight ? fmt::format("({}, {}, {}, {})", tap.weight->batch, tap.weight->channel, tap.weight->y, tap.weight->x)
                 : "none";
  if (value) {
    fmt::print(out, "  input {:16} weight {:16} {} · {} = {}\n", input, weight, value->value, value->weight,
               value->product);
  } else {
    fmt::print(out, "  input {:16} weight {}\n", input, weight);
  }
}

}  // namespace

void write_json_trace(const Traced& traced, std::int64_t first, std::int64_t last, std::ostream& out) {
  out << "{\"steps\":[";
  for (std::int64_t step = first; step <= last && out; ++step) {
    const Index output = output_of_step(traced.sized, step);
    const CellTaps taps(traced.sized, output);
    fmt::print(out, "{}\n{{\"output\":[{},{},{}]", step == first ? "" : ",", output.channel, output.y, output.x);
    if (const std::optional<StepValue> value = step_value(traced, output)) {
      fmt::print(out, R"(,"bias":{},"output_value":{})", json_number(value->bias), json_number(value->output));
    }
    out << ",\"taps\":[";
    for (std::int64_t number = 0; number < taps.count() && out; ++number) {
      const Tap tap = taps[number];
      out << (number == 0 ? "" : ",");
      write_json_tap(tap, value_of(traced, tap), out);
    }
    out << "]}";
  }
  out << "\n]}\n";
}

void write_text_trace(const Traced& traced, std::int64_t first, std::int64_t last, std::ostream& out) {
  for (std::int64_t step = first; step <= last && out; ++step) {
    const Index output = output_of_step(traced.sized, step);
    const CellTaps taps(traced.sized, output);
    fmt::print(out, "{}step {}: output ({}, {}, {})\n", step == first ? "" : "\n", step, output.channel, output.y,
               output.x);
    for (std::int64_t number = 0; number < taps.count() && out; ++number) {
      const Tap tap = taps[number];
      write_text_tap(tap, value_of(traced, tap), out);
    }
    if (const std::optional<StepValue> value = step_value(traced, output)) {
      if (traced.sized.layer.op == Op::max_pool2d) {
        fmt::print(out, "  the largest = {}\n", value->output);
      } else {
        fmt::print(out, "  sum of the products + bias {} = {}\n", value->bias, value->output);
      }
    }
  }
}

}  // namespace convscope
