#include "app/scene/matrix_marks.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "app/scene/marks.h"

namespace convscope {
namespace {

/// Longer lines, and those in more pieces, are not lit entry by entry.
constexpr std::int64_t longest_line = 16384;
constexpr std::size_t most_runs = 48;

std::int64_t column_of(const Parts& parts, const Index& input) {
  const Size size = parts.document.sized.input_size;
  return (input.channel * size.height + input.y) * size.width + input.x;
}

std::int64_t length(const CellRect& line) { return static_cast<std::int64_t>(std::max(line.rows, line.columns)); }

/// The rows and columns of the matrix that the step uses.
CellRect used_by_step(const Parts& parts) {
  const ShownMatrix& matrix = *parts.result.matrix;
  const auto rows = static_cast<float>(matrix.rows);
  const auto columns = static_cast<float>(matrix.columns);
  if (!is_im2col(parts)) {
    const auto step = static_cast<float>(parts.step);
    return parts.stamping ? CellRect{0, step, rows, 1} : CellRect{step, 0, 1, columns};
  }
  const Size kernel = parts.layer().kernel_size;
  const std::int64_t in_channel = kernel.height * kernel.width;
  const std::int64_t first =
      parts.stamping ? parts.cell.channel : first_input_channel(parts.layer(), parts.out_channel);
  const std::int64_t depth = parts.stamping ? 1 : parts.depth;
  const std::int64_t outputs = matrix.columns;
  return {static_cast<float>(first * in_channel), static_cast<float>(parts.step % outputs),
          static_cast<float>(depth * in_channel), 1};
}

/// The single entry of the tap that is being added.
std::optional<CellRect> tap_entry(const Parts& parts) {
  if (!parts.tap) {
    return std::nullopt;
  }
  const Tap& tap = *parts.tap;
  if (!is_im2col(parts)) {
    return tap.input ? std::optional(CellRect{static_cast<float>(parts.step),
                                              static_cast<float>(column_of(parts, *tap.input)), 1, 1})
                     : std::nullopt;
  }
  const Size kernel = parts.layer().kernel_size;
  const std::int64_t in_channel = kernel.height * kernel.width;
  const std::int64_t place = tap.weight ? tap.weight->y * kernel.width + tap.weight->x : parts.moment.part;
  return CellRect{static_cast<float>(parts.front_channel * in_channel + place),
                  static_cast<float>(parts.step % parts.result.matrix->columns), 1, 1};
}

/// Along a line of C, which places have no entry.
std::vector<bool> lacks_entry(const Parts& parts, const CellRect& line) {
  const Tensor& values = *parts.result.matrix->values.values;
  const Index first{0, 0, static_cast<std::int64_t>(line.row), static_cast<std::int64_t>(line.column)};
  const std::int64_t stride = line.rows == 1 ? 1 : parts.result.matrix->columns;
  std::vector<bool> lacks;
  for (std::size_t at = first.y * parts.result.matrix->columns + first.x; std::ssize(lacks) < length(line);
       at += static_cast<std::size_t>(stride)) {
    lacks.push_back(std::isnan(values.values()[at]));
  }
  return lacks;
}

/// The same, of the taps that the sum has reached.
std::vector<bool> lacks_reached_entry(const Parts& parts, const CellRect& line) {
  std::vector<bool> lacks(static_cast<std::size_t>(length(line)), true);
  const CellTaps taps(parts.document.sized, parts.cell);
  const std::int64_t reached = taps.count() * (parts.moment.part + 1) / std::max<std::int64_t>(parts.moment.parts, 1);
  for (std::int64_t number = 0; number < reached; ++number) {
    if (const Tap tap = taps[number]; tap.input) {
      lacks[static_cast<std::size_t>(column_of(parts, *tap.input))] = false;
    }
  }
  return lacks;
}

struct Run {
  std::int64_t first = 0;
  std::int64_t count = 1;
  std::int64_t spacing = 1;
};

/// What is true, as few runs of equal distances.
std::vector<Run> runs_of(const std::vector<bool>& places) {
  std::vector<Run> runs;
  std::int64_t last = 0;
  for (std::int64_t place = 0; place < std::ssize(places); ++place) {
    if (!places[static_cast<std::size_t>(place)]) {
      continue;
    }
    if (!runs.empty() && runs.back().count == 1) {
      runs.back().spacing = place - last;
    }
    if (!runs.empty() && runs.back().spacing == place - last) {
      ++runs.back().count;
    } else {
      runs.push_back({.first = place});
    }
    last = place;
  }
  return runs;
}

CellLattice covered(const CellRect& part, Color overlay, Color number_color) {
  return {.row = part.row,
          .column = part.column,
          .rows = static_cast<std::int64_t>(part.rows),
          .columns = static_cast<std::int64_t>(part.columns),
          .overlay = overlay,
          .fill = {},
          .corner_values = {},
          .corner_color = {},
          .number_color = number_color};
}

/// The line less the entries of the taps: these are left bright.
std::vector<CellLattice> around_entries(const Parts& parts, const CellRect& line, const CellLattice& whole) {
  if (length(line) > longest_line) {
    return {whole};
  }
  const bool in_parts = !parts.stamping && !parts.moment.complete() && !pointed_line(parts);
  const std::vector<Run> runs = runs_of(in_parts ? lacks_reached_entry(parts, line) : lacks_entry(parts, line));
  if (runs.size() > most_runs) {
    return {whole};
  }
  const bool is_row = line.rows == 1;
  std::vector<CellLattice> lattices;
  for (const Run& run : runs) {
    CellLattice cells = whole;
    (is_row ? cells.column : cells.row) = static_cast<float>(run.first);
    (is_row ? cells.columns : cells.rows) = run.count;
    (is_row ? cells.column_spacing : cells.row_spacing) = static_cast<float>(run.spacing);
    lattices.push_back(cells);
  }
  return lattices;
}

}  // namespace

bool is_im2col(const Parts& parts) { return parts.document.view.matrix == MatrixForm::im2col; }

std::optional<CellRect> pointed_line(const Parts& parts) {
  if (!parts.pointed || parts.pointed->kind != CellKind::cell) {
    return std::nullopt;
  }
  const ShownMatrix& matrix = *parts.result.matrix;
  const Index& at = parts.pointed->index;
  const PlaneRole role = parts.pointed->role;
  if (role == PlaneRole::input && !is_im2col(parts)) {
    return CellRect{0, static_cast<float>(column_of(parts, at)), static_cast<float>(matrix.rows), 1};
  }
  if (role == PlaneRole::weight && is_im2col(parts) && parts.layer().op == Op::conv2d) {
    const Size kernel = parts.layer().kernel_size;
    const std::int64_t channel = first_input_channel(parts.layer(), at.batch) + at.channel;
    const std::int64_t row = (channel * kernel.height + at.y) * kernel.width + at.x;
    return CellRect{static_cast<float>(row), 0, 1, static_cast<float>(matrix.columns)};
  }
  return std::nullopt;
}

std::vector<CellLattice> matrix_lattices(const Parts& parts, Color number_color) {
  const Palette& palette = parts.palette;
  const CellRect line = pointed_line(parts).value_or(used_by_step(parts));
  const CellLattice whole = covered(line, with_alpha(palette.taken, palette.taken.alpha / 2), number_color);
  if (!is_im2col(parts)) {
    return around_entries(parts, line, whole);
  }
  std::vector<CellLattice> lattices{whole};
  if (const auto winner = winning_tap(parts)) {
    lattices.push_back(
        covered({line.row + static_cast<float>(*winner), line.column, 1, 1}, palette.winner, palette.on_cell));
  }
  return lattices;
}

std::vector<CellFrame> matrix_frames(const Parts& parts) {
  const CellRect line = pointed_line(parts).value_or(used_by_step(parts));
  std::vector<CellFrame> frames{{line.row, line.column, line.rows, line.columns, parts.palette.kernel_size, 2}};
  if (const auto entry = tap_entry(parts)) {
    frames.push_back({entry->row, entry->column, 1, 1, parts.palette.text, 2});
  }
  return frames;
}

}  // namespace convscope
