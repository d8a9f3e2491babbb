#include "app/platform/screen.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "app/text/errors.h"

namespace convscope {
namespace {

std::string refusal(const char* display, const char* wayland_display) {
  const auto set = [](const char* name, const char* value) {
    value == nullptr ? unsetenv(name) : setenv(name, value, 1);
  };
  set("DISPLAY", display);
  set("WAYLAND_DISPLAY", wayland_display);
  const Result<Screen> screen = Screen::open();
  return screen.ok() ? "a screen" : text::error_line(screen.error());
}

TEST(Screen, SaysInOneLineThatThereIsNoDisplay) {
  EXPECT_EQ(refusal(nullptr, nullptr),
            "convscope: error: cannot open a window: no display (DISPLAY and WAYLAND_DISPLAY are unset); the commands "
            "shape, compute, trace, presets and export need none");
}

TEST(Screen, NamesADisplayThatDoesNotAnswer) {
  const std::string line = refusal(":4711", nullptr);
  EXPECT_NE(line.find("DISPLAY=:4711 does not answer"), std::string::npos) << line;
  EXPECT_NE(line.find("export"), std::string::npos) << line;
}

}  // namespace
}  // namespace convscope
