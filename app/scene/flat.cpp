#include <algorithm>
#include <cmath>

#include "app/scene/flat_layout.h"
#include "app/scene/looks.h"
#include "app/text/labels.h"

namespace convscope {
namespace {

/// Draws grids and their texts at pixel positions of the flat layout.
class FlatBuilder {
 public:
  FlatBuilder(const Parts& parts, const Stage& stage, Scene& scene)
      : parts_(parts), stage_(stage), layout_(flat_layout(parts, stage)), scene_(scene) {
    scene_.camera = Camera{.scale = layout_.cell};
  }

  void add_input() {
    const Layer& layer = parts_.document.sized.layer;
    add_behind(layout_.behind_input, layout_.input,
               input_plane(parts_, other_channel(parts_.front_channel, layer.in_channels)));
    Plane plane = input_plane(parts_, parts_.front_channel);
    const Size span = effective_kernel_size(layer);
    const Vec2 corner = window_corner(parts_);
    plane.border.line = parts_.palette.padding;
    plane.border.number_color = parts_.palette.padding;
    plane.border.numbers = true;
    plane.lattice->corner_values =
        ChannelValues{parts_.document.weight, parts_.output_cell.channel, front_group_channel()};
    plane.lattice->corner_color = parts_.palette.on_cell;
    plane.frame = CellFrame{.row = corner.y,
                            .column = corner.x,
                            .rows = static_cast<float>(span.height),
                            .columns = static_cast<float>(span.width),
                            .color = parts_.palette.kernel_size,
                            .width = 3};
    add_plane(std::move(plane), layout_.input);
  }

  void add_filters() {
    for (const FilterRow& row : layout_.filters) {
      add_kernel(row);
      add_output(row);
    }
  }

  void add_texts() {
    const Shape& in = parts_.document.input->shape();
    const Shape& weight = parts_.document.weight->shape();
    const Shape& out = parts_.result.output->shape();
    const Sides padding = resolved_padding(parts_.document.sized.layer);
    const Surround around_input{
        .left = static_cast<float>(padding.left),
        .top = std::max(static_cast<float>(padding.top), behind_shift * static_cast<float>(layout_.behind_input))};
    const float kernel_top = behind_shift * static_cast<float>(layout_.behind_kernel);
    const float output_top = behind_shift * static_cast<float>(layout_.behind_output);
    add_heading(layout_.input, around_input, text::input(), text::shape({in.channels, in.height, in.width}));
    add_channel_note(layout_.input, around_input, text::channel(parts_.front_channel, in.channels));
    const FilterRow& first = layout_.filters.front();
    add_heading(first.kernel, {.top = kernel_top}, text::kernel(),
                text::shape({weight.batch, weight.channels, weight.height, weight.width}));
    add_heading(first.output, {.top = output_top}, text::output(), text::shape({out.channels, out.height, out.width}));
    for (const FilterRow& row : layout_.filters) {
      add_channel_note(row.kernel, {.top = kernel_top}, text::filter(row.out_channel, weight.batch));
      add_channel_note(row.output, {.top = output_top}, text::channel(row.out_channel, out.channels));
    }
    add_footers(padding);
  }

 private:
  [[nodiscard]] std::int64_t front_group_channel() const { return parts_.document.view.input_channel % parts_.depth; }
  [[nodiscard]] Vec3 in_cells(Vec2 pixels) const { return {pixels.x / layout_.cell, pixels.y / layout_.cell, 0}; }

  /// Any channel that does not lie in front, to take the look of those behind from.
  [[nodiscard]] static std::int64_t other_channel(std::int64_t front, std::int64_t channels) {
    return front == 0 ? channels - 1 : 0;
  }

  [[nodiscard]] float line_width() const {
    const float pixels = std::max(1.0F, std::round(layout_.cell / 48));
    return pixels / stage_.content_scale;
  }

  void add_plane(Plane plane, Vec2 at) {
    plane.origin = in_cells(at);
    plane.numbers = true;
    plane.line_width = line_width();
    scene_.items.emplace_back(std::move(plane));
  }

  void add_behind(std::int64_t count, Vec2 at, const Plane& look) {
    for (std::int64_t i = count; i >= 1; --i) {
      const float shift = behind_shift * static_cast<float>(i) * layout_.cell;
      Plane plane = look;
      plane.name += " behind " + std::to_string(i);
      plane.origin = in_cells({at.x + shift, at.y - shift});
      plane.line_width = line_width();
      plane.lattice.reset();
      scene_.items.emplace_back(std::move(plane));
    }
  }

  void add_kernel(const FilterRow& row) {
    const std::int64_t front = front_group_channel();
    add_behind(layout_.behind_kernel, row.kernel,
               kernel_plane(parts_, row.out_channel, other_channel(front, parts_.depth)));
    Plane plane = kernel_plane(parts_, row.out_channel, front);
    if (row.out_channel == parts_.output_cell.channel) {
      plane.frame = CellFrame{.rows = static_cast<float>(plane.rows),
                              .columns = static_cast<float>(plane.columns),
                              .color = parts_.palette.kernel_size,
                              .width = 3};
    }
    add_plane(std::move(plane), row.kernel);
  }

  void add_output(const FilterRow& row) {
    const std::int64_t channels = parts_.result.output->shape().channels;
    Plane behind = output_plane(parts_, other_channel(row.out_channel, channels));
    behind.fill = parts_.palette.behind_output;
    behind.line = parts_.palette.behind_line;
    add_behind(layout_.behind_output, row.output, behind);
    add_plane(output_plane(parts_, row.out_channel), row.output);
  }

  void add_text(Vec2 at, const std::string& text, float size, FontFace face, Color color) {
    scene_.items.emplace_back(Label{.text = text,
                                    .position = in_cells(at),
                                    .offset = {},
                                    .anchor_x = 0,
                                    .size = size,
                                    .face = face,
                                    .color = color});
  }

  /// Baseline of the n-th line of text above a grid, counted upwards.
  [[nodiscard]] Vec2 above(Vec2 grid, const Surround& around, float pixels) const {
    return {grid.x - around.left * layout_.cell,
            grid.y - around.top * layout_.cell - (FlatText::gap + pixels) * stage_.content_scale};
  }

  void add_heading(Vec2 grid, const Surround& around, const std::string& name, const std::string& shape) {
    const float notes = layout_.channel_notes ? FlatText::note_pitch : 0;
    add_text(above(grid, around, notes), shape, FlatText::note, FontFace::regular, parts_.palette.notes);
    add_text(above(grid, around, notes + FlatText::note_pitch), name, FlatText::heading, FontFace::bold,
             parts_.palette.text);
  }

  void add_channel_note(Vec2 grid, const Surround& around, const std::string& note) {
    if (layout_.channel_notes) {
      add_text(above(grid, around, 0), note, FlatText::note, FontFace::regular, parts_.palette.notes);
    }
  }

  void add_footers(const Sides& padding) {
    const SizedLayer& sized = parts_.document.sized;
    const float below = (FlatText::gap + FlatText::note) * stage_.content_scale;
    if (padding != Sides{}) {
      const Vec2 at{
          layout_.input.x - static_cast<float>(padding.left) * layout_.cell,
          layout_.input.y + static_cast<float>(sized.input_size.height + padding.bottom) * layout_.cell + below};
      const OutputArithmetic& arithmetic = parts_.result.arithmetic;
      add_text(at, text::padded_to({arithmetic.height.padded_input, arithmetic.width.padded_input}), FlatText::note,
               FontFace::regular, parts_.palette.padding);
    }
    const Size span = effective_kernel_size(sized.layer);
    if (span != sized.layer.kernel_size) {
      const Vec2 last = layout_.filters.back().kernel;
      add_text({last.x, last.y + static_cast<float>(sized.layer.kernel_size.height) * layout_.cell + below},
               text::spans(span), FlatText::note, FontFace::regular, parts_.palette.dilation);
    }
  }

  const Parts& parts_;
  const Stage& stage_;
  FlatLayout layout_;
  Scene& scene_;
};

}  // namespace

void build_flat(const Parts& parts, const Stage& stage, Scene& scene) {
  FlatBuilder builder(parts, stage, scene);
  builder.add_input();
  builder.add_filters();
  if (stage.labels) {
    builder.add_texts();
  }
}

}  // namespace convscope
