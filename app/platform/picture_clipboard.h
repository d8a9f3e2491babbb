#pragma once

#include <cstddef>
#include <span>

#include "app/text/result.h"

namespace convscope {

/// Gives the clipboard a PNG file's bytes through wl-copy (in a Wayland session) or xclip: GLFW's own takes text alone.
/// Waits until the program has them.
[[nodiscard]] Status copy_picture(std::span<const std::byte> png);

}  // namespace convscope
