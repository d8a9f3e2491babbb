#pragma once

#include <iosfwd>
#include <span>
#include <string>
#include <string_view>

namespace convscope {

/// Runs the commands that need no window. `arguments` come without the program's name. Results go to `out`; an error is
/// one line on `err`. Returns the exit status: 0 done, 1 failed, 2 wrong usage (an unknown command or option, a value
/// that cannot be read, a flag missing).
[[nodiscard]] int run_cli(std::span<const std::string> arguments, std::ostream& out, std::ostream& err);

/// Whether a first argument asks for `run_cli` and not for the window: a command's name, --help, -h or --version.
[[nodiscard]] bool is_cli_argument(std::string_view argument);

}  // namespace convscope
