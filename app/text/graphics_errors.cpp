#include "app/text/graphics_errors.h"

#include <algorithm>
#include <cstddef>
#include <string>

namespace convscope::text {
namespace {

constexpr std::string_view windowless_commands = "the commands shape, compute, trace, presets and export need none";

std::string numbered(std::string_view source) {
  std::string lines;
  for (std::size_t number = 1, begin = 0; begin < source.size(); ++number) {
    const std::size_t end = std::min(source.find('\n', begin), source.size());
    const std::string digits = std::to_string(number);
    lines.append(digits.size() < 4 ? 4 - digits.size() : 0, ' ').append(digits).append("  ");
    lines.append(source.substr(begin, end - begin)).append("\n");
    begin = end + 1;
  }
  return lines;
}

}  // namespace

Error no_display(std::string_view display, std::string_view wayland_display) {
  std::string reason = "DISPLAY and WAYLAND_DISPLAY are unset";
  if (!display.empty() || !wayland_display.empty()) {
    const bool wayland = !wayland_display.empty();
    reason = (wayland ? "WAYLAND_DISPLAY=" : "DISPLAY=") + std::string(wayland ? wayland_display : display) +
             " does not answer";
  }
  return {"cannot open a window: no display (" + reason + ")", std::string(windowless_commands)};
}

Error no_opengl_window(std::string_view reason) {
  return {"cannot open a window with OpenGL 3.3: " + std::string(reason),
          "install the graphics driver or Mesa's software one (libgl1-mesa-dri); " + std::string(windowless_commands)};
}

Error opengl_too_old(std::string_view version) {
  return {"the graphics driver offers OpenGL " + std::string(version) + ", OpenGL 3.3 is needed",
          "update the driver or set LIBGL_ALWAYS_SOFTWARE=1"};
}

Error shader_does_not_compile(std::string_view name, std::string_view source, std::string_view log) {
  return {"the shader " + std::string(name) + " does not compile:\n" + numbered(source) + std::string(log),
          "update the graphics driver or set LIBGL_ALWAYS_SOFTWARE=1, and report this text"};
}

Error shaders_do_not_link(std::string_view vertex_name, std::string_view fragment_name, std::string_view log) {
  return {"the shaders " + std::string(vertex_name) + " and " + std::string(fragment_name) +
              " do not link: " + std::string(log),
          "update the graphics driver or set LIBGL_ALWAYS_SOFTWARE=1, and report this text"};
}

}  // namespace convscope::text
