#include "app/scene/stack_plan.h"

#include <algorithm>

#include "app/scene/flat_layout.h"
#include "app/scene/text_width.h"
#include "app/text/labels.h"

namespace convscope {
namespace {

constexpr float natural_cell = 30;
constexpr float smallest_cell = 1e-3F;
/// More filters are drawn as long as that leaves cells this large, of what they are with one.
constexpr float worth_more_filters = 0.76F;
constexpr std::int64_t most_filters = 16;
/// Texts are left out where they leave less than this for the largest volume, in pixels at scale 1.
constexpr float least_volume = 44;
/// More rows are taken only when they make cells this much larger.
constexpr float worth_more_rows = 1.2F;

Vec2 needed_size(const StackPlan& plan, float cell) {
  return inner_size(plan, cell) + Vec2{2 * stage_margin, 2 * stage_margin};
}

/// By halving, as the needed size grows with the cell.
float fitting_cell(const StackPlan& plan, Vec2 room) {
  const auto fits = [&](float cell) {
    const Vec2 needed = needed_size(plan, cell);
    return needed.x <= room.x && needed.y <= room.y;
  };
  float small = smallest_cell;
  float large = largest_cell(room);
  if (fits(large)) {
    return large;
  }
  for (int i = 0; i < 22; ++i) {
    const float middle = (small + large) / 2;
    (fits(middle) ? small : large) = middle;
  }
  return small;
}

float width_of_notes(const std::vector<StackNote>& notes) {
  float width = 0;
  for (const StackNote& note : notes) {
    width = std::max(width, text_width(note.text, StackText::note));
  }
  return width;
}

float height_of_notes(std::size_t lines) {
  return lines == 0 ? 0 : StackText::gap + StackText::note_pitch * static_cast<float>(lines);
}

/// The moment whose notes are the longest, so that the layout is the same at all of them: the last channels'.
Parts longest_notes(const Parts& parts) {
  Parts last = parts;
  last.out_channel = parts.result.output->shape().channels - 1;
  last.cell.channel = (parts.stamping ? parts.layer().in_channels : parts.layer().out_channels) - 1;
  return last;
}

void plan_texts(const Parts& parts, bool notes, StackPlan& plan) {
  const float above = StackText::gap + StackText::heading + (notes ? StackText::note_pitch : 0);
  plan.headings = true;
  plan.notes = notes;
  plan.input.above = plan.output.above = plan.kernel.above = plan.block.above = above;
  plan.input.text_width = text_width(input_heading(parts), StackText::heading);
  plan.output.text_width = text_width(output_heading(parts), StackText::heading);
  plan.block.text_width = text_width(text::kernel_window(parts.language), StackText::heading);
  plan.kernel.text_width = text_width(kernel_heading(parts), StackText::heading);
  if (!notes) {
    return;
  }
  const auto widen = [](StackColumn& column, float width) { column.text_width = std::max(column.text_width, width); };
  const Parts longest = longest_notes(parts);
  const std::vector<StackNote> input = stack_input_notes(longest);
  const std::vector<StackNote> output = stack_output_notes(longest);
  widen(plan.input, std::max(width_of_notes(input), text_width(stack_input_shape(parts), StackText::note)));
  widen(plan.output, std::max(width_of_notes(output), text_width(stack_output_shape(parts), StackText::note)));
  widen(plan.block, text_width(stack_window_shape(parts), StackText::note));
  plan.input.below = height_of_notes(input.size());
  plan.output.below = height_of_notes(output.size());
  const std::int64_t filters = filter_count(parts);
  if (filters == 0) {
    return;
  }
  const std::vector<StackNote> kernel = stack_kernel_notes(parts, filters);
  widen(plan.kernel, std::max({width_of_notes(kernel), text_width(stack_kernel_shape(parts), StackText::note),
                               text_width(stack_filter_note(parts, filters - 1), StackText::note)}));
  if (plan.has_block) {  // As wide as the filters: the sign stands between their middles, away from their texts.
    widen(plan.block, plan.kernel.text_width);
    widen(plan.kernel, plan.block.text_width);
  }
  plan.kernel.below = height_of_notes(kernel.size());
  plan.filter_note = StackText::gap + StackText::note_pitch;
}

StackPlan make_plan(const Parts& parts) {
  const ViewDirections view = directions_of(stack_angles);
  StackPlan plan;
  plan.volumes = stack_volumes(parts);
  plan.input.extent = extent_of(plan.volumes.input, input_border(parts), view);
  plan.output.extent = extent_of(plan.volumes.output, output_border(parts), view);
  plan.kernel.extent = extent_of(plan.volumes.kernel, {}, view);
  plan.block.extent = plan.kernel.extent;
  plan.has_block = parts.layer().op != Op::conv_transpose2d;
  plan.filters = std::min<std::int64_t>(filter_count(parts), 1);
  return plan;
}

/// As few rows as make the cells large; in `plan` stands how many.
float arranged(StackPlan& plan, Vec2 room) {
  plan.rows = StackRows::one;
  float best = fitting_cell(plan, room);
  StackRows chosen = StackRows::one;
  for (const StackRows rows : {StackRows::two, StackRows::three}) {
    plan.rows = rows;
    if (const float cell = fitting_cell(plan, room); cell > worth_more_rows * best) {
      best = cell;
      chosen = rows;
    }
  }
  plan.rows = chosen;
  return best;
}

/// As many texts as there is room for.
float with_texts(const Parts& parts, bool labels, Vec2 room, StackPlan& plan) {
  const auto largest = [&](float cell) {
    return cell * std::max({wide(plan.input.extent), high(plan.input.extent), wide(plan.output.extent)});
  };
  if (labels) {
    StackPlan all = plan;
    plan_texts(parts, true, all);
    StackPlan headings = plan;
    plan_texts(parts, false, headings);
    const float cell = arranged(all, room);
    const float cell_without = arranged(headings, room);
    if (largest(cell) >= least_volume && !notes_cost_too_much(cell, largest(cell), cell_without)) {
      plan = std::move(all);
      return cell;
    }
    if (largest(cell_without) >= least_volume) {
      plan = std::move(headings);
      return cell_without;
    }
  }
  return arranged(plan, room);
}

/// As many filters as leave the cells large; one where the output stands below: lines to it would cross the others.
float with_filters(const Parts& parts, Vec2 room, float cell, StackPlan& plan) {
  const float least = worth_more_filters * cell;
  const std::int64_t all = filter_count(parts);
  for (std::int64_t count = 2; count <= std::min(all, most_filters); ++count) {
    StackPlan more = plan;
    more.filters = count;
    const float smaller = arranged(more, room);
    if (smaller < least || more.rows == StackRows::three) {
      break;
    }
    plan = more;
    cell = smaller;
  }
  return cell;
}

}  // namespace

FittedPlan fitted_plan(const Parts& parts, bool labels, Vec2 room) {
  StackPlan plan = make_plan(parts);
  const float with_one = with_texts(parts, labels, room, plan);
  const float cell = with_filters(parts, room, with_one, plan);
  return {std::move(plan), cell};
}

Vec2 stack_natural_size(const Parts& parts, const Stage& stage) {
  constexpr std::int64_t natural_filters = 4;
  StackPlan plan = make_plan(parts);
  if (stage.labels) {
    plan_texts(parts, true, plan);
  }
  plan.filters = std::min(filter_count(parts), natural_filters);
  return stage.content_scale * needed_size(plan, natural_cell);
}

}  // namespace convscope
