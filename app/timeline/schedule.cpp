#include "app/timeline/schedule.h"

#include <algorithm>
#include <cmath>

#include "engine/axis_taps.h"
#include "engine/check.h"
#include "engine/forward.h"
#include "engine/taps.h"

namespace convscope {
namespace {

/// Slow, fast, slow: 3t² − 2t³.
double eased(double t) { return t * t * (3 - 2 * t); }

/// The taps along an axis, by the cell that they belong to: an output, or an input while a transposed layer stamps.
std::vector<std::int64_t> taps_by_cell(const SizedLayer& sized, Axis axis, std::int64_t cells, bool stamping) {
  std::vector<std::int64_t> counts(static_cast<std::size_t>(cells), 0);
  for (const AxisTap& tap : axis_taps(sized, axis)) {
    ++counts[static_cast<std::size_t>(stamping ? *tap.input : tap.output)];
  }
  return counts;
}

}  // namespace

std::int64_t Schedule::Axis1::taps(std::int64_t cell) const {
  const auto at = static_cast<std::size_t>(cell);
  return before[at + 1] - before[at];
}

Schedule::Schedule(const Document& document)
    : sized_(document.sized), pace_(document.view.pace), stamping_(is_stamping(document)) {
  const Layer& layer = sized_.layer;
  const Shape cells = stamping_ ? input_shape(sized_) : output_shape(sized_);
  steps_ = element_count(cells);
  if (pace_ == Pace::cell) {
    return;
  }
  depth_ = stamping_ ? layer.out_channels / layer.groups : channels_read(layer);
  const auto fill = [&](Axis1& along, Axis axis, std::int64_t count) {
    along.before.push_back(0);
    along.empty_before.push_back(0);
    for (const std::int64_t taps : taps_by_cell(sized_, axis, count, stamping_)) {
      along.before.push_back(along.before.back() + taps);
      along.empty_before.push_back(along.empty_before.back() + (taps == 0 ? 1 : 0));
    }
  };
  fill(rows_, Axis::height, cells.height);
  fill(columns_, Axis::width, cells.width);
  row_ticks_.push_back(0);
  for (std::int64_t row = 0; row < cells.height; ++row) {
    row_ticks_.push_back(row_ticks_.back() + ticks_in_row(row, cells.width));
  }
}

std::int64_t Schedule::parts_of(std::int64_t row, std::int64_t column) const {
  const std::int64_t taps = rows_.taps(row) * columns_.taps(column);
  if (taps == 0) {
    return 1;
  }
  return pace_ == Pace::channel ? depth_ : depth_ * taps;
}

std::int64_t Schedule::ticks_in_row(std::int64_t row, std::int64_t column) const {
  const auto at = static_cast<std::size_t>(column);
  if (rows_.taps(row) == 0) {
    return column;
  }
  const std::int64_t empty = columns_.empty_before[at];
  if (pace_ == Pace::channel) {
    return depth_ * (column - empty) + empty;
  }
  return depth_ * rows_.taps(row) * columns_.before[at] + empty;
}

std::int64_t Schedule::ticks() const { return tick_of(steps_); }

std::int64_t Schedule::tick_of(std::int64_t step) const {
  if (pace_ == Pace::cell) {
    return step;
  }
  const std::int64_t width = columns_.cells();
  const std::int64_t row = step / width;
  const std::int64_t channel = row / rows_.cells();
  const std::int64_t y = row % rows_.cells();
  return channel * row_ticks_.back() + row_ticks_[static_cast<std::size_t>(y)] + ticks_in_row(y, step % width);
}

Moment Schedule::moment_of_tick(std::int64_t tick) const {
  if (pace_ == Pace::cell) {
    return {.step = tick};
  }
  const std::int64_t channel = tick / row_ticks_.back();
  const std::int64_t in_channel = tick % row_ticks_.back();
  const std::int64_t row = std::ranges::upper_bound(row_ticks_, in_channel) - row_ticks_.begin() - 1;
  const std::int64_t in_row = in_channel - row_ticks_[static_cast<std::size_t>(row)];
  // The last column that begins not after the tick.
  std::int64_t column = 0;
  for (std::int64_t past = columns_.cells(); past - column > 1;) {
    const std::int64_t middle = column + (past - column) / 2;
    (ticks_in_row(row, middle) <= in_row ? column : past) = middle;
  }
  return {.step = (channel * rows_.cells() + row) * columns_.cells() + column,
          .pace = pace_,
          .part = in_row - ticks_in_row(row, column),
          .parts = parts_of(row, column)};
}

Moment Schedule::at(double position, Motion motion) const { return at(position, motion, ticks() - 1); }

Moment Schedule::at(double position, Motion motion, std::int64_t last_tick) const {
  CHECK_GE(last_tick, 0);
  CHECK_LT(last_tick, ticks());
  const double tick = std::clamp(std::floor(position), 0.0, static_cast<double>(last_tick));
  const double share = position - tick;
  Moment moment = moment_of_tick(static_cast<std::int64_t>(tick));
  if (motion == Motion::smooth && tick < static_cast<double>(last_tick) && share > rest_share) {
    moment.slide = static_cast<float>(eased((share - rest_share) / (1 - rest_share)));
  }
  return moment;
}

double Schedule::next_change(double position, Motion motion) const {
  const auto last = static_cast<double>(ticks() - 1);
  const double tick = std::clamp(std::floor(position), 0.0, last);
  if (motion == Motion::stepwise || tick >= last) {
    return tick + 1;
  }
  return std::max(position, tick + rest_share);
}

bool Schedule::is_of(const Document& document) const {
  return pace_ == document.view.pace && stamping_ == is_stamping(document) && sized_ == document.sized;
}

const Schedule& CurrentSchedule::of(const Document& document) {
  if (!schedule_ || !schedule_->is_of(document)) {
    schedule_.emplace(document);
  }
  return *schedule_;
}

}  // namespace convscope
