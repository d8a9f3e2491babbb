#pragma once

#include <cstdint>

#include "app/scene/flat_layout.h"

namespace convscope {

/// Pixels at scale 1 between grids side by side; half of it between the input and what stands below it.
inline constexpr float gap_between_blocks = 40;

/// Everything that decides the layout but the cell's size; pixels are at scale 1.
struct FlatPlan {
  Block input;
  Block kernel;
  Block output;
  std::int64_t filter_rows = 1;
  FlatLayout counts;     ///< Only the counts and flags are set.
  float header = 0;      ///< Texts above the first row of grids.
  float row_header = 0;  ///< Texts above each further row.
  float input_footer = 0;
  float kernel_footer = 0;  ///< Or the output's, which stands beside it.
  FlatRows rows = FlatRows::one;
  bool has_kernel = true;  ///< Pools have none.
};

/// How many of the texts the flat look writes.
enum class FlatTexts { all, broken, headings, none };  ///< broken: all, the long ones in two lines.

/// Filters that stand below each other where there is room for them.
inline constexpr std::int64_t max_filter_rows = 4;
/// What a plan may do for larger cells.
struct FlatMeans {
  std::int64_t most_filters = max_filter_rows;
  bool own_cells = false;  ///< A small kernel or output beside a photograph has larger cells than this.
};
[[nodiscard]] FlatPlan make_flat_plan(const Parts& parts, FlatTexts texts, const FlatMeans& means);

/// Pixels at scale 1 of a block's cells, where those of the input have that many.
[[nodiscard]] float cell_of(const Block& block, float cell);

/// Sizes in pixels at scale 1, of cells of that many pixels; with what is around the grids.
[[nodiscard]] float block_width(const Block& block, float cell);
[[nodiscard]] float block_height(const Block& block, float cell);
[[nodiscard]] float filter_row_height(const FlatPlan& plan, float cell);
[[nodiscard]] float input_height(const FlatPlan& plan, float cell);
/// From a kernel's beginning to that of what it makes: beside each other, or below each other.
[[nodiscard]] Vec2 kernel_to_output(const FlatPlan& plan, float cell);
[[nodiscard]] float filters_width(const FlatPlan& plan, float cell);
[[nodiscard]] float filters_height(const FlatPlan& plan, float cell);
/// Of everything; grows with the cell.
[[nodiscard]] Vec2 needed_size(const FlatPlan& plan, float cell);

}  // namespace convscope
