#pragma once

#include <memory>

#include "app/render/fonts.h"
#include "app/render/gl/viewport.h"
#include "app/scene/scene.h"
#include "app/text/result.h"

namespace convscope {

using GlFunction = void (*)();
/// Finds an OpenGL function by its name: glfwGetProcAddress, eglGetProcAddress.
using GlFunctionFinder = GlFunction (*)(const char* name);

/// Finds the functions of OpenGL 3.3 core for the context that is current in this thread. Before anything else of GL;
/// again for another context.
[[nodiscard]] Status load_gl(GlFunctionFinder finder);

/// After so many pixels by a program with more than they need it pays to build one for them: on software OpenGL the
/// second to the sixtieth frame together take least time so.
inline constexpr double worth_a_program = 2e6;

/// Draws Scenes by OpenGL 3.3 core. Made, used and destroyed with one context current in one thread.
class GlRenderer {
 public:
  /// The fonts must outlive the renderer. `patience`: so many pixels of a kind are drawn by a general program before
  /// one for that kind is built. The picture is the same.
  static Result<GlRenderer> create(const FontSet& fonts, double patience = worth_a_program);
  GlRenderer(GlRenderer&&) noexcept;
  GlRenderer& operator=(GlRenderer&&) noexcept;
  ~GlRenderer();

  /// Fills the bound framebuffer with one colour, straight alpha. Nothing else draws into it before draw() does.
  void clear(Color color);

  /// Draws into the bound framebuffer; nothing outside the viewport changes. The scene's pixels are the viewport's,
  /// from its top left corner on; a transparent background leaves what was there. Premultiplied alpha comes out.
  void draw(const Scene& scene, const Viewport& viewport);

 private:
  struct Passes;
  explicit GlRenderer(std::unique_ptr<Passes> passes);
  std::unique_ptr<Passes> passes_;
};

}  // namespace convscope
