#include <algorithm>
#include <iterator>

#include "app/scene/copy_lines.h"
#include "app/scene/marks.h"
#include "app/scene/tap_grid.h"

namespace convscope {
namespace {

constexpr float window_frame_width = 3;
constexpr float tap_frame_width = 2;
constexpr float copied_frame_width = 2;

}  // namespace

std::vector<CellFrame> input_frames(const Parts& parts) {
  const CellRect box = input_box(parts);
  const Color color = parts.palette.kernel_size;
  std::vector<CellFrame> frames{{box.row, box.column, box.rows, box.columns, color, window_frame_width}};
  if (parts.tap) {
    const TapGrid grid = tap_grid(parts.document.sized, parts.cell);
    const std::int64_t number = parts.moment.part % std::max<std::int64_t>(1, grid.rows.count * grid.columns.count);
    const auto row = static_cast<float>(grid.rows.at(number / grid.columns.count));
    const auto column = static_cast<float>(grid.columns.at(number % grid.columns.count));
    frames.push_back({row, column, 1, 1, parts.palette.on_cell, tap_frame_width});
  }
  std::ranges::copy(copied_frames(parts), std::back_inserter(frames));
  return frames;
}

std::vector<CellFrame> copied_frames(const Parts& parts) {
  std::vector<CellFrame> frames;
  for (const CellRect& block : copied_blocks(parts)) {
    frames.push_back({block.row, block.column, block.rows, block.columns, parts.palette.padding, copied_frame_width});
  }
  return frames;
}

std::vector<CellFrame> output_frames(const Parts& parts) {
  if (!parts.stamping) {
    return {};
  }
  const CellRect box = output_box(parts);
  return {{box.row, box.column, box.rows, box.columns, parts.palette.kernel_size, window_frame_width}};
}

}  // namespace convscope
