#pragma once

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

/// "kernel_size (height)", or "kernel_size" without an axis.
[[nodiscard]] std::string name(Parameter parameter, std::optional<Axis> axis);

}  // namespace convscope::text
