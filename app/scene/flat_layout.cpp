#include "app/scene/flat_layout.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/scene/flat_plan.h"
#include "app/scene/text_width.h"

namespace convscope {
namespace {

constexpr float natural_cell = 44;
constexpr float smallest_cell = 0.02F;
/// Texts are left out where they leave less than this for the largest grid, in pixels at scale 1.
constexpr float least_grid = 44;
/// Cells for which a text or a filter less is a good bargain.
constexpr float much_larger = 1.4F;
/// The same for another row.
constexpr float worth_more_rows = 1.15F;
/// Cells that are smaller are dots, in pixels at scale 1: a grid of a few of them cannot be seen.
constexpr float dots = 4;

/// The largest cell at which the plan fits, by halving: the needed size grows with the cell.
float fitting_cell(const FlatPlan& plan, Vec2 room) {
  float fits = smallest_cell;
  const float largest = largest_cell(room);
  float too_large = largest;
  for (int i = 0; i < 24; ++i) {
    const float middle = (fits + too_large) / 2;
    const Vec2 needed = needed_size(plan, middle);
    (needed.x <= room.x && needed.y <= room.y ? fits : too_large) = middle;
  }
  return too_large == largest ? largest : fits;
}

/// A plan, and its cells in pixels at scale 1.
struct Fitted {
  FlatPlan plan;
  float cell = 1;
};

/// In as few rows as make large cells.
Fitted fitted(const FlatPlan& plan, Vec2 room) {
  Fitted best{plan, fitting_cell(plan, room)};
  for (const FlatRows rows : {FlatRows::two, FlatRows::three}) {
    if (rows == FlatRows::three && (plan.filter_rows > 1 || !plan.has_kernel)) {
      continue;
    }
    Fitted other{plan, 1};
    other.plan.rows = rows;
    other.cell = fitting_cell(other.plan, room);
    if (other.cell > worth_more_rows * best.cell) {
      best = std::move(other);
    }
  }
  return best;
}

/// Long notes in two lines, and one filter instead of several, where that makes much larger cells.
Fitted best_fitted(const Parts& parts, FlatTexts texts, Vec2 room, bool own_cells) {
  const FlatTexts narrow = texts == FlatTexts::all ? FlatTexts::broken : texts;
  const FlatMeans several{.own_cells = own_cells};
  const FlatMeans one{.most_filters = 1, .own_cells = own_cells};
  Fitted best = fitted(make_flat_plan(parts, texts, several), room);
  for (const FlatPlan& plan : {make_flat_plan(parts, narrow, several), make_flat_plan(parts, narrow, one)}) {
    if (Fitted other = fitted(plan, room); other.cell > much_larger * best.cell) {
      best = std::move(other);
    }
  }
  return best;
}

/// As many texts as there is room for.
Fitted fitted_with_texts(const Parts& parts, bool labels, Vec2 room, bool own_cells) {
  const auto largest = [](const Fitted& fit) {
    const Block& input = fit.plan.input;
    return fit.cell * static_cast<float>(std::max({input.rows, input.columns, fit.plan.output.columns}));
  };
  if (labels) {
    const Fitted all = best_fitted(parts, FlatTexts::all, room, own_cells);
    const Fitted headings = best_fitted(parts, FlatTexts::headings, room, own_cells);
    if (largest(all) >= least_grid && !notes_cost_too_much(all.cell, largest(all), headings.cell)) {
      return all;
    }
    if (largest(headings) >= least_grid) {
      return headings;
    }
  }
  return best_fitted(parts, FlatTexts::none, room, own_cells);
}

/// Cells of whole pixels keep grid lines sharp, as long as that does not cost much of their size.
float whole_pixels(float cell) { return cell >= 6 ? std::floor(cell) : cell; }

/// Puts the blocks into the stage, centred; everything in pixels.
FlatLayout place(const Parts& parts, const FlatPlan& plan, const Stage& stage, float cell) {
  const float scale = stage.content_scale;
  const float unit = cell / scale;
  const Vec2 used = needed_size(plan, unit);
  const Vec2 start{(stage.size.x / scale - used.x) / 2 + stage_margin,
                   (stage.size.y / scale - used.y) / 2 + stage_margin};
  const Vec2 inner{used.x - 2 * stage_margin, used.y - 2 * stage_margin};
  const float input_high = input_height(plan, unit);
  const float filters_high = filters_height(plan, unit);
  Vec2 input_at = start;
  Vec2 filters_at = start;
  const float filters_wide = filters_width(plan, unit);
  if (plan.rows != FlatRows::one) {
    input_at.x += (inner.x - block_width(plan.input, unit)) / 2;
    filters_at = filters_at + Vec2{(inner.x - filters_wide) / 2, input_high + gap_between_blocks / 2};
  } else {
    input_at.y += (inner.y - input_high) / 2;
    filters_at = filters_at + Vec2{block_width(plan.input, unit) + gap_between_blocks, (inner.y - filters_high) / 2};
  }
  // Lines are a whole number of pixels wide and centred on edges, so an odd width needs edges between two pixels.
  const auto snapped = [&](Vec2 at) { return Vec2{std::floor(at.x * scale) + 0.5F, std::floor(at.y * scale) + 0.5F}; };
  const auto grid_corner = [&](Vec2 at, const Block& block, float header) {
    const float own = cell_of(block, unit);
    return snapped({at.x + own * block.around.left, at.y + header + own * block.around.top});
  };
  FlatLayout layout = plan.counts;
  layout.cell = cell;
  layout.kernel_cell = scale * cell_of(plan.kernel, unit);
  layout.output_cell = scale * cell_of(plan.output, unit);
  layout.rows = plan.rows;
  layout.input = grid_corner(input_at, plan.input, plan.header);
  const std::int64_t page = parts.out_channel / plan.filter_rows * plan.filter_rows;
  const std::int64_t first = std::min(page, parts.layer().out_channels - plan.filter_rows);
  // One filter stands in the middle of its row, as the input does: so do the window, its kernel and what they make.
  const auto to_middle = [&](const Block& block) {
    if (plan.rows == FlatRows::three) {
      return Vec2{(filters_wide - block_width(block, unit)) / 2, 0};
    }
    return Vec2{0, plan.filter_rows == 1 ? (filter_row_height(plan, unit) - block_height(block, unit)) / 2 : 0};
  };
  for (std::int64_t row = 0; row < plan.filter_rows; ++row) {
    const float top = static_cast<float>(row) * (filter_row_height(plan, unit) + plan.row_header);
    const Vec2 row_at = filters_at + Vec2{0, top};
    const Vec2 kernel_at = row_at + to_middle(plan.kernel);
    const Vec2 output_at = row_at + kernel_to_output(plan, unit) + to_middle(plan.output);
    layout.filters.push_back({first + row, grid_corner(kernel_at, plan.kernel, plan.header),
                              grid_corner(output_at, plan.output, plan.header)});
  }
  return layout;
}

}  // namespace

FlatLayout flat_layout(const Parts& parts, const Stage& stage) {
  const Vec2 room = (1 / stage.content_scale) * stage.size;
  Fitted fit = fitted_with_texts(parts, stage.labels, room, false);
  if (fit.cell < dots) {
    fit = fitted_with_texts(parts, stage.labels, room, true);
  }
  return place(parts, fit.plan, stage, whole_pixels(stage.content_scale * fit.cell));
}

Vec2 flat_natural_size(const Parts& parts, const Stage& stage) {
  return stage.content_scale *
         needed_size(make_flat_plan(parts, stage.labels ? FlatTexts::all : FlatTexts::none, {}), natural_cell);
}

}  // namespace convscope
