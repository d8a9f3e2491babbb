#include "app/render/gl/frame_pass.h"

#include <utility>

#include "app/render/gl/program.h"
#include "app/render/style.h"
#include "embedded/render_gl.h"

namespace convscope::gl {

Result<FramePass> FramePass::create() {
  auto program = build_program({"frame.vert", {embedded::shaders_frame_vert}},
                               {"frame.frag", {embedded::shaders_coverage_glsl, embedded::shaders_frame_frag}});
  if (!program) {
    return program.error();
  }
  return FramePass(std::move(program).value());
}

FramePass::FramePass(Program program)
    : program_(std::move(program)),
      viewport_size_(glGetUniformLocation(program_.id(), "viewport_size")),
      origin_(glGetUniformLocation(program_.id(), "origin")),
      sides_(glGetUniformLocation(program_.id(), "sides")),
      half_width_(glGetUniformLocation(program_.id(), "half_width")),
      frame_color_(glGetUniformLocation(program_.id(), "frame_color")) {}

void FramePass::draw(const Scene& scene, const Plane& plane, const CellFrame& frame, const Viewport& viewport) const {
  const style::CellAxes cells = style::cell_axes(scene.camera, plane);
  if (cells.determinant() == 0 || frame.rows <= 0 || frame.columns <= 0) {
    return;
  }
  const Vec2 origin = cells.at(frame.column, frame.row);
  const Vec2 across = frame.columns * cells.column;
  const Vec2 down = frame.rows * cells.row;
  glUseProgram(program_.id());
  glBindVertexArray(no_vertices_.id());
  glUniform2f(viewport_size_, static_cast<float>(viewport.width), static_cast<float>(viewport.height));
  glUniform2f(origin_, origin.x, origin.y);
  glUniform4f(sides_, across.x, across.y, down.x, down.y);
  glUniform1f(half_width_, frame.width * scene.content_scale / 2);
  glUniform4f(frame_color_, frame.color.red, frame.color.green, frame.color.blue, frame.color.alpha * plane.opacity);
  glDrawArrays(GL_TRIANGLE_STRIP, 0, 10);
}

}  // namespace convscope::gl
