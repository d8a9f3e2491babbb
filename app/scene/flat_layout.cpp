#include "app/scene/flat_layout.h"

#include <algorithm>
#include <cmath>

#include "app/text/labels.h"

namespace convscope {
namespace {

constexpr float natural_cell = 44;
constexpr float smallest_cell = 0.02F;
constexpr float largest_cell = 96;
constexpr float gap_between_blocks = 40;
constexpr std::int64_t max_filter_rows = 4;
/// Generous width of one character, in font sizes.
constexpr float character_width = 0.6F;

float text_width(std::size_t characters, float size) { return character_width * size * static_cast<float>(characters); }

/// Everything that decides the layout but the cell's size; pixels are at scale 1.
struct Plan {
  Block input;
  Block kernel;
  Block output;
  std::int64_t filter_rows = 1;
  FlatLayout counts;     ///< Only the counts and flags are set.
  float header = 0;      ///< Texts above the first row of grids.
  float row_header = 0;  ///< Texts above each further row.
  float input_footer = 0;
  float kernel_footer = 0;
  bool input_above = false;
};

float block_width(const Block& block, float cell) {
  const float cells = static_cast<float>(block.columns) + block.around.left + block.around.right;
  return std::max(cell * cells, block.text_width);
}

float block_cells_high(const Block& block) {
  return static_cast<float>(block.rows) + block.around.top + block.around.bottom;
}

float filter_row_cells(const Plan& plan) {
  return std::max(block_cells_high(plan.kernel), block_cells_high(plan.output));
}

float input_height(const Plan& plan, float cell) {
  return plan.header + cell * block_cells_high(plan.input) + plan.input_footer;
}

float filters_height(const Plan& plan, float cell) {
  const auto rows = static_cast<float>(plan.filter_rows);
  return plan.header + rows * cell * filter_row_cells(plan) + (rows - 1) * plan.row_header + plan.kernel_footer;
}

Vec2 needed_size(const Plan& plan, float cell) {
  const float input_wide = block_width(plan.input, cell);
  const float filters_wide = block_width(plan.kernel, cell) + gap_between_blocks + block_width(plan.output, cell);
  const float input_high = input_height(plan, cell);
  const float filters_high = filters_height(plan, cell);
  const Vec2 margins{2 * stage_margin, 2 * stage_margin};
  if (plan.input_above) {
    return margins + Vec2{std::max(input_wide, filters_wide), input_high + gap_between_blocks / 2 + filters_high};
  }
  return margins + Vec2{input_wide + gap_between_blocks + filters_wide, std::max(input_high, filters_high)};
}

/// The largest cell at which the plan fits, by halving: the needed size grows with the cell.
float fitting_cell(const Plan& plan, Vec2 room) {
  float fits = smallest_cell;
  float too_large = largest_cell;
  for (int i = 0; i < 24; ++i) {
    const float middle = (fits + too_large) / 2;
    const Vec2 needed = needed_size(plan, middle);
    (needed.x <= room.x && needed.y <= room.y ? fits : too_large) = middle;
  }
  return too_large == largest_cell ? largest_cell : fits;
}

Surround behind(std::int64_t channels) {
  const float shift = behind_shift * static_cast<float>(channels);
  return {.left = 0, .top = shift, .right = shift, .bottom = 0};
}

Surround around_input(const Sides& padding, std::int64_t channels_behind) {
  const Surround slabs = behind(channels_behind);
  return {.left = static_cast<float>(padding.left),
          .top = std::max(static_cast<float>(padding.top), slabs.top),
          .right = std::max(static_cast<float>(padding.right), slabs.right),
          .bottom = static_cast<float>(padding.bottom)};
}

float widest(std::initializer_list<std::string> notes) {
  float width = 0;
  for (const std::string& note : notes) {
    width = std::max(width, text_width(note.size(), FlatText::note));
  }
  return width;
}

void plan_texts(const Parts& parts, Plan& plan) {
  const Layer& layer = parts.document.sized.layer;
  const Shape& in = parts.document.input->shape();
  const Shape& weight = parts.document.weight->shape();
  const Shape& out = parts.result.output->shape();
  const Size span = effective_kernel_size(layer);
  const AxisArithmetic& rows = parts.result.arithmetic.height;
  const AxisArithmetic& columns = parts.result.arithmetic.width;
  const float lines = plan.counts.channel_notes ? 2 : 1;
  plan.header = FlatText::heading_pitch + lines * FlatText::note_pitch + FlatText::gap;
  plan.row_header = FlatText::note_pitch + 2 * FlatText::gap;
  const float footer = FlatText::note_pitch + FlatText::gap;
  plan.input_footer = layer.padding_rule != PaddingRule::valid && resolved_padding(layer) != Sides{} ? footer : 0;
  plan.kernel_footer = span != layer.kernel_size ? footer : 0;
  plan.input.text_width =
      widest({text::shape({in.channels, in.height, in.width}), text::channel(in.channels - 1, in.channels),
              text::padded_to({rows.padded_input, columns.padded_input})});
  plan.kernel.text_width = widest({text::shape({weight.batch, weight.channels, weight.height, weight.width}),
                                   text::filter(weight.batch - 1, weight.batch), text::spans(span)});
  plan.output.text_width =
      widest({text::shape({out.channels, out.height, out.width}), text::channel(out.channels - 1, out.channels)});
}

Plan make_plan(const Parts& parts, const Stage& stage) {
  const Layer& layer = parts.document.sized.layer;
  const Shape& out = parts.result.output->shape();
  Plan plan;
  plan.counts.behind_input = std::min(layer.in_channels - 1, max_behind);
  plan.counts.behind_kernel = std::min(parts.depth - 1, max_behind);
  plan.counts.channel_notes = layer.in_channels > 1 || layer.out_channels > 1;
  plan.input = {parts.document.sized.input_size.height, parts.document.sized.input_size.width,
                around_input(resolved_padding(layer), plan.counts.behind_input)};
  plan.kernel = {layer.kernel_size.height, layer.kernel_size.width, behind(plan.counts.behind_kernel)};
  plan.output = {out.height, out.width, {}};
  const float room = 1.25F * block_cells_high(plan.input);
  const auto rows_that_fit = static_cast<std::int64_t>(room / (filter_row_cells(plan) + 0.5F));
  plan.filter_rows = std::clamp<std::int64_t>(rows_that_fit, 1, std::min(max_filter_rows, layer.out_channels));
  if (plan.filter_rows == 1) {
    plan.counts.behind_output = std::min(layer.out_channels - 1, max_behind);
    plan.output.around = behind(plan.counts.behind_output);
  }
  if (stage.labels) {
    plan_texts(parts, plan);
  } else {
    plan.row_header = FlatText::gap;
  }
  return plan;
}

/// Cells of whole pixels keep grid lines sharp, as long as that does not cost much of their size.
float whole_pixels(float cell) { return cell >= 6 ? std::floor(cell) : cell; }

/// Puts the blocks into the stage, centred; everything in pixels.
FlatLayout place(const Parts& parts, const Plan& plan, const Stage& stage, float cell) {
  const float scale = stage.content_scale;
  const float unit = cell / scale;
  const Vec2 used = needed_size(plan, unit);
  const Vec2 start{(stage.size.x / scale - used.x) / 2 + stage_margin,
                   (stage.size.y / scale - used.y) / 2 + stage_margin};
  const Vec2 inner{used.x - 2 * stage_margin, used.y - 2 * stage_margin};
  const float input_high = input_height(plan, unit);
  const float filters_high = filters_height(plan, unit);
  const float kernel_wide = block_width(plan.kernel, unit);
  Vec2 input_at = start;
  Vec2 filters_at = start;
  if (plan.input_above) {
    const float filters_wide = kernel_wide + gap_between_blocks + block_width(plan.output, unit);
    input_at.x += (inner.x - block_width(plan.input, unit)) / 2;
    filters_at = filters_at + Vec2{(inner.x - filters_wide) / 2, input_high + gap_between_blocks / 2};
  } else {
    input_at.y += (inner.y - input_high) / 2;
    filters_at = filters_at + Vec2{block_width(plan.input, unit) + gap_between_blocks, (inner.y - filters_high) / 2};
  }
  // Lines are a whole number of pixels wide and centred on edges, so an odd width needs edges between two pixels.
  const auto snapped = [&](Vec2 at) { return Vec2{std::floor(at.x * scale) + 0.5F, std::floor(at.y * scale) + 0.5F}; };
  const auto grid_corner = [&](Vec2 at, const Block& block, float header) {
    return snapped({at.x + unit * block.around.left, at.y + header + unit * block.around.top});
  };
  FlatLayout layout = plan.counts;
  layout.cell = cell;
  layout.input = grid_corner(input_at, plan.input, plan.header);
  const std::int64_t first = parts.output_cell.channel / plan.filter_rows * plan.filter_rows;
  for (std::int64_t row = 0; row < plan.filter_rows && first + row < parts.document.sized.layer.out_channels; ++row) {
    const float top = static_cast<float>(row) * (unit * filter_row_cells(plan) + plan.row_header);
    const Vec2 kernel_at{filters_at.x, filters_at.y + top};
    const Vec2 output_at{filters_at.x + kernel_wide + gap_between_blocks, filters_at.y + top};
    layout.filters.push_back({first + row, grid_corner(kernel_at, plan.kernel, plan.header),
                              grid_corner(output_at, plan.output, plan.header)});
  }
  return layout;
}

}  // namespace

FlatLayout flat_layout(const Parts& parts, const Stage& stage) {
  Plan beside = make_plan(parts, stage);
  Plan above = beside;
  above.input_above = true;
  const Vec2 room = (1 / stage.content_scale) * stage.size;
  const float cell_beside = fitting_cell(beside, room);
  const float cell_above = fitting_cell(above, room);
  const bool prefer_above = cell_above > 1.15F * cell_beside;
  const float cell = whole_pixels(stage.content_scale * (prefer_above ? cell_above : cell_beside));
  return place(parts, prefer_above ? above : beside, stage, cell);
}

Vec2 flat_natural_size(const Parts& parts, const Stage& stage) {
  return stage.content_scale * needed_size(make_plan(parts, stage), natural_cell);
}

}  // namespace convscope
