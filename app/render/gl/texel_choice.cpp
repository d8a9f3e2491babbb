#include "app/render/gl/texel_choice.h"

#include <algorithm>

namespace convscope::gl {

TexelChoice::TexelChoice(const Plane& plane, const TexelGrid& grid, const TexelRange& range,
                         std::span<const PlanePart> parts)
    : range_(range), chosen_(static_cast<std::size_t>(range.rows() * range.columns())) {
  for (const PlanePart& part : parts) {
    const TexelRange shown = texels_in(plane, grid, part);
    const std::int64_t first = std::max(shown.first_column, range.first_column);
    const std::int64_t count = std::min(shown.last_column, range.last_column) - first;
    const std::int64_t last_row = std::min(shown.last_row, range.last_row);
    for (std::int64_t row = std::max(shown.first_row, range.first_row); row < last_row && count > 0; ++row) {
      std::fill_n(chosen_.begin() + static_cast<std::int64_t>(place(row, first)), count, std::uint8_t{1});
    }
  }
}

std::int64_t TexelChoice::count() const {
  return is_all() ? range_.rows() * range_.columns() : std::ranges::count(chosen_, 1);
}

TexelChoice TexelChoice::row(std::int64_t row) const {
  TexelChoice line({row, row + 1, range_.first_column, range_.last_column});
  if (!is_all()) {
    const auto begin = chosen_.begin() + static_cast<std::int64_t>(place(row, range_.first_column));
    line.chosen_.assign(begin, begin + range_.columns());
  }
  return line;
}

bool TexelChoice::contains(const TexelChoice& other) const {
  if (is_all() || other.is_all()) {
    return is_all();
  }
  std::uint8_t lacking = 0;  // Without a jump, so that the compiler makes vectors of it.
  for (std::size_t i = 0; i < chosen_.size(); ++i) {
    lacking |= other.chosen_[i] & ~chosen_[i];
  }
  return lacking == 0;
}

std::vector<TexelChoice::Run> TexelChoice::runs(std::int64_t row) const {
  if (is_all()) {
    return {{range_.first_column, range_.last_column}};
  }
  std::vector<Run> runs;
  const auto begin = chosen_.begin() + static_cast<std::int64_t>(place(row, range_.first_column));
  const auto end = begin + range_.columns();
  for (auto first = std::find(begin, end, 1); first != end;) {
    const auto last = std::find(first, end, 0);
    runs.push_back({range_.first_column + (first - begin), range_.first_column + (last - begin)});
    first = std::find(last, end, 1);
  }
  return runs;
}

}  // namespace convscope::gl
