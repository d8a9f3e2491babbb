#pragma once

#include "app/render/gl/handles.h"
#include "app/render/gl/viewport.h"
#include "app/scene/scene.h"
#include "app/text/result.h"

namespace convscope::gl {

/// Draws the outline over a plane's cells.
class FramePass {
 public:
  static Result<FramePass> create();

  void draw(const Scene& scene, const Plane& plane, const CellFrame& frame, const Viewport& viewport) const;

 private:
  explicit FramePass(Program program);

  Program program_;
  VertexArray no_vertices_;  ///< The vertex shader makes the corners; core OpenGL wants an array bound all the same.
  GLint viewport_size_;
  GLint origin_;
  GLint sides_;
  GLint half_width_;
  GLint frame_color_;
};

}  // namespace convscope::gl
