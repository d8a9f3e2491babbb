#include "app/scene/marks.h"

#include <algorithm>
#include <bit>
#include <span>

#include "app/scene/cell_sum.h"
#include "app/scene/coloring.h"
#include "app/scene/tap_grid.h"
#include "engine/arithmetic.h"

namespace convscope {
namespace {

constexpr float pale_overlay = 0.35F;

CellLattice plain_lattice(const Parts& parts, Color overlay) {
  return {.overlay = overlay,
          .fill = {},
          .corner_values = {},
          .corner_color = parts.palette.on_cell,
          .number_color = parts.palette.on_cell};
}

CellLattice single_cell(const Parts& parts, float row, float column, Color overlay) {
  CellLattice lattice = plain_lattice(parts, overlay);
  lattice.row = row;
  lattice.column = column;
  return lattice;
}

/// A lattice as large as the kernel, its cells as far apart as the dilation says.
CellLattice kernel_lattice(const Parts& parts, const CellRect& box, Color overlay) {
  const Layer& layer = parts.layer();
  // Over colours that say a value, a dark overlay would say another.
  const bool by_value = value_scale(parts, parts.values.input).has_value();
  if (by_value) {
    overlay.alpha *= pale_overlay;
  }
  CellLattice lattice = single_cell(parts, box.row, box.column, overlay);
  lattice.rows = layer.kernel_size.height;
  lattice.columns = layer.kernel_size.width;
  lattice.row_spacing = static_cast<float>(layer.dilation.height);
  lattice.column_spacing = static_cast<float>(layer.dilation.width);
  if (parts.document.view.coloring == Coloring::weight) {
    const auto count = static_cast<float>(lattice.rows * lattice.columns);
    lattice.fill = ValueFill{{parts.result.window_numbers, 0, 0}, {ColorMap::weights, 0, count}};
    lattice.overlay.alpha = 0;
    lattice.number_color = parts.palette.text;
    lattice.corner_color = parts.palette.text;
  }
  return lattice;
}

/// The weights between the two channels, small in the lattice's cells.
void add_corner_weights(const Parts& parts, std::int64_t input_channel, std::int64_t output_channel,
                        CellLattice& lattice) {
  const Layer& layer = parts.layer();
  if (is_pool(layer.op)) {
    return;
  }
  const WeightChannels place =
      weight_channels(layer, output_channel, input_channel - first_input_channel(layer, output_channel));
  lattice.corner_values = ChannelValues{parts.result.window_weight, place.outer, place.inner};
}

/// The taps of the channel that come after the moment's part are not in the sum yet.
std::int64_t taps_done(const Parts& parts, std::int64_t channel, std::int64_t in_channel) {
  const std::int64_t in_group = channel - first_input_channel(parts.layer(), parts.out_channel);
  switch (parts.moment.pace) {
    case Pace::cell:
      return in_channel;
    case Pace::channel:
      return in_group <= parts.moment.part ? in_channel : 0;
    case Pace::tap:
      return std::clamp<std::int64_t>(parts.moment.part + 1 - in_group * in_channel, 0, in_channel);
  }
  return in_channel;
}

std::vector<CellLattice> window_marks(const Parts& parts, std::int64_t channel) {
  CellLattice all = window_lattice(parts);
  add_corner_weights(parts, channel, parts.out_channel, all);
  const TapGrid grid = tap_grid(parts.document.sized, parts.cell);
  const std::int64_t in_channel = grid.rows.count * grid.columns.count;
  const std::int64_t done = taps_done(parts, channel, in_channel);
  if (done == in_channel) {
    return {all};
  }
  all.overlay = with_alpha(all.overlay, all.overlay.alpha / 3);
  std::vector<CellLattice> marks{all};
  const std::int64_t whole_rows = done / std::max<std::int64_t>(grid.columns.count, 1);
  const std::int64_t rest = done - whole_rows * grid.columns.count;
  const auto add = [&](const TapLine& rows, const TapLine& columns) {
    if (rows.count > 0 && columns.count > 0) {
      CellLattice part = plain_lattice(parts, parts.palette.taken);
      set_lattice_place(part, rows, columns);
      marks.push_back(part);
    }
  };
  add(part_of(grid.rows, 0, whole_rows), grid.columns);
  add(part_of(grid.rows, whole_rows, 1), part_of(grid.columns, 0, rest));
  return marks;
}

void add_winner(const Parts& parts, std::vector<CellLattice>& marks) {
  if (parts.moment.slide > 0 && parts.moment.complete()) {
    return;  // It belongs to the place that the window leaves.
  }
  if (const auto winner = winning_tap(parts)) {
    const Tap tap = taps(parts.document.sized, parts.cell)[static_cast<std::size_t>(*winner)];
    marks.push_back(
        single_cell(parts, static_cast<float>(tap.padded_y), static_cast<float>(tap.padded_x), parts.palette.winner));
  }
}

/// The weight that a stamp in parts adds: the kernel rows and columns that reach an output, in their order.
std::optional<Size> stamped_weight(const Parts& parts) {
  const LayerReads& reads = *parts.result.reads;
  const auto rows = bits_of(reads.rows, parts.cell.y);
  const auto columns = bits_of(reads.columns, parts.cell.x);
  if (parts.moment.pace != Pace::tap || rows.empty() || columns.empty()) {
    return std::nullopt;
  }
  const auto count = static_cast<std::int64_t>(rows.size() * columns.size());
  const auto in_channel = static_cast<std::size_t>(parts.moment.part % count);
  return Size{rows[in_channel / columns.size()], columns[in_channel % columns.size()]};
}

}  // namespace

CellLattice window_lattice(const Parts& parts) {
  return kernel_lattice(parts, parts.stamping ? output_box(parts) : input_box(parts), parts.palette.taken);
}

std::optional<std::int64_t> winning_tap(const Parts& parts) {
  if (parts.layer().op != Op::max_pool2d) {
    return std::nullopt;
  }
  const std::vector<Tap> all = taps(parts.document.sized, parts.cell);
  std::span<const Tap> seen = all;
  if (parts.moment.pace == Pace::tap) {
    seen = seen.first(static_cast<std::size_t>(parts.moment.part + 1));
  }
  const auto winner = max_pool_winner(seen, *parts.document.input);
  return winner ? std::optional(static_cast<std::int64_t>(*winner)) : std::nullopt;
}

std::vector<CellLattice> input_marks(const Parts& parts, std::int64_t channel) {
  if (!is_read(parts, channel)) {
    return {};
  }
  if (parts.stamping) {
    const CellRect box = input_box(parts);
    return {single_cell(parts, box.row, box.column, parts.palette.taken)};
  }
  std::vector<CellLattice> marks = window_marks(parts, channel);
  add_winner(parts, marks);
  return marks;
}

std::vector<CellLattice> kernel_marks(const Parts& parts, std::int64_t out_channel, std::int64_t group_channel) {
  if (out_channel != parts.out_channel || group_channel != parts.front_in_group()) {
    return {};
  }
  std::optional<Size> weight;
  if (parts.stamping) {
    weight = stamped_weight(parts);
  } else if (parts.tap && parts.tap->weight) {
    weight = Size{parts.tap->weight->y, parts.tap->weight->x};
  }
  if (!weight) {
    return {};
  }
  return {single_cell(parts, static_cast<float>(weight->height), static_cast<float>(weight->width),
                      with_alpha(parts.palette.kernel_size, 1))};
}

std::vector<CellLattice> output_marks(const Parts& parts, std::int64_t channel) {
  if (!parts.stamping) {
    const CellRect box = output_box(parts);
    return {single_cell(parts, box.row, box.column, parts.palette.taken)};
  }
  CellLattice stamp = window_lattice(parts);
  add_corner_weights(parts, parts.cell.channel, channel, stamp);
  return {stamp};
}

std::vector<CellNumber> growing_sum(const Parts& parts) {
  const View& view = parts.document.view;
  const bool sums = view.flow == Flow::forward && view.coloring != Coloring::coverage;
  if (parts.stamping || parts.moment.complete() || !sums) {
    return {};
  }
  return {{parts.cell.y, parts.cell.x, static_cast<float>(partial_sum(parts.document, parts.moment))}};
}

}  // namespace convscope
