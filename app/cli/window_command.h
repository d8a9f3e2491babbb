#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <iosfwd>
#include <optional>
#include <span>
#include <string>

#include "app/document/document.h"
#include "app/text/result.h"

namespace convscope {

/// How the window starts.
struct WindowOptions {
  Document document;
  std::filesystem::path file;     ///< To be opened, as File > Open does; empty: none.
  std::filesystem::path session;  ///< The file that the document is of; empty: none.
  std::int64_t tick = 0;
  double speed = 1;
  std::optional<std::filesystem::path> dump_state;  ///< Written on every change, for tests.
  bool paused = false;
  /// By a flag or a session; otherwise the window takes what it had last.
  bool theme_chosen = false;
  bool axis_order_chosen = false;
};

/// Runs `convscope [FILE] [LAYER] [--look …] …`: reads the options and has the window opened. An error is one line on
/// `err`. Returns the exit status: 0 closed by its user, 1 failed, 2 wrong usage.
[[nodiscard]] int run_window_command(std::span<const std::string> arguments, std::ostream& err,
                                     const std::function<Status(const WindowOptions&)>& open);

}  // namespace convscope
