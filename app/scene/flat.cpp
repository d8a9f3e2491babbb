#include <algorithm>
#include <cmath>

#include "app/scene/copy_lines.h"
#include "app/scene/flat_layout.h"
#include "app/scene/looks.h"
#include "app/scene/marks.h"
#include "app/scene/planes.h"

namespace convscope {
namespace {

constexpr float arrow_reach = 24;  ///< Pixels at scale 1.

/// Draws grids and their texts at pixel positions of the flat layout.
class FlatBuilder {
 public:
  FlatBuilder(const Parts& parts, const Stage& stage, Scene& scene)
      : parts_(parts),
        stage_(stage),
        layout_(flat_layout(parts, stage)),
        has_kernel_(!is_pool(parts.layer().op)),
        scene_(scene) {
    scene_.camera = Camera{.scale = layout_.cell};
  }

  void add_input() {
    const Layer& layer = parts_.layer();
    add_behind(layout_.behind_input, layout_.input_shift, {layout_.input, layout_.cell},
               input_plane(parts_, other_channel(parts_.front_channel, layer.in_channels)));
    Plane plane = input_plane(parts_, parts_.front_channel);
    plane.border.line = parts_.palette.padding;
    plane.border.number_color = parts_.palette.padding;
    plane.border.numbers = true;
    plane.frames = input_frames(parts_);
    add_plane(std::move(plane), {layout_.input, layout_.cell});
    add_copies();
  }

  void add_filters() {
    for (const FilterRow& row : layout_.filters) {
      if (has_kernel_) {
        add_kernel(row);
      }
      add_output(row);
    }
  }

  /// Gradients flow from the output back to the weights and to the input: an arrow in each gap.
  void add_flow() {
    if (parts_.document.view.flow == Flow::forward) {
      return;
    }
    const FilterRow& first = layout_.filters.front();
    const float rows = static_cast<float>(parts_.result.output->shape().height);
    const float middle = first.output.y + rows * layout_.output_cell / 2;
    const float gap = FlatText::gap * stage_.content_scale;
    const Vec2 left{-arrow_reach * stage_.content_scale, 0};
    const Vec2 up{0, left.x};
    const Vec2 to_input = layout_.rows == FlatRows::one ? left : up;
    const std::string name(flow_line_prefix);
    const bool kernel_above = layout_.rows == FlatRows::three;
    add_arrow({first.output.x - gap, middle}, has_kernel_ && !kernel_above ? left : to_input, name + "from output");
    if (has_kernel_) {
      const float half = static_cast<float>(parts_.layer().kernel_size.height) * layout_.kernel_cell / 2;
      add_arrow({first.kernel.x - gap, kernel_above ? first.kernel.y + half : middle}, to_input, name + "from kernel");
    }
  }

  [[nodiscard]] const FlatLayout& layout() const { return layout_; }

 private:
  /// Where a grid lies, in pixels: the corner of cell (0, 0), and the size of its cells.
  struct Place {
    Vec2 corner;
    float cell = 1;
  };

  [[nodiscard]] Vec3 in_cells(Vec2 pixels) const { return layout_.in_cells(pixels); }

  /// Any channel that does not lie in front, to take the look of those behind from.
  [[nodiscard]] static std::int64_t other_channel(std::int64_t front, std::int64_t channels) {
    return front == 0 ? channels - 1 : 0;
  }

  [[nodiscard]] float line_width() const {
    const float pixels = std::max(1.0F, std::round(layout_.cell / 48));
    return pixels / stage_.content_scale;
  }

  void put(Plane& plane, const Place& place) const {
    plane.origin = in_cells(place.corner);
    plane.column_step = {place.cell / layout_.cell, 0, 0};
    plane.row_step = {0, place.cell / layout_.cell, 0};
  }

  void add_plane(Plane plane, const Place& place) {
    put(plane, place);
    plane.numbers = true;
    plane.line_width = line_width();
    scene_.items.emplace_back(std::move(plane));
  }

  /// `step`: cells from one to the next.
  void add_behind(std::int64_t count, Vec2 step, const Place& place, const Plane& look) {
    for (std::int64_t i = count; i >= 1; --i) {
      const Vec2 shift = static_cast<float>(i) * place.cell * step;
      Plane plane = look;
      plane.name += " behind " + std::to_string(i);
      plane.cells.role = PlaneRole::other;  // It stands for the channels behind, whichever they are.
      put(plane, {{place.corner.x + shift.x, place.corner.y - shift.y}, place.cell});
      plane.line_width = line_width();
      plane.lattices.clear();
      plane.frames.clear();
      plane.other_numbers.clear();
      plane.border.cells = {};
      scene_.items.emplace_back(std::move(plane));
    }
  }

  void add_arrow(Vec2 from, Vec2 way, const std::string& name) {
    scene_.items.emplace_back(Line{.from = in_cells(from),
                                   .to = in_cells(from + way),
                                   .color = parts_.palette.text,
                                   .width = 2,
                                   .arrow = true,
                                   .name = name});
  }

  void add_kernel(const FilterRow& row) {
    const std::int64_t front = parts_.front_in_group();
    const Place place{row.kernel, layout_.kernel_cell};
    add_behind(layout_.behind_kernel, behind_shift, place,
               kernel_plane(parts_, row.out_channel, other_channel(front, parts_.depth)));
    Plane plane = kernel_plane(parts_, row.out_channel, front);
    if (row.out_channel == parts_.out_channel) {
      plane.frames.push_back({.rows = static_cast<float>(plane.rows),
                              .columns = static_cast<float>(plane.columns),
                              .color = parts_.palette.kernel_size,
                              .width = 3});
    }
    add_plane(std::move(plane), place);
  }

  void add_output(const FilterRow& row) {
    const std::int64_t channels = parts_.result.output->shape().channels;
    Plane behind = output_plane(parts_, other_channel(row.out_channel, channels));
    behind.fill = parts_.palette.behind_output;
    behind.line = parts_.palette.behind_line;
    const Place place{row.output, layout_.output_cell};
    add_behind(layout_.behind_output, behind_shift, place, behind);
    Plane plane = output_plane(parts_, row.out_channel);
    plane.border.line = parts_.palette.padding;
    if (is_made(parts_, row.out_channel)) {
      plane.frames = output_frames(parts_);
    }
    add_plane(std::move(plane), place);
  }

  /// From each padding cell of the window to the cell that it copies.
  void add_copies() {
    int number = 0;
    for (const CopyLine& line : copy_lines(parts_)) {
      const auto place = [&](Vec2 cell) { return in_cells(layout_.input + layout_.cell * cell); };
      scene_.items.emplace_back(Line{.from = place(line.from),
                                     .to = place(line.to),
                                     .color = parts_.palette.padding,
                                     .width = copy_line_width,
                                     .arrow = true,
                                     .name = "copy line " + std::to_string(number++)});
    }
  }

  const Parts& parts_;
  const Stage& stage_;
  FlatLayout layout_;
  bool has_kernel_;
  Scene& scene_;
};

}  // namespace

void build_flat(const Parts& parts, const Stage& stage, Scene& scene) {
  FlatBuilder builder(parts, stage, scene);
  builder.add_input();
  builder.add_filters();
  builder.add_flow();
  if (stage.labels) {
    add_flat_texts(parts, builder.layout(), scene.items);
  }
}

}  // namespace convscope
