#include "app/render/gl/line_pass.h"

#include <utility>

#include "app/render/gl/program.h"
#include "app/render/style.h"
#include "embedded/render_gl.h"

namespace convscope::gl {

Result<LinePass> LinePass::create() {
  auto program = build_program({"line.vert", {embedded::shaders_line_vert}},
                               {"line.frag", {embedded::shaders_coverage_glsl, embedded::shaders_line_frag}});
  if (!program) {
    return program.error();
  }
  return LinePass(std::move(program).value());
}

LinePass::LinePass(Program program)
    : program_(std::move(program)), viewport_size_(glGetUniformLocation(program_.id(), "viewport_size")) {}

void LinePass::add(const Scene& scene, const Line& line) {
  Vec2 from = scene.camera.project(line.from);
  const Vec2 to = scene.camera.project(line.to);
  float head = 0;
  if (line.arrow) {
    const style::Arrow arrow = style::arrow(from, to, scene.content_scale);
    head = style::arrow_length * scene.content_scale;
    from = arrow.has_shaft ? from : arrow.base;
  }
  lines_.push_back({from, to, line.width * scene.content_scale / 2, head, line.color});
}

void LinePass::draw(const Viewport& viewport) {
  if (lines_.empty()) {
    return;
  }
  glUseProgram(program_.id());
  glUniform2f(viewport_size_, static_cast<float>(viewport.width), static_cast<float>(viewport.height));
  quads_.draw(std::as_bytes(std::span(lines_)));
  lines_.clear();
}

}  // namespace convscope::gl
