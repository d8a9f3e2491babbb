#include "engine/axis_reads.h"

#include "engine/axis_taps.h"

namespace convscope {
namespace {

constexpr std::int64_t bits = 64;

bool is_read(const AxisReads& reads, std::int64_t place) {
  const std::int64_t number = place - reads.first;
  return number >= 0 && number < static_cast<std::int64_t>(reads.counts.size()) &&
         reads.counts[static_cast<std::size_t>(number)] > 0;
}

}  // namespace

AxisReads axis_reads(const SizedLayer& sized, Axis axis) {
  std::int64_t rows = along(sized.input_size, axis);
  AxisReads reads;
  if (sized.layer.op != Op::conv_transpose2d) {
    const Sides padding = resolved_padding(sized.layer);
    reads.first = -before(padding, axis);
    rows += before(padding, axis) + after(padding, axis);
  }
  reads.counts.resize(static_cast<std::size_t>(rows));
  reads.kernel_cells.resize(static_cast<std::size_t>(rows));
  for_each_axis_tap(sized, axis, [&](const AxisTap& tap) {
    const auto row = static_cast<std::size_t>(tap.padded - reads.first);
    ++reads.counts[row];
    if (tap.kernel < bits) {
      reads.kernel_cells[row] |= std::uint64_t{1} << tap.kernel;
    }
  });
  return reads;
}

bool is_unread(const AxisReads& rows, const AxisReads& columns, std::int64_t padded_y, std::int64_t padded_x) {
  return !is_read(rows, padded_y) || !is_read(columns, padded_x);
}

}  // namespace convscope
