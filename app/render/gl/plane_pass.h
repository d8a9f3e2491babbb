#pragma once

#include <array>

#include "app/render/gl/handles.h"
#include "app/render/gl/viewport.h"
#include "app/scene/scene.h"
#include "app/text/result.h"

namespace convscope::gl {

/// Draws a plane as one quad whose fragment shader knows the cells: fill, lattice overlay, grid lines and padding. What
/// it costs follows the pixels, not the cells.
class PlanePass {
 public:
  static Result<PlanePass> create();

  void draw(const Scene& scene, const Plane& plane, const Viewport& viewport) const;

 private:
  /// Plain, with lattice, with border, with both: what a plane lacks is left out of its shader.
  using Programs = std::array<Program, 4>;
  explicit PlanePass(Programs programs);

  Programs programs_;
  VertexArray no_vertices_;  ///< The vertex shader makes the corners; core OpenGL wants an array bound all the same.
  Buffer block_;
};

}  // namespace convscope::gl
