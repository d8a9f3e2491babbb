#pragma once

#include "app/scene/stack_layout.h"
#include "app/scene/stack_volumes.h"

namespace convscope {

/// Pixels at scale 1 between what stands side by side or below each other.
inline constexpr float before_block = 40;
inline constexpr float before_filters = 24;
inline constexpr float before_output = 40;
inline constexpr float between_filters = 12;
inline constexpr float between_rows = 26;

/// A volume with its texts: pixels at scale 1.
struct StackColumn {
  Extent extent;
  float text_width = 0;
  float above = 0;
  float below = 0;
};

/// Input, window × filters and output in one row; the input above the others; or each in a row of its own.
enum class StackRows { one, two, three };

struct StackPlan {
  StackVolumes volumes;
  StackColumn input;
  StackColumn block;
  StackColumn kernel;  ///< `below`: under the last filter.
  StackColumn output;
  float filter_note = 0;  ///< Under each filter.
  bool has_block = false;
  std::int64_t filters = 0;
  StackRows rows = StackRows::one;
  bool headings = false;
  bool notes = false;
};

/// Sizes at a number of pixels (at scale 1) a cell. They grow with the cell.
[[nodiscard]] float wide(const Extent& extent);
[[nodiscard]] float high(const Extent& extent);
[[nodiscard]] float width_of(const StackColumn& column, float cell);
[[nodiscard]] float height_of(const StackColumn& column, float cell);
[[nodiscard]] float filters_height(const StackPlan& plan, float cell);
[[nodiscard]] float block_width(const StackPlan& plan, float cell);
[[nodiscard]] Vec2 input_size(const StackPlan& plan, float cell);
[[nodiscard]] Vec2 output_size(const StackPlan& plan, float cell);
/// Block and filters.
[[nodiscard]] Vec2 work_size(const StackPlan& plan, float cell);
/// The room of two that stand beside each other.
[[nodiscard]] Vec2 beside(Vec2 left, float gap, Vec2 right);
/// Of all, without the stage's margins.
[[nodiscard]] Vec2 inner_size(const StackPlan& plan, float cell);

/// A plan, and its cells in pixels at scale 1.
struct FittedPlan {
  StackPlan plan;
  float cell = 1;
};
/// The plan with the largest cells that fit, `room` being the stage in pixels at scale 1; as many texts and filters as
/// there is room for.
[[nodiscard]] FittedPlan fitted_plan(const Parts& parts, bool labels, Vec2 room);

}  // namespace convscope
