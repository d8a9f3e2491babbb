#pragma once

#include "app/render/gl/handles.h"

namespace convscope::bench {

/// The measure of all frames: one texture, as large as the picture, drawn over all of it.
class TexturedQuad {
 public:
  /// `filter`: GL_NEAREST or GL_LINEAR.
  TexturedQuad(int width, int height, GLint filter);
  void draw() const;

 private:
  int width_;
  int height_;
  gl::Program program_;
  gl::Texture texture_;
  gl::VertexArray no_vertices_;
};

}  // namespace convscope::bench
