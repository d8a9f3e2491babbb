#include "app/text/usage_errors.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/text/phrases.h"

namespace convscope::text {
namespace {

std::string shape_text(const Shape& shape) {
  return fmt::format("({}, {}, {}, {})", shape.batch, shape.channels, shape.height, shape.width);
}

}  // namespace

Error no_command(const std::vector<std::string>& commands) {
  return {"no command is given", fmt::format("the commands are {}", fmt::join(commands, ", "))};
}

Error unknown_command(std::string_view name, const std::vector<std::string>& commands) {
  return {fmt::format("\"{}\" is not a command", name), fmt::format("the commands are {}", fmt::join(commands, ", "))};
}

Error no_command_or_file(std::string_view name) {
  return {fmt::format("\"{}\" is neither a command nor a file", name), "see convscope --help"};
}

Error unknown_option(std::string_view option, const std::vector<std::string>& commands) {
  return {fmt::format("{} is not an option of convscope", option),
          fmt::format("options come behind a command: {}", fmt::join(commands, ", "))};
}

Error bad_arguments(std::string_view cause, std::string_view command) {
  const char* space = command.empty() ? "" : " ";
  return {std::string(cause), fmt::format("see convscope{}{} --help", space, command)};
}

Error unknown_preset(std::string_view name, const std::vector<std::string>& presets) {
  return {fmt::format("--preset: there is no preset \"{}\"", name),
          fmt::format("choose one of {}", fmt::join(presets, ", "))};
}

Error no_layer() {
  return {"no layer is given",
          "add --layer FILE.json, --preset NAME, --session FILE, or the layer's flags, as --kernel-size 3x3"};
}

Error missing_flag(std::string_view flag, std::string_view example) {
  return {fmt::format("{} is missing", flag), fmt::format("add it, as {} {}", flag, example)};
}

Error missing_tensor(std::string_view flag) {
  return {
      fmt::format("{} is missing", flag),
      fmt::format("add {} FILE.npy, or choose a preset that has values, as --preset numerical_padding_strides", flag)};
}

Error pool_has_no(std::string_view op, std::string_view what) {
  return {filled(message::pool_takes_no, op, what), message::leave_it_out};
}

std::string bad_value(std::string_view found, std::string_view expected) {
  return fmt::format("\"{}\" is not {}", found, expected);
}

std::string preset_tensor(std::string_view preset, std::string_view role) {
  return fmt::format("the {} of preset {}", role, preset);
}

std::string file_tensor(std::string_view file, std::string_view role) {
  return fmt::format("the {} of {}", role, file);
}

Error wrong_in_channels(std::string_view where, const Shape& shape, std::int64_t in_channels) {
  return {filled(message::input_channels_differ, where, shape.channels, in_channels),
          filled(message::set_in_channels, shape.channels)};
}

Error wrong_input_size(std::string_view where, const Shape& shape, const Size& input_size) {
  return {fmt::format("{} is {}x{}, but --input-size is {}x{}", where, shape.height, shape.width, input_size.height,
                      input_size.width),
          "leave --input-size out or give another input"};
}

Error wrong_weight(std::string_view where, const Shape& shape, Op op, const Shape& expected) {
  const char* places = op == Op::conv_transpose2d ? "(in_channels, out_channels / groups, kH, kW)"
                                                  : "(out_channels, in_channels / groups, kH, kW)";
  return {filled(message::weight_differs, where, shape_text(shape), places, shape_text(expected)),
          message::other_weight};
}

Error wrong_bias(std::string_view where, std::size_t values, std::int64_t out_channels) {
  return {filled(message::bias_differs, where, values, out_channels), message::one_bias_each};
}

Error batch_too_large(const Shape& output, std::int64_t limit) {
  return {fmt::format("the output {} would have more than {} elements", shape_text(output), limit),
          "compute fewer samples at once"};
}

Error trace_of_a_batch(std::string_view where, std::int64_t batch) {
  return {fmt::format("{} is a batch of {}", where, batch), "trace one sample: (C, H, W) or (1, C, H, W)"};
}

Error no_such_step(std::int64_t step, std::int64_t steps) {
  return {fmt::format("--step: there is no step {}", step), fmt::format("the steps go from 0 to {}", steps - 1)};
}

Error trace_too_long(std::int64_t taps, std::int64_t limit, bool one_step) {
  return {fmt::format("the trace would have {} taps, the limit is {}", taps, limit),
          one_step ? "choose a smaller kernel or fewer channels" : "choose one step with --step, or a smaller layer"};
}

Error out_of_memory() { return {"the memory does not suffice", "choose a smaller layer"}; }

}  // namespace convscope::text
