#pragma once

#include <optional>

#include "app/platform/imgui_input.h"
#include "app/ui/workspace.h"

namespace convscope {

/// What a key asks for, if it is one of those that Help > Keys lists.
[[nodiscard]] std::optional<Command> command_of(const KeyPress& press);

/// Whether the key types a digit, a sign or a point of a number.
[[nodiscard]] bool types_number(const KeyPress& press);

}  // namespace convscope
