#include "app/render/gl/border_pass.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#include "app/render/gl/border_strips.h"
#include "app/render/gl/plane_part.h"
#include "app/render/gl/program.h"
#include "embedded/render_gl.h"

namespace convscope::gl {
namespace {

/// Half the width of the strip that a line is drawn in: with the pixels that it covers in part, but nothing of the next
/// line's strip. Not on any multiple of a quarter of a pixel, where the edges of pixels mostly lie.
float half_strip(float half_line, Vec2 cell) {
  const bool inner = style::inner_line_opacity(std::min(cell.x, cell.y), 2 * half_line) > 0;
  const float whole = half_line + 0.83F;
  return inner ? std::min({whole, cell.x / 2, cell.y / 2}) : whole;
}

Result<Program> build(std::string_view definition) {
  return build_program({"border.vert", {embedded::shaders_border_block_glsl, embedded::shaders_border_vert}},
                       {"border.frag",
                        {definition, embedded::shaders_coverage_glsl, embedded::shaders_border_block_glsl,
                         embedded::shaders_border_frag}});
}

}  // namespace

Result<BorderPass> BorderPass::create() {
  auto opaque = build("");
  if (!opaque) {
    return opaque.error();
  }
  return BorderPass(std::move(opaque).value());
}

BorderPass::BorderPass(Program opaque) : opaque_(std::move(opaque)) {}

BorderPass::Variant::Variant(Program built) : program(std::move(built)) {
  const auto at = [this](const char* name) { return glGetUniformLocation(program.id(), name); };
  viewport_size = at("viewport_size");
  axes = at("axes");
  place = at("place");
  cell = at("cell");
  padding = at("padding");
  line = at("line");
  dashes = at("dashes");
  line_color = at("line_color");
}

void BorderPass::Variant::set(const Scene& scene, const Plane& plane, const Viewport& picture) const {
  glUseProgram(program.id());
  const style::CellAxes steps = style::cell_axes(scene.camera, plane);
  const Vec2 across = cell_across(steps);
  const Vec2 along{std::hypot(steps.row.x, steps.row.y), std::hypot(steps.column.x, steps.column.y)};
  const float line_width = plane.line_width * scene.content_scale;
  const float dash = style::dash_on * scene.content_scale;
  const float period = dash + style::dash_off * scene.content_scale;
  const Sides& border = plane.border.cells;
  glUniform2f(viewport_size, static_cast<float>(picture.width), static_cast<float>(picture.height));
  glUniform4f(axes, steps.column.x, steps.column.y, steps.row.x, steps.row.y);
  glUniform4f(place, steps.origin.x, steps.origin.y, static_cast<float>(plane.columns), static_cast<float>(plane.rows));
  glUniform4f(cell, across.x, across.y, along.x, along.y);
  glUniform4f(padding, static_cast<float>(border.left), static_cast<float>(border.top),
              static_cast<float>(border.right), static_cast<float>(border.bottom));
  glUniform4f(line, line_width / 2, half_strip(line_width / 2, across), style::inner_line_opacity(across.x, line_width),
              style::inner_line_opacity(across.y, line_width));
  glUniform4f(dashes, dash, period, std::floor(along.x / period), std::floor(along.y / period));
  const Color& color = plane.border.line;
  const float alpha = color.alpha * plane.opacity;
  glUniform4f(line_color, color.red * alpha, color.green * alpha, color.blue * alpha, alpha);
}

void BorderPass::draw(const Scene& scene, const Plane& plane, const Viewport& viewport) {
  const style::CellAxes axes = style::cell_axes(scene.camera, plane);
  const bool is_seen = plane.border.cells != Sides{} && plane.border.line.alpha * plane.opacity > 0;
  if (!is_seen || axes.determinant() == 0 || plane.rows < 1 || plane.columns < 1) {
    return;
  }
  const std::vector<BorderStrip> strips = border_strips(scene, plane);
  if (strips.empty()) {
    return;
  }
  const bool is_translucent = plane.border.line.alpha * plane.opacity < 1;
  if (is_translucent && !translucent_) {
    translucent_.emplace(built_late(build("#define TRANSLUCENT\n")));
  }
  (is_translucent ? *translucent_ : opaque_).set(scene, plane, viewport);
  strips_.draw(std::as_bytes(std::span(strips)));
}

}  // namespace convscope::gl
