#include "app/render/gl/texel_range.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/render/style.h"

namespace convscope::gl {
namespace {

float to_float(std::int64_t value) { return static_cast<float>(value); }

std::int64_t cells_in_pixel(float cell) {
  return std::max<std::int64_t>(1, static_cast<std::int64_t>(1 / std::max(cell, 1e-4F)));
}

std::int64_t divided_up(std::int64_t a, std::int64_t b) { return (a + b - 1) / b; }

/// Texels along one axis, [first, last) within [0, all), half as many again to each side, at most `limit`.
std::pair<std::int64_t, std::int64_t> with_room(std::int64_t first, std::int64_t last, std::int64_t all,
                                                std::int64_t limit) {
  const std::int64_t room = std::max<std::int64_t>(0, std::min((last - first) / 2, (limit - (last - first)) / 2));
  first = std::clamp<std::int64_t>(first - room, 0, all - 1);
  last = std::clamp(last + room, first + 1, all);
  return {first, std::min(last, first + limit)};
}

}  // namespace

Size value_cells(const Plane& plane) {
  const Size& by = plane.stretch.by;
  return {(plane.rows - 1) / by.height + 1, (plane.columns - 1) / by.width + 1};
}

TexelGrid texel_grid(const Plane& plane, Vec2 cell) {
  const Size& by = plane.stretch.by;
  if (const auto* swatches = std::get_if<SwatchFill>(&plane.cell_fill)) {
    const Size& kernel = swatches->kernel_size;
    const float smallest = style::smallest_swatch;
    if (cell.x >= smallest * static_cast<float>(kernel.width) &&
        cell.y >= smallest * static_cast<float>(kernel.height)) {
      return {.parts = kernel};
    }
  }
  return {.block = {cells_in_pixel(cell.y * static_cast<float>(by.height)),
                    cells_in_pixel(cell.x * static_cast<float>(by.width))}};
}

TexelRange all_texels(const Plane& plane, const TexelGrid& grid) {
  const Size cells = value_cells(plane);
  return {0, divided_up(cells.height * grid.parts.height, grid.block.height), 0,
          divided_up(cells.width * grid.parts.width, grid.block.width)};
}

TexelRange with_room(const TexelRange& range, const TexelRange& all, std::int64_t limit) {
  const auto [first_row, last_row] = with_room(range.first_row, range.last_row, all.last_row, limit);
  const auto [first_column, last_column] = with_room(range.first_column, range.last_column, all.last_column, limit);
  return {first_row, last_row, first_column, last_column};
}

TexelRange texels_in(const Plane& plane, const TexelGrid& grid, const PlanePart& part) {
  const TexelRange all = all_texels(plane, grid);
  const auto at = [](float cell, std::int64_t by, std::int64_t parts, std::int64_t block, std::int64_t count) {
    const float texel = cell / to_float(by) * to_float(parts) / to_float(block);
    return static_cast<std::int64_t>(std::clamp(std::floor(texel), 0.0F, to_float(count)));
  };
  const Size& by = plane.stretch.by;
  const auto row = [&](float y) { return at(y, by.height, grid.parts.height, grid.block.height, all.last_row); };
  const auto column = [&](float x) { return at(x, by.width, grid.parts.width, grid.block.width, all.last_column); };
  return {std::max<std::int64_t>(0, row(part.top) - 1), std::min(row(part.bottom) + 2, all.last_row),
          std::max<std::int64_t>(0, column(part.left) - 1), std::min(column(part.right) + 2, all.last_column)};
}

}  // namespace convscope::gl
