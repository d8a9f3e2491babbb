#include <algorithm>
#include <limits>
#include <string>
#include <utility>

#include "app/scene/coloring.h"
#include "app/scene/marks.h"
#include "app/scene/stack_parts.h"
#include "engine/padding.h"

namespace convscope {
namespace {

/// Channels that the sum has not reached are there already, but faint.
constexpr float not_reached = 0.22F;
/// How much the background covers cells that lie in padding, and taps that are not added yet.
constexpr float in_padding = 0.78F;
constexpr float not_added = 0.5F;
constexpr float frame_width = 3;

CellLattice cover(float row, float column, std::int64_t rows, std::int64_t columns, Color overlay, Color number) {
  CellLattice lattice;
  lattice.row = row;
  lattice.column = column;
  lattice.rows = rows;
  lattice.columns = columns;
  lattice.overlay = overlay;
  lattice.number_color = number;
  return lattice;
}

struct Axis1 {
  std::int64_t first;    ///< The window's first cell, counted from the input's.
  std::int64_t spacing;  ///< Dilation.
  std::int64_t count;
  std::int64_t cells;  ///< Of the input.

  /// Cells of the window before and after the input.
  [[nodiscard]] std::int64_t before() const {
    return first >= 0 ? 0 : std::min(count, (-first + spacing - 1) / spacing);
  }
  [[nodiscard]] std::int64_t after() const {
    const std::int64_t left = cells - first;  // The first `left` places of the window's span lie before the end.
    const std::int64_t within = left <= 0 ? 0 : (left + spacing - 1) / spacing;
    return count - std::min(count, within);
  }
};

/// Covers for the rows and columns of the window that lie in padding.
void add_padding_covers(const Parts& parts, std::vector<CellLattice>& lattices) {
  const Layer& layer = parts.layer();
  const Size& cells = parts.document.sized.input_size;
  const WindowOrigin origin = window_place(layer, parts.cell.y, parts.cell.x);
  const Axis1 rows{origin.y, layer.dilation.height, layer.kernel_size.height, cells.height};
  const Axis1 columns{origin.x, layer.dilation.width, layer.kernel_size.width, cells.width};
  const Color overlay = with_alpha(parts.palette.background, in_padding);
  const auto add = [&](std::int64_t row, std::int64_t column, std::int64_t row_count, std::int64_t column_count) {
    if (row_count > 0 && column_count > 0) {
      lattices.push_back(cover(static_cast<float>(row), static_cast<float>(column), row_count, column_count, overlay,
                               parts.palette.padding));
    }
  };
  const std::int64_t middle = rows.count - rows.before() - rows.after();
  add(0, 0, rows.before(), columns.count);
  add(rows.count - rows.after(), 0, rows.after(), columns.count);
  add(rows.before(), 0, middle, columns.before());
  add(rows.before(), columns.count - columns.after(), middle, columns.after());
}

/// With Pace::tap, covers for what the sum of the current channel has not reached, and the frame of the newest tap.
void add_tap_marks(const Parts& parts, const GroupColors& colors, Plane& face) {
  const Size& kernel = parts.layer().kernel_size;
  const std::int64_t newest = parts.moment.part % (kernel.height * kernel.width);
  const std::int64_t row = newest / kernel.width;
  const std::int64_t column = newest % kernel.width;
  const Color overlay = with_alpha(parts.palette.background, not_added);
  if (column + 1 < kernel.width) {
    face.lattices.push_back(cover(static_cast<float>(row), static_cast<float>(column + 1), 1, kernel.width - column - 1,
                                  overlay, colors.number));
  }
  if (row + 1 < kernel.height) {
    face.lattices.push_back(
        cover(static_cast<float>(row + 1), 0, kernel.height - row - 1, kernel.width, overlay, colors.number));
  }
  face.frames.push_back({static_cast<float>(row), static_cast<float>(column), 1, 1, parts.palette.on_cell, 2});
}

/// The cell that a maximum takes, in the window.
void add_winner(const Parts& parts, Plane& face) {
  if (const auto winner = winning_tap(parts)) {
    const std::int64_t columns = parts.layer().kernel_size.width;
    const std::int64_t row = *winner / columns;
    const std::int64_t column = *winner % columns;
    face.lattices.push_back(
        cover(static_cast<float>(row), static_cast<float>(column), 1, 1, parts.palette.winner, parts.palette.on_cell));
  }
}

void color_block(const Parts& parts, Plane& face) {
  if (parts.document.view.coloring == Coloring::weight) {
    const auto count = static_cast<float>(face.rows * face.columns);
    face.cell_fill = ValueFill{{parts.result.window_numbers, 0, 0}, {ColorMap::weights, 0, count}};
  } else if (const auto scale = value_scale(parts, shown_input(parts))) {
    face.cell_fill = ValueFill{face.values, *scale};
  }
}

class BlockBuilder {
 public:
  explicit BlockBuilder(const StackPicture& picture)
      : picture_(picture),
        colors_(picture.colors_of(current_group(picture.parts))),
        values_(window_values(picture.parts)) {}

  [[nodiscard]] Plane face(const Slab& slab) const {
    const Parts& parts = picture_.parts;
    const Volume& volume = picture_.layout.kernel;
    Plane face;
    face.name = "window " + std::to_string(slab.channel);
    face.rows = volume.cells.height;
    face.columns = volume.cells.width;
    face.filled = face.rows * face.columns;
    face.fill = colors_.fill;
    face.line = colors_.line;
    face.line_width = picture_.line_width(volume);
    face.number_color = colors_.number;
    face.values = {values_, 0, slab.channel};
    color_block(parts, face);
    add_padding_covers(parts, face.lattices);
    const std::int64_t reached = channels_reached(parts);
    if (slab.channel >= reached) {
      face.opacity = not_reached;
    }
    if (slab.channel == reached - 1 && parts.moment.pace == Pace::tap) {
      add_tap_marks(parts, colors_, face);
    }
    return face;
  }

 private:
  const StackPicture& picture_;
  const GroupColors& colors_;
  std::shared_ptr<const Tensor> values_;
};

}  // namespace

std::shared_ptr<const Tensor> window_values(const Parts& parts) {
  const Layer& layer = parts.layer();
  const Size& size = parts.document.sized.input_size;
  const Tensor& input = *shown_input(parts).values;
  const WindowOrigin origin = window_place(layer, parts.cell.y, parts.cell.x);
  const std::int64_t first = first_input_channel(layer, parts.out_channel);
  const float outside = layer.op == Op::max_pool2d ? -std::numeric_limits<float>::infinity() : 0;
  auto values = std::make_shared<Tensor>(Shape{1, parts.depth, layer.kernel_size.height, layer.kernel_size.width});
  const std::span<float> cells = values->values();
  std::size_t at = 0;
  for (std::int64_t channel = first; channel < first + parts.depth; ++channel) {
    for (std::int64_t row = 0; row < layer.kernel_size.height; ++row) {
      const auto y = source_cell(layer.padding_mode, origin.y + row * layer.dilation.height, size.height);
      for (std::int64_t column = 0; column < layer.kernel_size.width; ++column) {
        const auto x = source_cell(layer.padding_mode, origin.x + column * layer.dilation.width, size.width);
        cells[at++] = x && y ? input.at({0, channel, *y, *x}) : outside;
      }
    }
  }
  return values;
}

void add_stack_block(const StackPicture& picture, std::vector<SceneItem>& items) {
  const Parts& parts = picture.parts;
  const Volume& volume = picture.layout.kernel;
  const PlacedVolume placed = picture.placed(volume, picture.layout.block_middle);
  const GroupColors& colors = picture.colors_of(current_group(parts));
  const SlabSides sides{.top = colors.top,
                        .side = colors.side,
                        .line = colors.line,
                        .pending_top = colors.top,
                        .pending_side = colors.side,
                        .line_width = picture.line_width(volume)};
  const BlockBuilder builder(picture);
  std::vector<PaintedSlab> painted;
  for (std::size_t i = 0; i < volume.slabs.size(); ++i) {
    const Slab& slab = volume.slabs[placed.painted(i)];
    Plane face = builder.face(slab);
    if (i + 1 == volume.slabs.size()) {
      face.numbers = placed.seen_from_front();
      add_winner(parts, face);
      face.frames.push_back({.rows = static_cast<float>(face.rows),
                             .columns = static_cast<float>(face.columns),
                             .color = parts.palette.kernel_size,
                             .width = frame_width});
    }
    painted.push_back({slab, sides, std::move(face)});
  }
  add_slabs(placed, picture.layout.camera, std::move(painted), items);
}

}  // namespace convscope
