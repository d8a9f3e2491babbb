#include "app/scene/flat_plan.h"

#include <algorithm>
#include <utility>

#include "app/scene/text_width.h"
#include "app/text/labels.h"

namespace convscope {
namespace {

Surround behind(std::int64_t channels, Vec2 shift = behind_shift) {
  const Vec2 all = static_cast<float>(channels) * shift;
  return {.left = 0, .top = all.y, .right = all.x, .bottom = 0};
}

/// How many channels look out behind the input and how far: behind padding so little that they are clear of its numbers
/// and of the small weights, which stand lower.
void plan_behind_input(const Parts& parts, FlatLayout& counts) {
  constexpr std::int64_t most_behind_padding = 3;
  constexpr Vec2 clear_of_numbers{0.27F, 0.08F};  // Cells.
  const Sides border = input_border(parts);
  const bool padded = border.top > 0 || border.right > 0;
  counts.behind_input = std::min(parts.layer().in_channels - 1, padded ? most_behind_padding : max_behind);
  counts.input_shift = behind_shift;
  if (padded && counts.behind_input > 0) {
    const Vec2 most = 1 / static_cast<float>(counts.behind_input) * clear_of_numbers;
    counts.input_shift = {std::min(behind_shift.x, most.x), std::min(behind_shift.y, most.y)};
  }
}

Surround around_border(const Sides& border, const Surround& slabs) {
  return {.left = static_cast<float>(border.left),
          .top = std::max(static_cast<float>(border.top), slabs.top),
          .right = std::max(static_cast<float>(border.right), slabs.right),
          .bottom = static_cast<float>(border.bottom)};
}

float note_width(const std::string& note) { return text_width(note, FlatText::note); }

float widest(std::initializer_list<std::string> notes) {
  float width = 0;
  for (const std::string& note : notes) {
    width = std::max(width, note_width(note));
  }
  return width;
}

float widest(const std::vector<Footer>& footers) {
  float width = 0;
  for (const Footer& footer : footers) {
    width = std::max(width, note_width(footer.text));
  }
  return width;
}

float heading_width(const std::string& heading) { return text_width(heading, FlatText::heading); }

float footer_height(const std::vector<Footer>& footers) {
  return footers.empty() ? 0 : FlatText::note_pitch * static_cast<float>(footers.size()) + FlatText::gap;
}

/// Headings alone.
void plan_headings(const Parts& parts, FlatPlan& plan) {
  plan.counts.headings = true;
  plan.header = FlatText::heading_pitch + FlatText::gap;
  plan.row_header = 2 * FlatText::gap;
  plan.input.text_width = heading_width(input_heading(parts));
  plan.output.text_width = heading_width(output_heading(parts));
  plan.kernel.text_width = plan.has_kernel ? heading_width(kernel_heading(parts)) : 0;
}

void plan_notes(const Parts& parts, FlatPlan& plan) {
  const AxisOrder order = parts.document.view.axis_order;
  const Shape& in = parts.document.input->shape();
  const Shape& out = parts.result.output->shape();
  plan.counts.notes = true;
  plan.counts.channel_notes = in.channels > 1 || out.channels > 1;
  const float lines = plan.counts.channel_notes ? 2 : 1;
  plan.header += lines * FlatText::note_pitch;
  plan.row_header += FlatText::note_pitch;
  const auto laid = [&](std::vector<Footer> footers) {
    return footer_lines(std::move(footers), plan.counts.broken_notes);
  };
  const std::vector<Footer> input = laid(input_footers(parts));
  const std::vector<Footer> kernel = laid(kernel_footers(parts, plan.counts.more_filters));
  const std::vector<Footer> output = laid(output_footers(parts, plan.counts.more_filters));
  plan.input_footer = footer_height(input);
  plan.kernel_footer = std::max(footer_height(kernel), footer_height(output));
  const auto widen = [](Block& block, float width) { block.text_width = std::max(block.text_width, width); };
  widen(plan.input, std::max(widest({text::shape(order, in.channels, in.height, in.width),
                                     text::channel(parts.language, in.channels - 1, in.channels)}),
                             widest(input)));
  widen(plan.output, std::max(widest({text::shape(order, out.channels, out.height, out.width),
                                      text::channel(parts.language, out.channels - 1, out.channels)}),
                              widest(output)));
  if (plan.has_kernel) {
    const Shape& weight = parts.document.weight->shape();
    widen(plan.kernel, std::max(widest({text::weight_shape(order, weight),
                                        text::filter(parts.language, out.channels - 1, out.channels)}),
                                widest(kernel)));
  }
}

float cells_high(const Block& block) { return static_cast<float>(block.rows) + block.around.top + block.around.bottom; }

/// Of a grid beside one whose cells are dots: so large that it can be seen, and numbers be read if they are few.
float own_cell(const Block& block) {
  constexpr float largest = 24;
  constexpr float span = 72;
  return std::min(largest, span / static_cast<float>(std::max(block.rows, block.columns)));
}

}  // namespace

float cell_of(const Block& block, float cell) { return std::max(cell, block.least_cell); }

float block_width(const Block& block, float cell) {
  const float cells = static_cast<float>(block.columns) + block.around.left + block.around.right;
  return std::max(cell_of(block, cell) * cells, block.text_width);
}

float block_height(const Block& block, float cell) { return cell_of(block, cell) * cells_high(block); }

float filter_row_height(const FlatPlan& plan, float cell) {
  return std::max(block_height(plan.kernel, cell), block_height(plan.output, cell));
}

Vec2 kernel_to_output(const FlatPlan& plan, float cell) {
  if (plan.rows == FlatRows::three) {
    return {0, plan.header + block_height(plan.kernel, cell) + plan.kernel_footer + gap_between_blocks / 2};
  }
  return {plan.has_kernel ? block_width(plan.kernel, cell) + gap_between_blocks : 0, 0};
}

float filters_width(const FlatPlan& plan, float cell) {
  const float output = block_width(plan.output, cell);
  return plan.rows == FlatRows::three ? std::max(block_width(plan.kernel, cell), output)
                                      : kernel_to_output(plan, cell).x + output;
}

float input_height(const FlatPlan& plan, float cell) {
  return plan.header + block_height(plan.input, cell) + plan.input_footer;
}

float filters_height(const FlatPlan& plan, float cell) {
  if (plan.rows == FlatRows::three) {
    return kernel_to_output(plan, cell).y + plan.header + block_height(plan.output, cell) + plan.kernel_footer;
  }
  const auto rows = static_cast<float>(plan.filter_rows);
  return plan.header + rows * filter_row_height(plan, cell) + (rows - 1) * plan.row_header + plan.kernel_footer;
}

Vec2 needed_size(const FlatPlan& plan, float cell) {
  const float input_wide = block_width(plan.input, cell);
  const float filters_wide = filters_width(plan, cell);
  const float input_high = input_height(plan, cell);
  const float filters_high = filters_height(plan, cell);
  const Vec2 margins{2 * stage_margin, 2 * stage_margin};
  if (plan.rows != FlatRows::one) {
    return margins + Vec2{std::max(input_wide, filters_wide), input_high + gap_between_blocks / 2 + filters_high};
  }
  return margins + Vec2{input_wide + gap_between_blocks + filters_wide, std::max(input_high, filters_high)};
}

Surround output_surround(const Parts& parts, std::int64_t channels_behind) {
  return around_border(output_border(parts), behind(channels_behind));
}

FlatPlan make_flat_plan(const Parts& parts, FlatTexts texts, const FlatMeans& means) {
  const Layer& layer = parts.layer();
  const Shape& out = parts.result.output->shape();
  const Size grid = input_grid(parts);
  FlatPlan plan;
  plan.has_kernel = !is_pool(layer.op);
  plan_behind_input(parts, plan.counts);
  plan.counts.behind_kernel = plan.has_kernel ? std::min(parts.depth - 1, max_behind) : 0;
  plan.input = {grid.height, grid.width,
                around_border(input_border(parts), behind(plan.counts.behind_input, plan.counts.input_shift))};
  if (plan.has_kernel) {
    plan.kernel = {layer.kernel_size.height, layer.kernel_size.width, behind(plan.counts.behind_kernel)};
  }
  plan.output = {out.height, out.width, output_surround(parts, 0)};
  const float room = 1.25F * cells_high(plan.input);
  const auto rows_that_fit =
      static_cast<std::int64_t>(room / (std::max(cells_high(plan.kernel), cells_high(plan.output)) + 0.5F));
  plan.filter_rows = std::clamp<std::int64_t>(rows_that_fit, 1, std::min(means.most_filters, layer.out_channels));
  plan.counts.more_filters = layer.out_channels - plan.filter_rows;
  if (plan.filter_rows == 1) {
    plan.counts.behind_output = std::min(layer.out_channels - 1, max_behind);
    plan.output.around = output_surround(parts, plan.counts.behind_output);
  }
  if (means.own_cells) {
    plan.kernel.least_cell = plan.has_kernel ? own_cell(plan.kernel) : 0;
    plan.output.least_cell = own_cell(plan.output);
  }
  plan.row_header = FlatText::gap;
  if (texts != FlatTexts::none) {
    plan_headings(parts, plan);
  }
  if (texts == FlatTexts::all || texts == FlatTexts::broken) {
    plan.counts.broken_notes = texts == FlatTexts::broken;
    plan_notes(parts, plan);
  }
  return plan;
}

}  // namespace convscope
