#pragma once

#include <string_view>

#include "app/text/result.h"

namespace convscope::text {

/// The window has no display to open on. Empty values: the variable is unset.
[[nodiscard]] Error no_display(std::string_view display, std::string_view wayland_display);

/// The display is there, but no window with OpenGL 3.3 could be made on it. `reason` is the library's.
[[nodiscard]] Error no_opengl_window(std::string_view reason);

/// The driver's OpenGL lacks functions of 3.3 core.
[[nodiscard]] Error opengl_too_old(std::string_view version);

/// Holds the shader's name, its numbered source and the driver's log.
[[nodiscard]] Error shader_does_not_compile(std::string_view name, std::string_view source, std::string_view log);
[[nodiscard]] Error shaders_do_not_link(std::string_view vertex_name, std::string_view fragment_name,
                                        std::string_view log);

}  // namespace convscope::text
