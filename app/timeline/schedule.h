#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "app/timeline/moment.h"

namespace convscope {

/// The order in which a layer's picture is told. Time is counted in ticks: with Pace::cell one a step, otherwise one
/// for each part of each step (a step without taps has one all the same). Steps are output cells in the order of
/// output_of_step, or input cells in row-major order while a transposed layer stamps.
class Schedule {
 public:
  /// Costs what the taps along the two axes do, not their product. Requires a valid layer.
  explicit Schedule(const Document& document);

  [[nodiscard]] std::int64_t steps() const { return steps_; }
  [[nodiscard]] std::int64_t ticks() const;

  /// The moment at a position in ticks: 0 is the first tick's beginning, 1.5 the middle of the second. Positions
  /// outside [0, ticks) show the first or the last tick; the last one never slides.
  [[nodiscard]] Moment at(double position, Motion motion) const;
  /// The same where only the ticks from 0 to `last_tick` are told: that one does not slide.
  [[nodiscard]] Moment at(double position, Motion motion, std::int64_t last_tick) const;

  /// The tick at which a step begins; for steps() it is ticks().
  [[nodiscard]] std::int64_t tick_of(std::int64_t step) const;

  /// The position, not before this one, from which the picture is different: now while sliding, else the next slide or
  /// tick.
  [[nodiscard]] double next_change(double position, Motion motion) const;

  /// Whether the document is told in the same order as the one that this was made for.
  [[nodiscard]] bool is_of(const Document& document) const;

 private:
  struct Axis1 {
    std::vector<std::int64_t> before;        ///< Taps along the axis before each cell, and in all at the end.
    std::vector<std::int64_t> empty_before;  ///< Cells without any, likewise.
    [[nodiscard]] std::int64_t cells() const { return static_cast<std::int64_t>(before.size()) - 1; }
    [[nodiscard]] std::int64_t taps(std::int64_t cell) const;
  };

  [[nodiscard]] std::int64_t parts_of(std::int64_t row, std::int64_t column) const;
  /// Ticks of the cells before `column` in a row.
  [[nodiscard]] std::int64_t ticks_in_row(std::int64_t row, std::int64_t column) const;
  [[nodiscard]] Moment moment_of_tick(std::int64_t tick) const;

  SizedLayer sized_;
  Pace pace_;
  bool stamping_;
  std::int64_t steps_ = 0;
  std::int64_t depth_ = 1;  ///< Channels that meet in one step: of the input, or of the output while it stamps.
  Axis1 rows_;
  Axis1 columns_;
  std::vector<std::int64_t> row_ticks_;  ///< Of one channel, before each row, and in all at the end.
};

/// Keeps the newest schedule and makes one only when the order changes.
class CurrentSchedule {
 public:
  [[nodiscard]] const Schedule& of(const Document& document);

 private:
  std::optional<Schedule> schedule_;
};

}  // namespace convscope
