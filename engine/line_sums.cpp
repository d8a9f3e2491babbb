#include "engine/line_sums.h"

#include <algorithm>
#include <utility>

#include "engine/line_work.h"

namespace convscope {

void widen(std::span<const float> values, double* line) { line_work().widen(values, line); }

void LineSums::start(std::int64_t channels, std::int64_t cells) {
  channels_ = channels;
  cells_ = cells;
  fresh_ = true;
}

void LineSums::make_them_start() {
  for (std::int64_t channel = 0; channel < channels_; ++channel) {
    std::fill_n(sums_.begin() + channel * line_length, line_length, start_of_sums(largest_));
  }
  fresh_ = false;
}

void LineSums::add(std::span<const LineTap> taps) {
  const auto is_part = [&](const LineTap& tap) { return tap.begin > 0 || tap.end < cells_; };
  if (fresh_ && std::ranges::any_of(taps, is_part)) {
    make_them_start();
  }
  const SumLines sums{sums_.data(), channels_, cells_, std::exchange(fresh_, false)};
  (largest_ ? line_work().take_largest : line_work().add_products)(taps, sums);
}

void LineSums::write(std::int64_t channel, const CellOfSum& cell_of_sum, const CellPlaces& places) {
  if (fresh_) {
    make_them_start();
  }
  const auto count = static_cast<std::size_t>(cells_);
  const std::span<const double> sums = std::span(sums_).subspan(static_cast<std::size_t>(channel * line_length), count);
  if (places.step == 1) {
    line_work().round(sums, cell_of_sum, places.first);
    return;
  }
  std::array<float, static_cast<std::size_t>(line_length)> rounded;
  line_work().round(sums, cell_of_sum, rounded.data());
  for (std::int64_t cell = 0; cell < cells_; ++cell) {
    places.first[cell * places.step] = rounded[static_cast<std::size_t>(cell)];
  }
}

}  // namespace convscope
