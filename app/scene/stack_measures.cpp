#include <algorithm>

#include "app/scene/stack_plan.h"

namespace convscope {
namespace {

Vec2 below(Vec2 upper, Vec2 lower) { return {std::max(upper.x, lower.x), upper.y + between_rows + lower.y}; }

}  // namespace

float wide(const Extent& extent) { return extent.high.x - extent.low.x; }
float high(const Extent& extent) { return extent.high.y - extent.low.y; }

float width_of(const StackColumn& column, float cell) {
  return std::max(cell * wide(column.extent), column.text_width);
}
float height_of(const StackColumn& column, float cell) {
  return column.above + cell * high(column.extent) + column.below;
}

float filters_height(const StackPlan& plan, float cell) {
  if (plan.filters == 0) {
    return plan.has_block ? height_of(plan.block, cell) : 0;
  }
  const auto count = static_cast<float>(plan.filters);
  return plan.kernel.above + count * (cell * high(plan.kernel.extent) + plan.filter_note) +
         (count - 1) * between_filters + plan.kernel.below;
}

float block_width(const StackPlan& plan, float cell) { return plan.has_block ? width_of(plan.block, cell) : 0; }

Vec2 input_size(const StackPlan& plan, float cell) { return {width_of(plan.input, cell), height_of(plan.input, cell)}; }
Vec2 output_size(const StackPlan& plan, float cell) {
  return {width_of(plan.output, cell), height_of(plan.output, cell)};
}

Vec2 work_size(const StackPlan& plan, float cell) {
  float width = block_width(plan, cell);
  if (plan.filters > 0) {
    width += (plan.has_block ? before_filters : 0) + width_of(plan.kernel, cell);
  }
  return {width, filters_height(plan, cell)};
}

Vec2 beside(Vec2 left, float gap, Vec2 right) { return {left.x + gap + right.x, std::max(left.y, right.y)}; }

Vec2 inner_size(const StackPlan& plan, float cell) {
  const Vec2 input = input_size(plan, cell);
  const Vec2 work = work_size(plan, cell);
  const Vec2 output = output_size(plan, cell);
  switch (plan.rows) {
    case StackRows::one:
      return beside(input, before_block, beside(work, before_output, output));
    case StackRows::two:
      return below(input, beside(work, before_output, output));
    case StackRows::three:
      return below(below(input, work), output);
  }
  return {};
}

Extent extent_of(const Volume& volume, const Sides& border, const ViewDirections& view) {
  const Camera camera = camera_along(view);
  const Vec2 half = volume.half();
  const float depth = volume.half_depth();
  Extent extent{{1e9F, 1e9F}, {-1e9F, -1e9F}};
  const auto include = [&](Vec3 point) {
    const Vec2 at = camera.direction(point);
    extent.low = {std::min(extent.low.x, at.x), std::min(extent.low.y, at.y)};
    extent.high = {std::max(extent.high.x, at.x), std::max(extent.high.y, at.y)};
  };
  const auto around = [&](std::int64_t cells) { return volume.cell * static_cast<float>(cells); };
  for (const bool right : {false, true}) {
    for (const bool lower : {false, true}) {
      const float x = right ? half.x : -half.x;
      const float y = lower ? half.y : -half.y;
      const float border_x = x + (right ? around(border.right) : -around(border.left));
      const float border_y = y + (lower ? around(border.bottom) : -around(border.top));
      for (const float z : {depth, -depth}) {
        include({x, y, z});
        include({border_x, border_y, z});
      }
    }
  }
  return extent;
}

}  // namespace convscope
