#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/text/result.h"
#include "engine/layer.h"
#include "engine/size.h"
#include "engine/tensor.h"

namespace convscope::text {

/// What a command line gets wrong.
[[nodiscard]] Error no_command(const std::vector<std::string>& commands);
[[nodiscard]] Error unknown_command(std::string_view name, const std::vector<std::string>& commands);
/// What the window was to open.
[[nodiscard]] Error no_command_or_file(std::string_view name);
/// An option where a command should stand.
[[nodiscard]] Error unknown_option(std::string_view option, const std::vector<std::string>& commands);
/// `cause` is the parser's own sentence; `command` is empty or the subcommand's name.
[[nodiscard]] Error bad_arguments(std::string_view cause, std::string_view command);
[[nodiscard]] Error unknown_preset(std::string_view name, const std::vector<std::string>& presets);
[[nodiscard]] Error no_layer();
[[nodiscard]] Error missing_flag(std::string_view flag, std::string_view example);
/// A command that needs a tensor which neither a flag nor the preset gives.
[[nodiscard]] Error missing_tensor(std::string_view flag);
/// A tensor for an op that has none: `what` is its flag.
[[nodiscard]] Error pool_has_no(std::string_view op, std::string_view what);
/// The value of a flag, as one sentence behind the flag's name: "\"abc\" is not …".
[[nodiscard]] std::string bad_value(std::string_view found, std::string_view expected);

/// What does not fit together. `where` names a tensor's file, or the preset's tensor.
[[nodiscard]] std::string preset_tensor(std::string_view preset, std::string_view role);
[[nodiscard]] std::string file_tensor(std::string_view file, std::string_view role);
[[nodiscard]] Error wrong_in_channels(std::string_view where, const Shape& shape, std::int64_t in_channels);
[[nodiscard]] Error wrong_input_size(std::string_view where, const Shape& shape, const Size& input_size);
[[nodiscard]] Error wrong_weight(std::string_view where, const Shape& shape, Op op, const Shape& expected);
[[nodiscard]] Error wrong_bias(std::string_view where, std::size_t values, std::int64_t out_channels);
[[nodiscard]] Error batch_too_large(const Shape& output, std::int64_t limit);
[[nodiscard]] Error trace_of_a_batch(std::string_view where, std::int64_t batch);
[[nodiscard]] Error no_such_step(std::int64_t step, std::int64_t steps);
[[nodiscard]] Error trace_too_long(std::int64_t taps, std::int64_t limit, bool one_step);
[[nodiscard]] Error out_of_memory();

}  // namespace convscope::text
