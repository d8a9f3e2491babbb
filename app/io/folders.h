#pragma once

#include <filesystem>
#include <functional>
#include <optional>

#include "app/text/result.h"

namespace convscope {

/// Where ConvScope keeps what it writes by itself (XDG Base Directory Specification 0.8). Nothing is written elsewhere.
struct Folders {
  std::filesystem::path config;  ///< Settings: $XDG_CONFIG_HOME/convscope, ~/.config/convscope.
  std::filesystem::path state;   ///< Recent files, unsaved work: $XDG_STATE_HOME/…, ~/.local/state/convscope.
  std::filesystem::path cache;   ///< What can be made anew: $XDG_CACHE_HOME/…, ~/.cache/convscope.
};

/// The value of an environment variable, or null.
using Environment = std::function<const char*(const char* name)>;

/// A variable that is empty or holds a relative path counts as unset, as the specification says. Empty when there is
/// neither a variable nor a home.
[[nodiscard]] std::optional<Folders> folders_of(const Environment& environment);

/// Those of the user who runs the program.
[[nodiscard]] std::optional<Folders> user_folders();

/// Makes a folder of ours, and those above it, for its owner alone; nothing when it is there.
[[nodiscard]] Status make_folder(const std::filesystem::path& folder);

}  // namespace convscope
