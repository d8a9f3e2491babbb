#include "app/scene/stack_layout.h"

#include <algorithm>

#include "app/scene/stack_plan.h"

namespace convscope {
namespace {

/// Turns pixels of the picture into places in space.
class Places {
 public:
  Places(const ViewDirections& view, float cell) : view_(view), cell_(cell) {}

  [[nodiscard]] float cell() const { return cell_; }

  /// The middle of a volume whose extent begins at `corner` (pixels at scale 1), centred in `width`.
  [[nodiscard]] Vec3 middle(const Extent& extent, Vec2 corner, float width) const {
    const Vec2 at{corner.x + (width - cell_ * wide(extent)) / 2 - cell_ * extent.low.x,
                  corner.y - cell_ * extent.low.y};
    const Vec2 units = (1 / cell_) * at;
    return units.x * view_.right + units.y * view_.down;
  }

 private:
  ViewDirections view_;
  float cell_;
};

/// The filters that are drawn with the current one: the page that it is on.
std::int64_t first_filter(const Parts& parts, std::int64_t shown) {
  return shown == 0 ? 0 : std::min(current_filter(parts) / shown * shown, filter_count(parts) - shown);
}

/// `corner`: of the room that block and filters take.
void place_work(const Parts& parts, const StackPlan& plan, const Places& places, Vec2 corner, StackLayout& layout) {
  const float cell = places.cell();
  const float pitch = cell * high(plan.kernel.extent) + plan.filter_note + between_filters;
  const float top = corner.y + plan.block.above;
  const std::int64_t first = first_filter(parts, plan.filters);
  float x = corner.x;
  if (plan.has_block) {
    const auto row = plan.filters > 0 ? static_cast<float>(current_filter(parts) - first) : 0;
    layout.block_middle = places.middle(plan.kernel.extent, {x, top + row * pitch}, block_width(plan, cell));
    x += block_width(plan, cell) + before_filters;
  }
  for (std::int64_t row = 0; row < plan.filters; ++row) {
    const Vec2 at{x, top + static_cast<float>(row) * pitch};
    layout.filters.push_back({first + row, places.middle(plan.kernel.extent, at, width_of(plan.kernel, cell))});
  }
}

/// Where the rooms of input, work and output begin, each centred across its row.
struct Corners {
  Vec2 input{};
  Vec2 work{};
  Vec2 output{};
};

Corners corners_of(const StackPlan& plan, float cell, Vec2 start) {
  const Vec2 inner = inner_size(plan, cell);
  const Vec2 input = input_size(plan, cell);
  const Vec2 work = work_size(plan, cell);
  const Vec2 output = output_size(plan, cell);
  const auto across = [&](float width) { return start.x + (inner.x - width) / 2; };
  if (plan.rows == StackRows::three) {
    const float second = start.y + input.y + between_rows;
    return {{across(input.x), start.y}, {across(work.x), second}, {across(output.x), second + work.y + between_rows}};
  }
  const Vec2 rest = beside(work, before_output, output);
  const bool two = plan.rows == StackRows::two;
  const float x = two ? across(rest.x) : start.x + input.x + before_block;
  const float y = two ? start.y + input.y + between_rows : start.y + (inner.y - rest.y) / 2;
  return {{two ? across(input.x) : start.x, two ? start.y : start.y + (inner.y - input.y) / 2},
          {x, y + (rest.y - work.y) / 2},
          {x + work.x + before_output, y + (rest.y - output.y) / 2}};
}

StackLayout place(const Parts& parts, StackPlan plan, const Stage& stage, float cell) {
  const float scale = stage.content_scale;
  StackLayout layout;
  layout.view = directions_of(angles_of(parts.document.view.camera));
  layout.camera = camera_along(layout.view);
  layout.camera.scale = cell * scale;
  const Places places(layout.view, cell);
  const Vec2 room = (1 / scale) * stage.size;
  const Corners corners = corners_of(plan, cell, 0.5F * (room - inner_size(plan, cell)));
  layout.input_middle =
      places.middle(plan.input.extent, corners.input + Vec2{0, plan.input.above}, width_of(plan.input, cell));
  layout.output_middle =
      places.middle(plan.output.extent, corners.output + Vec2{0, plan.output.above}, width_of(plan.output, cell));
  place_work(parts, plan, places, corners.work, layout);
  layout.input = std::move(plan.volumes.input);
  layout.kernel = std::move(plan.volumes.kernel);
  layout.output = std::move(plan.volumes.output);
  layout.has_block = plan.has_block;
  layout.more_filters = filter_count(parts) - plan.filters;
  layout.in_one_row = plan.rows == StackRows::one;
  layout.headings = plan.headings;
  layout.notes = plan.notes;
  return layout;
}

}  // namespace

StackLayout stack_layout(const Parts& parts, const Stage& stage) {
  FittedPlan fit = fitted_plan(parts, stage.labels, (1 / stage.content_scale) * stage.size);
  return place(parts, std::move(fit.plan), stage, fit.cell);
}

}  // namespace convscope
