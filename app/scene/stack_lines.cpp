#include <algorithm>
#include <cmath>
#include <string>

#include "app/scene/copy_lines.h"
#include "app/scene/stack_parts.h"

namespace convscope {
namespace {

constexpr float thin = 1;
/// Rows from a line between two of them to the numbers beside it.
constexpr float beside_numbers = 0.2F;

using BoxOf = CellRect (*)(const Parts&);

/// What a line along a box's edge shows of itself while the box moves to other rows: there it would cross numbers.
float shown_between_rows(const Parts& parts, BoxOf box_of) {
  const auto row_at = [&](float slide) {
    Parts then = parts;
    then.moment.slide = slide;
    return box_of(then).row;
  };
  const float row = box_of(parts).row;
  const float away = std::min(std::abs(row - row_at(0)), std::abs(row - row_at(1)));
  return std::clamp(1 - away / beside_numbers, 0.0F, 1.0F);
}

/// A corner of a box on a slab: (x, y) in 0 or 1.
Vec3 corner(const PlacedVolume& placed, const Slab& slab, const CellRect& box, Vec2 which) {
  return placed.at(slab, box.row + which.y * box.rows, box.column + which.x * box.columns);
}

CellRect whole(const Volume& volume) {
  return {0, 0, static_cast<float>(volume.cells.height), static_cast<float>(volume.cells.width)};
}

const Slab& nearest(const PlacedVolume& placed) {
  return placed.volume->slabs[placed.painted(placed.volume->slabs.size() - 1)];
}

/// The slab that reaches furthest to the right on the picture.
const Slab& rightmost(const PlacedVolume& placed) {
  const std::vector<Slab>& slabs = placed.volume->slabs;
  return placed.view.right.z > 0 ? slabs.front() : slabs.back();
}

void add(std::string name, Vec3 from, Vec3 to, Color color, std::vector<SceneItem>& items) {
  items.emplace_back(Line{.from = from, .to = to, .color = color, .width = thin, .name = std::move(name)});
}

void add_copies(const StackPicture& picture, const PlacedVolume& on, const Slab& slab,
                const std::vector<CopyLine>& lines, std::size_t first_number, std::vector<SceneItem>& items) {
  std::size_t number = first_number;
  for (const CopyLine& line : lines) {
    items.emplace_back(Line{.from = on.at(slab, line.from.y, line.from.x),
                            .to = on.at(slab, line.to.y, line.to.x),
                            .color = picture.parts.palette.padding,
                            .width = copy_line_width,
                            .arrow = true,
                            .name = "copy line " + std::to_string(number++)});
  }
}

}  // namespace

Vec3 filter_at_work(const StackPicture& picture) {
  for (const StackFilter& filter : picture.layout.filters) {
    if (filter.number == current_filter(picture.parts)) {
      return filter.middle;
    }
  }
  return picture.layout.block_middle;
}

void add_window_lines(const StackPicture& picture, std::vector<SceneItem>& items) {
  const StackLayout& layout = picture.layout;
  const PlacedVolume input = picture.placed(layout.input, layout.input_middle);
  const PlacedVolume target =
      picture.placed(layout.kernel, layout.has_block ? layout.block_middle : filter_at_work(picture));
  const Slab& from = window_slab(picture);
  const CellRect box = input_box(picture.parts);
  CellRect to_edge = box;
  to_edge.columns = std::max(
      box.columns, static_cast<float>(layout.input.cells.width + input_border(picture.parts).right) - box.column);
  // The window's right edge goes over to the left edge of what stands beside it: more lines would cross its texts. On
  // the input they lie between its rows, where no numbers are, or fade.
  const float shown = shown_between_rows(picture.parts, input_box);
  const auto line = [&](const std::string& name, Vec2 corner_from, Vec2 corner_to) {
    const Color color = picture.parts.palette.kernel_size;
    const Vec3 edge = corner(input, from, to_edge, corner_from);
    if (to_edge.columns > box.columns && shown > 0) {
      add(name + " on input", corner(input, from, box, corner_from), edge, with_alpha(color, shown * color.alpha),
          items);
    }
    add(name, edge, corner(target, nearest(target), whole(layout.kernel), corner_to), color, items);
  };
  line("window line 1", {1, 0}, {0, 0});
  line("window line 2", {1, 1}, {0, 1});
}

void add_copy_lines(const StackPicture& picture, std::vector<SceneItem>& items) {
  const PlacedVolume input = picture.placed(picture.layout.input, picture.layout.input_middle);
  const std::vector<CopyLine> lines =
      picture.layout.has_block ? window_copy_lines(picture.parts).out : copy_lines(picture.parts);
  add_copies(picture, input, window_slab(picture), lines, 0, items);
}

void add_window_copy_lines(const StackPicture& picture, std::vector<SceneItem>& items) {
  const PlacedVolume block = picture.placed(picture.layout.kernel, picture.layout.block_middle);
  const WindowCopyLines lines = window_copy_lines(picture.parts);
  add_copies(picture, block, nearest(block), lines.within, lines.out.size(), items);
}

void add_result_lines(const StackPicture& picture, std::vector<SceneItem>& items) {
  const Parts& parts = picture.parts;
  const StackLayout& layout = picture.layout;
  const PlacedVolume filter = picture.placed(layout.kernel, filter_at_work(picture));
  const PlacedVolume output = picture.placed(layout.output, layout.output_middle);
  const std::int64_t made = parts.stamping
                                ? parts.out_channel - parts.out_channel % out_channels_per_group(parts.layer())
                                : parts.out_channel;
  const Slab& slab = slab_of(layout.output, made);
  const CellRect box = output_box(parts);
  CellRect from_edge = box;
  from_edge.column = std::min(box.column, -static_cast<float>(output_border(parts).left));
  // From the filter's right edge alone, and there from what is seen furthest right: other lines would cross it or the
  // text below it. On the output they lie between its rows, where no numbers are, or fade.
  const float shown = shown_between_rows(parts, output_box);
  const Slab& furthest = rightmost(filter);
  const auto line = [&](const std::string& name, Vec2 from, Vec2 to) {
    const Color color = parts.palette.kernel_size;
    const Vec3 edge = corner(output, slab, from_edge, to);
    add(name, corner(filter, furthest, whole(layout.kernel), from), edge, color, items);
    if (from_edge.column < box.column && shown > 0) {
      add(name + " on output", edge, corner(output, slab, box, to), with_alpha(color, shown * color.alpha), items);
    }
  };
  line("result line 0", {1, 0}, {0, 0});
  line("result line 1", {1, 1}, {0, 1});
}

}  // namespace convscope
