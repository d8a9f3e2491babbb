#include "tests/app/render/gl/offscreen.h"

#include <EGL/egl.h>
#include <EGL/eglext.h>
#include <glad/gl.h>

#include <algorithm>
#include <cstdlib>
#include <stdexcept>

#include "app/render/gl/renderer.h"

namespace convscope::testing {
namespace {

EGLDisplay open_display() {
  setenv("LIBGL_ALWAYS_SOFTWARE", "1", 1);
  const EGLDisplay display = eglGetPlatformDisplay(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
  if (display == EGL_NO_DISPLAY || eglInitialize(display, nullptr, nullptr) == EGL_FALSE) {
    throw std::runtime_error("no surfaceless EGL display: are libegl1 and libgl1-mesa-dri installed?");
  }
  return display;
}

/// Opened once and left open: when it is closed, Mesa unloads its driver, whose last blocks then look lost to the leak
/// sanitizer.
EGLDisplay shared_display() {
  static const EGLDisplay display = open_display();
  return display;
}

EGLContext open_context(EGLDisplay display) {
  constexpr std::array<EGLint, 3> any_config{EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_NONE};
  EGLConfig config = nullptr;
  EGLint count = 0;
  eglBindAPI(EGL_OPENGL_API);
  eglChooseConfig(display, any_config.data(), &config, 1, &count);
  constexpr std::array<EGLint, 7> core{
      EGL_CONTEXT_MAJOR_VERSION,           3,       EGL_CONTEXT_MINOR_VERSION, 3, EGL_CONTEXT_OPENGL_PROFILE_MASK,
      EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE};
  const EGLContext context = eglCreateContext(display, config, EGL_NO_CONTEXT, core.data());
  if (context == EGL_NO_CONTEXT || eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, context) == EGL_FALSE ||
      !load_gl(&eglGetProcAddress)) {
    throw std::runtime_error("no OpenGL 3.3 core context without a surface");
  }
  return context;
}

}  // namespace

Rgba Picture::at(int x, int y) const {
  const auto first = 4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x));
  return {rgba.at(first), rgba.at(first + 1), rgba.at(first + 2), rgba.at(first + 3)};
}

struct Offscreen::Context {
  EGLDisplay display = shared_display();
  EGLContext context = open_context(display);
  GLuint framebuffer = 0;
  GLuint color = 0;
};

Offscreen::Offscreen(int width, int height) : width_(width), height_(height), context_(std::make_unique<Context>()) {
  glGenFramebuffers(1, &context_->framebuffer);
  glGenRenderbuffers(1, &context_->color);
  glBindFramebuffer(GL_FRAMEBUFFER, context_->framebuffer);
  glBindRenderbuffer(GL_RENDERBUFFER, context_->color);
  glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, width, height);
  glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, context_->color);
  if (glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE) {
    throw std::runtime_error("the framebuffer is not complete");
  }
  glClearColor(0, 0, 0, 0);
  glClear(GL_COLOR_BUFFER_BIT);
}

Offscreen::~Offscreen() {
  glDeleteFramebuffers(1, &context_->framebuffer);
  glDeleteRenderbuffers(1, &context_->color);
  eglMakeCurrent(context_->display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
  eglDestroyContext(context_->display, context_->context);
}

Picture Offscreen::read() const {
  const auto row_bytes = 4 * static_cast<std::size_t>(width_);
  std::vector<std::uint8_t> from_below(row_bytes * static_cast<std::size_t>(height_));
  glReadPixels(0, 0, width_, height_, GL_RGBA, GL_UNSIGNED_BYTE, from_below.data());
  Picture picture{width_, height_, std::vector<std::uint8_t>(from_below.size())};
  for (int row = 0; row < height_; ++row) {
    std::copy_n(from_below.begin() + static_cast<std::ptrdiff_t>(row_bytes) * (height_ - 1 - row), row_bytes,
                picture.rgba.begin() + static_cast<std::ptrdiff_t>(row_bytes) * row);
  }
  return picture;
}

}  // namespace convscope::testing
