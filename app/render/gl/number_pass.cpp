#include "app/render/gl/number_pass.h"

#include <algorithm>
#include <cmath>

#include "app/render/plane_numbers.h"
#include "app/render/style.h"

namespace convscope::gl {
namespace {

constexpr std::uint64_t frames_kept = 8;

/// A position between two cells counts as that of the nearer one; in the middle between two it takes neither.
float settled(float position) {
  const float nearest = std::round(position);
  return std::abs(position - nearest) == 0.5F ? position : nearest;
}

bool is_whole(float value) { return value == std::round(value); }

/// The plane with its numbers in cells alone, and without what they do not depend on.
Plane with_cell_numbers(const Plane& plane) {
  Plane cells = plane;
  cells.frames.clear();
  for (CellLattice& lattice : cells.lattices) {
    lattice.corner_values.reset();
    if (!lattice.cut && is_whole(lattice.row_spacing) && is_whole(lattice.column_spacing)) {
      lattice.row = settled(lattice.row);
      lattice.column = settled(lattice.column);
    }
  }
  return cells;
}

/// The plane with the numbers in its lattices' corners alone.
Plane with_corner_numbers(const Plane& plane) {
  Plane corners = plane;
  corners.values.tensor.reset();
  corners.border.numbers = false;
  return corners;
}

bool has_corners(const Plane& plane) {
  return std::ranges::any_of(plane.lattices,
                             [](const CellLattice& lattice) { return lattice.corner_values.has_value(); });
}

}  // namespace

void NumberPass::begin_frame() {
  ++frame_;
  std::erase_if(planes_, [this](const auto& entry) { return entry.second.frame + frames_kept < frame_; });
}

void NumberPass::draw(const Scene& scene, const Plane& plane, GlyphPass& glyphs, const Viewport& viewport) {
  if (!plane.numbers && !plane.border.numbers) {
    return;
  }
  Entry& entry = planes_[plane.name];
  entry.frame = frame_;
  Key key{with_cell_numbers(plane), scene.camera, scene.size, scene.content_scale};
  if (!glyphs.is_current(entry.text) || key != entry.key) {
    entry.key = std::move(key);
    add(scene, entry.key.plane, glyphs);
    glyphs.keep(entry.text);
  }
  glyphs.draw(entry.text, viewport);
  if (has_corners(plane)) {
    add(scene, with_corner_numbers(plane), glyphs);
    glyphs.draw(viewport);
  }
}

void NumberPass::add(const Scene& scene, const Plane& plane, GlyphPass& glyphs) const {
  const style::TextAxes slant = style::number_axes(style::cell_axes(scene.camera, plane));
  for (const PlacedNumber& number : plane_numbers(scene, plane, *fonts_)) {
    glyphs.add({.text = number.text,
                .pen = number.pen,
                .size = number.size,
                .face = number.face,
                .axes = slant,
                .color = number.color});
  }
}

}  // namespace convscope::gl
