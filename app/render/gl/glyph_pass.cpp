#include "app/render/gl/glyph_pass.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/render/gl/program.h"
#include "app/text/utf8.h"
#include "embedded/render_gl.h"

namespace convscope::gl {
namespace {

/// A pen's pixel, and the quarters of a pixel past it.
struct PenPlace {
  int pixel = 0;
  std::int32_t quarter = 0;
};

PenPlace pen_place(float at) {
  const long quarters = std::lround(at * 4);
  const auto quarter = static_cast<std::int32_t>(quarters & 3);
  return {static_cast<int>((quarters - quarter) / 4), quarter};
}

}  // namespace

Result<GlyphPass> GlyphPass::create(const FontSet& fonts) {
  auto program = build_program({"glyph.vert", {embedded::shaders_glyph_vert}},
                               {"glyph.frag", {embedded::shaders_coverage_glsl, embedded::shaders_glyph_frag}});
  if (!program) {
    return program.error();
  }
  return GlyphPass(std::move(program).value(), fonts);
}

GlyphPass::GlyphPass(Program program, const FontSet& fonts)
    : program_(std::move(program)),
      fonts_(&fonts),
      viewport_size_(glGetUniformLocation(program_.id(), "viewport_size")) {}

void GlyphPass::add(const TextRun& run) {
  Vec2 pen = run.pen;
  for (const char32_t point : decode_utf8(run.text)) {
    const PenPlace x = pen_place(pen.x);
    const PenPlace y = pen_place(pen.y);
    const GlyphForm form{.face = fonts_->face_for(run.face, point),
                         .code_point = point,
                         .size = static_cast<std::int32_t>(std::lround(run.size * 64)),
                         .axes = run.axes,
                         .quarter_x = x.quarter,
                         .quarter_y = y.quarter};
    const AtlasGlyph& glyph = atlas_.find(form);
    if (glyph.width > 0) {
      found_.push_back(&glyph);
      glyphs_.push_back({static_cast<float>(x.pixel + glyph.left), static_cast<float>(y.pixel + glyph.top),
                         static_cast<float>(glyph.width), static_cast<float>(glyph.height),
                         Vec2{static_cast<float>(glyph.texel_x), static_cast<float>(glyph.texel_y)}, run.color});
    }
    pen = pen + glyph_advance(form.face, point, run.size) * run.axes.right;
  }
}

void GlyphPass::begin_draw(const Viewport& viewport) {
  glUseProgram(program_.id());
  glUniform2f(viewport_size_, static_cast<float>(viewport.width), static_cast<float>(viewport.height));
  glActiveTexture(GL_TEXTURE0);
  atlas_.bind();
}

void GlyphPass::draw(const Viewport& viewport) {
  if (glyphs_.empty()) {
    return;
  }
  begin_draw(viewport);
  quads_.draw(std::as_bytes(std::span(glyphs_)));
  glyphs_.clear();
  found_.clear();
}

void GlyphPass::keep(KeptText& text) {
  std::ranges::sort(found_);
  found_.erase(std::ranges::unique(found_).begin(), found_.end());
  text.quads.set(std::as_bytes(std::span(glyphs_)));
  text.glyphs = std::exchange(found_, {});
  text.generation = atlas_.generation();
  glyphs_.clear();
}

void GlyphPass::draw(const KeptText& text, const Viewport& viewport) {
  if (text.glyphs.empty()) {
    return;
  }
  atlas_.show_again(text.glyphs);
  begin_draw(viewport);
  text.quads.draw();
}

}  // namespace convscope::gl
