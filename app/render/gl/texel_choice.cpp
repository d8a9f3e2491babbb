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
      std::fill_n(chosen_.begin() + static_cast<std::int64_t>(place(row, first)), count, true);
    }
  }
}

std::int64_t TexelChoice::count() const { return std::ranges::count(chosen_, true); }

TexelChoice TexelChoice::row(std::int64_t row) const {
  TexelChoice line;
  line.range_ = {row, row + 1, range_.first_column, range_.last_column};
  const auto begin = chosen_.begin() + static_cast<std::int64_t>(place(row, range_.first_column));
  line.chosen_.assign(begin, begin + range_.columns());
  return line;
}

bool TexelChoice::contains(const TexelChoice& other) const {
  return std::ranges::equal(chosen_, other.chosen_, [](bool here, bool there) { return here || !there; });
}

std::vector<TexelChoice::Run> TexelChoice::runs(std::int64_t row) const {
  std::vector<Run> runs;
  const auto begin = chosen_.begin() + static_cast<std::int64_t>(place(row, range_.first_column));
  const auto end = begin + range_.columns();
  for (auto first = std::find(begin, end, true); first != end;) {
    const auto last = std::find(first, end, false);
    runs.push_back({range_.first_column + (first - begin), range_.first_column + (last - begin)});
    first = std::find(last, end, true);
  }
  return runs;
}

}  // namespace convscope::gl
