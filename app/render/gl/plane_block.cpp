#include "app/render/gl/plane_block.h"

#include <algorithm>
#include <cmath>

#include "app/render/gl/plane_part.h"

namespace convscope::gl {
namespace {

float to_float(std::int64_t value) { return static_cast<float>(value); }

/// Of a strip: see plane_block.glsl.
Vec2 reach(float half_width) { return {half_width + 0.5F, std::min(1.0F, 2 * half_width)}; }

/// Hatching lines rise to the right at 45° on the picture: across them x + y grows.
void set_hatch(const Scene& scene, const Plane& plane, const style::CellAxes& axes, PlaneBlock& block) {
  const PlanePart padded = padded_plane(plane);
  const Vec2 cell = cell_across(axes);
  block.padded = {(padded.left + padded.right) / 2 * cell.x, (padded.top + padded.bottom) / 2 * cell.y,
                  (padded.right - padded.left) / 2 * cell.x, (padded.bottom - padded.top) / 2 * cell.y};
  const float spacing = style::hatch_spacing * scene.content_scale;
  const float lines_a_pixel = std::sqrt(0.5F) / spacing;
  block.hatch = {(axes.column.x + axes.column.y) * lines_a_pixel, (axes.row.x + axes.row.y) * lines_a_pixel, spacing,
                 reach(style::hatch_width * scene.content_scale / 2).x};
  block.hatch_color = four(plane.hatch, plane.opacity);
}

}  // namespace

Four four(const Color& color, float opacity) {
  const float alpha = color.alpha * opacity;
  return {color.red * alpha, color.green * alpha, color.blue * alpha, alpha};
}

PlaneBlock plane_block(const Scene& scene, const Plane& plane, const style::CellAxes& axes) {
  const float line_width = plane.line_width * scene.content_scale;
  const std::int64_t count = plane.rows * plane.columns;
  const std::int64_t filled = std::clamp<std::int64_t>(plane.filled, 0, count);
  const float whole_rows = to_float(filled / plane.columns);
  const float columns = to_float(plane.columns);
  const float rows = to_float(plane.rows);
  const Vec2 cell = cell_across(axes);
  const Vec2 line = reach(line_width / 2);
  const Size& by = plane.stretch.by;
  PlaneBlock block{
      .picture = {scene.size.x, scene.size.y, axes.origin.x, axes.origin.y},
      .axes = {axes.column.x, axes.column.y, axes.row.x, axes.row.y},
      .cell = {cell.x, cell.y, columns * cell.x / 2, rows * cell.y / 2},
      .count = {columns, rows, line.x, line.y},
      .lines = {style::inner_line_opacity(cell.x, line_width), style::inner_line_opacity(cell.y, line_width),
                plane.opacity, no_layer},
      .filled = {whole_rows * cell.y, (whole_rows + 1) * cell.y, to_float(filled % plane.columns) * cell.x, 0},
      .texels = {},
      .texel = {},
      .stretch = {to_float(by.width) * cell.x, to_float(by.height) * cell.y, to_float(by.width), to_float(by.height)},
      .padded = {},
      .hatch = {},
      .unread = {},
      .fill_color = four(plane.fill, plane.opacity),
      .pending_color = four(plane.pending_fill, plane.opacity),
      .gap_color = four(plane.stretch.gap_fill, plane.opacity),
      .line_color = four(plane.line, plane.opacity),
      .hatch_color = {},
  };
  set_hatch(scene, plane, axes, block);
  return block;
}

void set_cells(PlaneBlock& block, const TexelPlace& place) {
  block.texels = {place.factor.x, place.factor.y, place.shift.x, place.shift.y};
  // Of a stretch the texels lie as far apart as the cells with values.
  block.texel = {block.stretch.x / place.factor.x, block.stretch.y / place.factor.y, 1 / place.size.x,
                 1 / place.size.y};
  block.lines.w = place.layer;
}

void set_unread(PlaneBlock& block, const TexelPlace& place) {
  block.unread = {place.factor.x / place.size.x, place.factor.y / place.size.x, place.shift.x / place.size.x,
                  place.shift.y / place.size.x};
}

/// Cells that touch are joined: one strip has no seams, and less to compute.
LatticePlace lattice_place(const CellLattice& lattice, Vec2 cell, float opacity) {
  const bool joined_x = lattice.column_spacing == 1;
  const bool joined_y = lattice.row_spacing == 1;
  const float columns = to_float(lattice.columns);
  const float rows = to_float(lattice.rows);
  const Four place{lattice.column * cell.x, lattice.row * cell.y,
                   (joined_x ? columns : lattice.column_spacing) * cell.x,
                   (joined_y ? rows : lattice.row_spacing) * cell.y};
  const Four size{joined_x ? 0 : columns - 1, joined_y ? 0 : rows - 1, (joined_x ? columns : 1) * cell.x,
                  (joined_y ? rows : 1) * cell.y};
  if (lattice.cut) {
    return {place, size, {}, {1, 0, 0, 0}};
  }
  return {place, size, four(lattice.overlay, opacity), {}};
}

LatticeBlock lattice_block(const Plane& plane, std::uint64_t chosen, Vec2 cell, std::span<const float> color_rows) {
  LatticeBlock block;
  std::size_t count = 0;
  for (std::size_t i = 0; i < std::min(plane.lattices.size(), max_lattices); ++i) {
    if ((chosen >> i & 1U) == 0) {
      continue;
    }
    const CellLattice& lattice = plane.lattices[i];
    LatticeBlock::Lattice& drawn = block.lattices[count++];
    drawn = {lattice_place(lattice, cell, plane.opacity), {1, 1, 0, 0}};
    if (i < color_rows.size() && color_rows[i] > 0) {
      drawn.place.cuts.z = color_rows[i];
      drawn.colors = {lattice.column_spacing * cell.x, lattice.row_spacing * cell.y, to_float(lattice.columns - 1),
                      to_float(lattice.rows - 1)};
    }
  }
  block.count = {static_cast<float>(count), 0, 0, 0};
  return block;
}

}  // namespace convscope::gl
