#include "app/render/gl/cell_texels.h"

#include <algorithm>
#include <iterator>
#include <thread>

#include "app/render/gl/texel_rows.h"
#include "app/render/style.h"

namespace convscope::gl {
namespace {

template <typename Rows>
std::vector<Texel> single_texels(Rows& rows, const TexelRange& range) {
  const auto width = static_cast<std::size_t>(range.columns());
  std::vector<Texel> texels(width * static_cast<std::size_t>(range.rows()));
  for (std::int64_t row = range.first_row; row < range.last_row; ++row) {
    rows.read(row, range.first_column,
              std::span(texels).subspan(static_cast<std::size_t>(row - range.first_row) * width, width));
  }
  return texels;
}

/// Blocks count from the plane's corner, so that what they show does not change when the plane moves. Rows are added up
/// column by column first: most of a photograph's work.
template <typename Rows>
std::vector<Texel> block_texels(Rows& rows, const Size& cells, const Size& block, const TexelRange& range) {
  const std::int64_t first = range.first_column * block.width;
  const std::int64_t last = std::min(range.last_column * block.width, cells.width);
  std::vector<WideTexel> columns(static_cast<std::size_t>(last - first));
  std::vector<Texel> texels;
  texels.reserve(static_cast<std::size_t>(range.rows() * range.columns()));
  for (std::int64_t row = range.first_row; row < range.last_row; ++row) {
    std::vector<TexelSum> sums(static_cast<std::size_t>(range.columns()));
    const std::int64_t end = std::min((row + 1) * block.height, cells.height);
    for (std::int64_t y = row * block.height; y < end; y += most_in_wide_texel) {
      const std::int64_t count = std::min(end - y, most_in_wide_texel);
      std::ranges::fill(columns, 0);
      for (std::int64_t i = 0; i < count; ++i) {
        rows.add(y + i, first, columns);
      }
      for (std::size_t column = 0; column < columns.size(); ++column) {
        sums[column / static_cast<std::size_t>(block.width)].add(columns[column], count);
      }
    }
    std::ranges::transform(sums, std::back_inserter(texels), &TexelSum::mean);
  }
  return texels;
}

/// Below so many cells a thread takes longer to start than to help.
constexpr std::int64_t cells_worth_a_thread = std::int64_t{1} << 19;

/// A photograph's halves side by side.
template <typename Rows>
std::vector<Texel> large_block_texels(const Rows& rows, const Size& cells, const Size& block, const TexelRange& range) {
  TexelRange upper = range;
  TexelRange lower = range;
  upper.last_row = lower.first_row = range.first_row + range.rows() / 2;
  std::vector<Texel> upper_texels;
  std::vector<Texel> lower_texels;
  {
    const std::jthread other([&, own = rows]() mutable { lower_texels = block_texels(own, cells, block, lower); });
    Rows own = rows;
    upper_texels = block_texels(own, cells, block, upper);
  }
  upper_texels.insert(upper_texels.end(), lower_texels.begin(), lower_texels.end());
  return upper_texels;
}

template <typename Rows>
std::vector<Texel> texels_of(Rows rows, const Plane& plane, const TexelGrid& grid, const TexelRange& range) {
  if (grid.block == Size{1, 1}) {
    return single_texels(rows, range);
  }
  const bool large = range.rows() * range.columns() * grid.block.height * grid.block.width > cells_worth_a_thread;
  return large ? large_block_texels(rows, value_cells(plane), grid.block, range)
               : block_texels(rows, value_cells(plane), grid.block, range);
}

}  // namespace

bool has_cell_colors(const Plane& plane) {
  if (const auto* fill = std::get_if<ValueFill>(&plane.cell_fill)) {
    return fill->values.tensor != nullptr;
  }
  return std::holds_alternative<SwatchFill>(plane.cell_fill) && plane.reads != nullptr;
}

std::vector<Texel> cell_texels(const Plane& plane, const TexelGrid& grid, const TexelRange& range) {
  if (const auto* fill = std::get_if<ValueFill>(&plane.cell_fill)) {
    return texels_of(ValueRows(plane, *fill), plane, grid, range);
  }
  return texels_of(SwatchRows(plane, std::get<SwatchFill>(plane.cell_fill), grid.parts), plane, grid, range);
}

std::vector<Texel> value_texels(const ValueFill& fill) {
  const TexelScale scale(fill.scale);
  const std::span<const float> values = fill.values.tensor->channel(fill.values.batch, fill.values.channel);
  std::vector<Texel> texels(values.size());
  scale.of(values, texels);
  return texels;
}

}  // namespace convscope::gl
