#include "app/render/gl/renderer.h"

#include <glad/gl.h>

#include <cmath>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "app/render/gl/border_pass.h"
#include "app/render/gl/frame_pass.h"
#include "app/render/gl/glyph_pass.h"
#include "app/render/gl/line_pass.h"
#include "app/render/gl/number_pass.h"
#include "app/render/gl/plane_pass.h"
#include "app/render/gl/program.h"
#include "app/text/graphics_errors.h"

namespace convscope {

Status load_gl(GlFunctionFinder finder) {
  const int version = gladLoadGL(finder);
  if (version < GLAD_MAKE_VERSION(3, 3)) {
    return text::opengl_too_old(std::to_string(GLAD_VERSION_MAJOR(version)) + "." +
                                std::to_string(GLAD_VERSION_MINOR(version)));
  }
  return Done{};
}

struct GlRenderer::Passes {
  gl::PlanePass planes;
  gl::BorderPass borders;
  gl::FramePass frames;
  gl::GlyphPass glyphs;
  gl::NumberPass numbers;
  const FontSet& fonts;
  std::optional<gl::LinePass> lines{};  ///< Built late.
  std::optional<Color> filled{};        ///< All of the framebuffer has it, and nothing else.

  void add_line(const Scene& scene, const Line& line);
  void add_label(const Scene& scene, const Label& label);
  void draw_lines(const Viewport& viewport);
  void draw_plane(const Scene& scene, std::size_t item, const Viewport& viewport);
};

void GlRenderer::Passes::add_line(const Scene& scene, const Line& line) {
  if (!lines) {
    lines.emplace(gl::built_late(gl::LinePass::create()));
  }
  lines->add(scene, line);
}

void GlRenderer::Passes::draw_lines(const Viewport& viewport) {
  if (lines) {
    lines->draw(viewport);
  }
}

void GlRenderer::Passes::add_label(const Scene& scene, const Label& label) {
  const float size = label.size * scene.content_scale;
  const Vec2 at = scene.camera.project(label.position) + scene.content_scale * label.offset;
  const float width = label.anchor_x == 0 ? 0 : fonts.text_width(label.face, label.text, size);
  glyphs.add({.text = label.text,
              .pen = {at.x - label.anchor_x * width, std::round(at.y)},
              .size = size,
              .face = label.face,
              .color = label.color});
}

void GlRenderer::Passes::draw_plane(const Scene& scene, std::size_t item, const Viewport& viewport) {
  const auto& plane = std::get<Plane>(scene.items[item]);
  if (plane.hidden) {
    return;
  }
  planes.draw(scene, plane, std::span(scene.items).subspan(item + 1));
  if (plane.border.cells != Sides{} || plane.numbers || plane.border.numbers || !plane.frames.empty()) {
    planes.flush();
  }
  borders.draw(scene, plane, viewport);
  numbers.draw(scene, plane, glyphs, viewport);
  for (const CellFrame& frame : plane.frames) {
    frames.draw(scene, plane, frame, viewport);
  }
}

Result<GlRenderer> GlRenderer::create(const FontSet& fonts, double patience) {
  auto planes = gl::PlanePass::create(patience);
  if (!planes) {
    return planes.error();
  }
  auto borders = gl::BorderPass::create();
  if (!borders) {
    return borders.error();
  }
  auto frames = gl::FramePass::create();
  if (!frames) {
    return frames.error();
  }
  auto glyphs = gl::GlyphPass::create(fonts);
  if (!glyphs) {
    return glyphs.error();
  }
  return GlRenderer(
      std::make_unique<Passes>(Passes{std::move(planes).value(), std::move(borders).value(), std::move(frames).value(),
                                      std::move(glyphs).value(), gl::NumberPass(fonts), fonts}));
}

GlRenderer::GlRenderer(std::unique_ptr<Passes> passes) : passes_(std::move(passes)) {}
GlRenderer::GlRenderer(GlRenderer&&) noexcept = default;
GlRenderer& GlRenderer::operator=(GlRenderer&&) noexcept = default;
GlRenderer::~GlRenderer() = default;

void GlRenderer::clear(Color color) {
  glDisable(GL_SCISSOR_TEST);
  glClearColor(color.red * color.alpha, color.green * color.alpha, color.blue * color.alpha, color.alpha);
  glClear(GL_COLOR_BUFFER_BIT);
  passes_->filled = color;
}

void GlRenderer::draw(const Scene& scene, const Viewport& viewport) {
  if (viewport.width <= 0 || viewport.height <= 0) {
    return;
  }
  glViewport(viewport.left, viewport.bottom_from_below(), viewport.width, viewport.height);
  glScissor(viewport.left, viewport.bottom_from_below(), viewport.width, viewport.height);
  glEnable(GL_SCISSOR_TEST);
  glDisable(GL_DEPTH_TEST);
  glDisable(GL_CULL_FACE);
  glEnable(GL_BLEND);
  glBlendEquation(GL_FUNC_ADD);
  glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  // Software OpenGL fills a part of the framebuffer by a program of its own, compiled at every start.
  const bool is_filled = std::exchange(passes_->filled, std::nullopt) == scene.background;
  if (scene.background.alpha > 0 && !is_filled) {
    const Color& color = scene.background;
    glClearColor(color.red * color.alpha, color.green * color.alpha, color.blue * color.alpha, color.alpha);
    glClear(GL_COLOR_BUFFER_BIT);
  }
  passes_->planes.begin_frame();
  passes_->numbers.begin_frame();
  passes_->glyphs.begin_frame();
  for (std::size_t number = 0; number < scene.items.size(); ++number) {
    const SceneItem& item = scene.items[number];
    if (!std::holds_alternative<Line>(item)) {
      passes_->draw_lines(viewport);
    }
    if (!std::holds_alternative<Label>(item)) {
      passes_->glyphs.draw(viewport);
    }
    if (std::holds_alternative<Plane>(item)) {
      passes_->draw_plane(scene, number, viewport);
      continue;
    }
    passes_->planes.flush();
    if (const auto* line = std::get_if<Line>(&item)) {
      passes_->add_line(scene, *line);
    } else {
      passes_->add_label(scene, std::get<Label>(item));
    }
  }
  passes_->planes.flush();
  passes_->draw_lines(viewport);
  passes_->glyphs.draw(viewport);
  glDisable(GL_SCISSOR_TEST);
  glBindVertexArray(0);
}

}  // namespace convscope
