#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "app/render/gl/texel_range.h"

namespace convscope::gl {

/// Those texels of a range that are to be made: of a large plane that lies behind others most are never seen.
class TexelChoice {
 public:
  TexelChoice() = default;
  /// All of them.
  explicit TexelChoice(const TexelRange& range) : range_(range) {}
  /// Those that parts of the plane show.
  TexelChoice(const Plane& plane, const TexelGrid& grid, const TexelRange& range, std::span<const PlanePart> parts);

  [[nodiscard]] const TexelRange& range() const { return range_; }
  [[nodiscard]] bool is_all() const { return chosen_.empty(); }
  [[nodiscard]] std::int64_t count() const;
  /// The same texels of one of its rows.
  [[nodiscard]] TexelChoice row(std::int64_t row) const;
  /// Whether all that another chooses of the same range is here, too.
  [[nodiscard]] bool contains(const TexelChoice& other) const;

  /// Texels beside each other in one row: columns from first to before last.
  struct Run {
    std::int64_t first = 0;
    std::int64_t last = 0;
  };
  [[nodiscard]] std::vector<Run> runs(std::int64_t row) const;
  /// The place of a texel among all of the range's.
  [[nodiscard]] std::size_t place(std::int64_t row, std::int64_t column) const {
    return static_cast<std::size_t>((row - range_.first_row) * range_.columns() + column - range_.first_column);
  }

 private:
  TexelRange range_;
  std::vector<std::uint8_t> chosen_;  ///< 1, or 0, for each; empty: all are.
};

}  // namespace convscope::gl
