#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/problem.h"

namespace convscope::text {

/// The names in files, flags and messages: PyTorch's, the same in every language.
[[nodiscard]] std::string_view name(Op op);
[[nodiscard]] std::string_view name(PaddingMode mode);
[[nodiscard]] std::string_view name(Parameter parameter);
[[nodiscard]] std::string_view name(Axis axis);
[[nodiscard]] std::string_view name(Reason reason);
[[nodiscard]] std::string_view name(TensorRole tensor);

/// What has one of these names.
[[nodiscard]] std::optional<Op> op_named(std::string_view name);
[[nodiscard]] std::optional<PaddingMode> padding_mode_named(std::string_view name);

/// "conv2d, conv_transpose2d, max_pool2d or avg_pool2d", and the same of the modes: what can be written.
[[nodiscard]] std::string op_names();
[[nodiscard]] std::string padding_mode_names();

/// "kernel_size (height)", or "kernel_size" without an axis.
[[nodiscard]] std::string name(Parameter parameter, std::optional<Axis> axis);

}  // namespace convscope::text
