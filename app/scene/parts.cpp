#include "app/scene/parts.h"

#include <algorithm>

#include "engine/arithmetic.h"
#include "engine/stamp.h"

namespace convscope {
namespace {

float lerp(std::int64_t from, std::int64_t to, float share) {
  return static_cast<float>(from) + share * static_cast<float>(to - from);
}

/// Steps count output cells, or input cells while the layer stamps.
Index cell_of_step(const Document& document, std::int64_t step) {
  if (!is_stamping(document)) {
    return output_of_step(document.sized, step);
  }
  return input_of_stamp(document.sized, step);
}

std::int64_t step_count_of(const Parts& parts) {
  return parts.stamping ? stamp_count(parts.document.sized) : parts.result.steps;
}

/// The step that a cell stands for: an output cell its own, an input cell its stamp.
std::optional<std::int64_t> step_of_cell(const Document& document, const CellRef& cell) {
  const PlaneRole role = is_stamping(document) ? PlaneRole::input : PlaneRole::output;
  if (cell.kind != CellKind::cell || cell.role != role) {
    return std::nullopt;
  }
  const Size size = role == PlaneRole::input ? document.sized.input_size : output_size(document.sized);
  return (cell.index.channel * size.height + cell.index.y) * size.width + cell.index.x;
}

/// Which channel of those that meet in the step the moment's part belongs to.
std::int64_t channel_of_part(const Moment& moment, std::int64_t channels) {
  return moment.pace == Pace::cell ? 0 : moment.part * channels / std::max<std::int64_t>(moment.parts, 1);
}

void choose_channels(Parts& parts) {
  const Layer& layer = parts.layer();
  parts.depth = channels_read(layer);
  if (parts.stamping) {
    const std::int64_t per_group = out_channels_per_group(layer);
    parts.front_channel = parts.cell.channel;
    parts.out_channel =
        group_of_input(layer, parts.cell.channel) * per_group + channel_of_part(parts.moment, per_group);
    return;
  }
  parts.out_channel = parts.cell.channel;
  const std::int64_t in_group = parts.moment.pace == Pace::cell ? parts.document.view.input_channel % parts.depth
                                                                : channel_of_part(parts.moment, parts.depth);
  parts.front_channel = first_input_channel(layer, parts.out_channel) + in_group;
}

WindowOrigin window_at(const Parts& parts, const Index& cell) { return window_place(parts.layer(), cell.y, cell.x); }

/// A box that moves from one place to the next as far as the moment has slid.
CellRect moving_box(const WindowOrigin& from, const WindowOrigin& to, float share, const Size& size) {
  return {.row = lerp(from.y, to.y, share),
          .column = lerp(from.x, to.x, share),
          .rows = static_cast<float>(size.height),
          .columns = static_cast<float>(size.width)};
}

}  // namespace

std::int64_t out_channels_per_group(const Layer& layer) { return layer.out_channels / group_count(layer); }

std::int64_t group_of_output(const Layer& layer, std::int64_t output_channel) {
  return is_pool(layer.op) ? output_channel : output_channel / out_channels_per_group(layer);
}

std::int64_t group_of_input(const Layer& layer, std::int64_t input_channel) {
  return input_channel / channels_read(layer);
}

Parts make_parts(const Showing& showing, text::Language language) {
  const Document& document = showing.document;
  Parts parts{.document = document,
              .result = showing.result,
              .values = showing.values,
              .moment = showing.moment,
              .step = showing.moment.step,
              .pointed = showing.pointed,
              .palette = palette_of(document.view.theme),
              .language = language,
              .stamping = is_stamping(document),
              .cell = {},
              .next_cell = {},
              .tap = {}};
  if (const auto pointed = showing.pointed ? step_of_cell(document, *showing.pointed) : std::nullopt) {
    parts.step = *pointed;
    parts.moment = {.step = showing.moment.step};
  }
  parts.cell = cell_of_step(document, parts.step);
  parts.next_cell = parts.cell;
  const Moment& moment = parts.moment;
  if (moment.slide > 0 && moment.complete() && moment.step + 1 < step_count_of(parts)) {
    parts.next_cell = cell_of_step(document, moment.step + 1);
  }
  choose_channels(parts);
  if (moment.pace == Pace::tap && !parts.stamping && moment.part < tap_count(document.sized, parts.cell)) {
    parts.tap = tap_at(document.sized, parts.cell, moment.part);
  }
  return parts;
}

Size input_grid(const Parts& parts) {
  return parts.stamping ? parts.document.sized.input_size : window_grid_size(parts.document.sized);
}

Sides input_border(const Parts& parts) { return parts.stamping ? Sides{} : window_border(parts.document.sized); }

Sides output_border(const Parts& parts) {
  if (!parts.stamping) {
    return {};
  }
  const Layer& layer = parts.layer();
  const Sides padding = resolved_padding(layer);
  return {padding.top, std::max<std::int64_t>(0, padding.bottom - layer.output_padding.height), padding.left,
          std::max<std::int64_t>(0, padding.right - layer.output_padding.width)};
}

CellRect input_box(const Parts& parts) {
  const float slide = parts.moment.slide;
  if (parts.stamping) {
    return moving_box({parts.cell.y, parts.cell.x}, {parts.next_cell.y, parts.next_cell.x}, slide, {1, 1});
  }
  return moving_box(window_at(parts, parts.cell), window_at(parts, parts.next_cell), slide,
                    effective_kernel_size(parts.layer()));
}

CellRect output_box(const Parts& parts) {
  const Layer& layer = parts.layer();
  const Index& next = parts.next_cell.channel == parts.cell.channel ? parts.next_cell : parts.cell;
  if (parts.stamping) {
    return moving_box(stamp_origin(layer, parts.cell.y, parts.cell.x), stamp_origin(layer, next.y, next.x),
                      parts.moment.slide, effective_kernel_size(layer));
  }
  return moving_box({parts.cell.y, parts.cell.x}, {next.y, next.x}, parts.moment.slide, {1, 1});
}

bool is_read(const Parts& parts, std::int64_t input_channel) {
  if (parts.stamping) {
    return input_channel == parts.cell.channel;
  }
  return group_of_input(parts.layer(), input_channel) == group_of_output(parts.layer(), parts.out_channel);
}

bool is_made(const Parts& parts, std::int64_t output_channel) {
  if (parts.stamping) {
    return group_of_output(parts.layer(), output_channel) == group_of_input(parts.layer(), parts.cell.channel);
  }
  return output_channel == parts.out_channel;
}

}  // namespace convscope
