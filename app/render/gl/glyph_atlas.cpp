#include "app/render/gl/glyph_atlas.h"

#include <algorithm>
#include <bit>
#include <functional>

namespace convscope::gl {
namespace {

constexpr int atlas_width = 1024;
constexpr int first_height = 256;
constexpr int kept_height = 1024;  ///< Up to here, forms that are no longer shown may stay.

}  // namespace

GlyphAtlas::GlyphAtlas() : height_(first_height) {
  glGetIntegerv(GL_MAX_TEXTURE_SIZE, &max_height_);
  clear();
}

void GlyphAtlas::clear() {
  ++generation_;
  glyphs_.clear();
  height_ = first_height;
  texels_.assign(static_cast<std::size_t>(atlas_width) * static_cast<std::size_t>(height_), 0);
  shelf_x_ = shelf_top_ = shelf_bottom_ = 0;
  changed_top_ = changed_bottom_ = 0;
}

void GlyphAtlas::begin_frame() {
  if (height_ > kept_height && 4 * texels_shown_ < static_cast<std::int64_t>(texels_.size())) {
    clear();
  }
  ++frame_;
  texels_shown_ = 0;
}

std::size_t GlyphAtlas::FormHash::operator()(const GlyphForm& form) const {
  std::size_t hash = std::hash<const void*>()(form.face);
  const auto mix = [&hash](std::uint32_t part) { hash = (hash ^ part) * 0x9E3779B97F4A7C15U; };
  mix(static_cast<std::uint32_t>(form.code_point));
  mix(static_cast<std::uint32_t>(form.size));
  mix(static_cast<std::uint32_t>(form.quarter_y * 4 + form.quarter_x));
  for (const float part : {form.axes.right.x, form.axes.right.y, form.axes.down.x, form.axes.down.y}) {
    mix(std::bit_cast<std::uint32_t>(part));
  }
  return hash ^ hash >> 32U;
}

const AtlasGlyph& GlyphAtlas::find(const GlyphForm& form) {
  auto known = glyphs_.find(form);
  if (known == glyphs_.end()) {
    known = glyphs_.emplace(form, place(draw_glyph(form))).first;
  }
  count_shown(known->second);
  return known->second;
}

void GlyphAtlas::show_again(std::span<const AtlasGlyph* const> glyphs) {
  for (const AtlasGlyph* const glyph : glyphs) {
    count_shown(*glyph);
  }
}

void GlyphAtlas::count_shown(const AtlasGlyph& glyph) {
  if (glyph.frame != frame_) {
    glyph.frame = frame_;
    texels_shown_ += std::int64_t{glyph.width} * glyph.height;
  }
}

AtlasGlyph GlyphAtlas::place(const GlyphImage& image) {
  if (image.width > atlas_width) {
    return {};
  }
  if (shelf_x_ + image.width > atlas_width) {
    shelf_x_ = 0;
    shelf_top_ = shelf_bottom_;
  }
  const int bottom = shelf_top_ + image.height;
  if (bottom > max_height_) {
    return {};
  }
  if (bottom > height_) {
    height_ = std::min(std::max(2 * height_, bottom), max_height_);
    texels_.resize(static_cast<std::size_t>(atlas_width) * static_cast<std::size_t>(height_));
  }
  auto from = image.coverage.begin();
  auto to = texels_.begin() + std::ptrdiff_t{shelf_top_} * atlas_width + shelf_x_;
  for (int row = 0; row < image.height; ++row) {
    std::copy_n(from + std::ptrdiff_t{row} * image.width, image.width, to + std::ptrdiff_t{row} * atlas_width);
  }
  const bool unchanged = changed_top_ == changed_bottom_;
  changed_top_ = unchanged ? shelf_top_ : std::min(changed_top_, shelf_top_);
  changed_bottom_ = unchanged ? bottom : std::max(changed_bottom_, bottom);
  const AtlasGlyph glyph{.left = image.left,
                         .top = image.top,
                         .width = image.width,
                         .height = image.height,
                         .texel_x = shelf_x_,
                         .texel_y = shelf_top_};
  shelf_x_ += image.width;
  shelf_bottom_ = std::max(shelf_bottom_, bottom);
  return glyph;
}

void GlyphAtlas::bind() {
  glBindTexture(GL_TEXTURE_2D, texture_.id());
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  if (texture_height_ != height_) {
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, atlas_width, height_, 0, GL_RED, GL_UNSIGNED_BYTE, texels_.data());
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    texture_height_ = height_;
  } else if (changed_top_ < changed_bottom_) {
    glTexSubImage2D(GL_TEXTURE_2D, 0, 0, changed_top_, atlas_width, changed_bottom_ - changed_top_, GL_RED,
                    GL_UNSIGNED_BYTE, texels_.data() + static_cast<std::ptrdiff_t>(changed_top_) * atlas_width);
  }
  changed_top_ = changed_bottom_ = 0;
}

}  // namespace convscope::gl
