#include <string>
#include <utility>

#include "app/scene/flat_layout.h"
#include "app/text/labels.h"

namespace convscope {
namespace {

/// Writes names, shapes and notes around the grids of the flat look.
class FlatTextWriter {
 public:
  FlatTextWriter(const Parts& parts, const FlatLayout& layout, std::vector<SceneItem>& items)
      : parts_(parts), layout_(layout), items_(items) {}

  void write() {
    const bool has_kernel = !is_pool(parts_.layer().op);
    const Shape& in = parts_.document.input->shape();
    const Shape& out = parts_.result.output->shape();
    const AxisOrder order = parts_.document.view.axis_order;
    const Sides border = input_border(parts_);
    const Grid input{layout_.input,
                     layout_.cell,
                     {.left = static_cast<float>(border.left),
                      .top = std::max(static_cast<float>(border.top),
                                      layout_.input_shift.y * static_cast<float>(layout_.behind_input))}};
    const Surround around_kernel{.top = behind_shift.y * static_cast<float>(layout_.behind_kernel)};
    const auto kernel = [&](const FilterRow& row) { return Grid{row.kernel, layout_.kernel_cell, around_kernel}; };
    const auto output = [&](const FilterRow& row) {
      return Grid{row.output, layout_.output_cell, output_surround(parts_, layout_.behind_output)};
    };
    add_heading("input", input, input_heading(parts_), text::shape(order, in.channels, in.height, in.width));
    add_channel_note("input channel", input, text::channel(parts_.language, parts_.front_channel, in.channels));
    const FilterRow& first = layout_.filters.front();
    add_heading("output", output(first), output_heading(parts_),
                text::shape(order, out.channels, out.height, out.width));
    if (has_kernel) {
      const Shape& weight = parts_.document.weight->shape();
      add_heading("kernel", kernel(first), kernel_heading(parts_), text::weight_shape(order, weight));
    }
    for (const FilterRow& row : layout_.filters) {
      const std::string number = std::to_string(row.out_channel);
      if (has_kernel) {
        add_channel_note("filter " + number, kernel(row), text::filter(parts_.language, row.out_channel, out.channels));
      }
      const bool current = row.out_channel == parts_.out_channel;
      add_channel_note(current ? "output channel" : "output channel " + number, output(row),
                       text::channel(parts_.language, row.out_channel, out.channels));
    }
    if (layout_.notes) {
      add_footers();
    }
  }

 private:
  /// Texts hang on corners of grids, so that they stay there when the picture is zoomed. `below`: pixels at scale 1
  /// from the corner to the base line.
  void add_text(std::string name, Vec2 corner, float below, const std::string& text, float size, FontFace face,
                Color color) {
    items_.emplace_back(Label{.text = text,
                              .position = layout_.in_cells(corner),
                              .offset = {0, below},
                              .anchor_x = 0,
                              .size = size,
                              .face = face,
                              .color = color,
                              .name = "label " + std::move(name)});
  }

  /// A grid with what is around it: the corner of cell (0, 0), and the size of its cells, in pixels.
  struct Grid {
    Vec2 corner;
    float cell = 1;
    Surround around;

    [[nodiscard]] Vec2 upper_corner() const { return {corner.x - around.left * cell, corner.y - around.top * cell}; }
  };

  void add_heading(const std::string& role, const Grid& grid, const std::string& name, const std::string& shape) {
    const Vec2 corner = grid.upper_corner();
    float below = -FlatText::gap - (layout_.channel_notes ? FlatText::note_pitch : 0);
    if (layout_.notes) {
      add_text(role + " shape", corner, below, shape, FlatText::note, FontFace::regular, parts_.palette.notes);
      below -= FlatText::note_pitch;
    }
    add_text(role, corner, below, name, FlatText::heading, FontFace::bold, parts_.palette.text);
  }

  void add_channel_note(std::string name, const Grid& grid, const std::string& note) {
    if (layout_.channel_notes) {
      add_text(std::move(name), grid.upper_corner(), -FlatText::gap, note, FlatText::note, FontFace::regular,
               parts_.palette.notes);
    }
  }

  void add_footers(const std::string& role, Vec2 corner, std::vector<Footer> whole) {
    const std::vector<Footer> footers = footer_lines(std::move(whole), layout_.broken_notes);
    float below = FlatText::gap + FlatText::note;
    for (std::size_t i = 0; i < footers.size(); ++i) {
      add_text(role + " footer " + std::to_string(i), corner, below, footers[i].text, FlatText::note, FontFace::regular,
               footers[i].color);
      below += FlatText::note_pitch;
    }
  }

  void add_footers() {
    const Sides border = input_border(parts_);
    const float input_high = static_cast<float>(input_grid(parts_).height + border.bottom) * layout_.cell;
    add_footers("input",
                {layout_.input.x - static_cast<float>(border.left) * layout_.cell, layout_.input.y + input_high},
                input_footers(parts_));
    const FilterRow& last = layout_.filters.back();
    const float kernel_high = static_cast<float>(parts_.layer().kernel_size.height) * layout_.kernel_cell;
    add_footers("kernel", {last.kernel.x, last.kernel.y + kernel_high}, kernel_footers(parts_, layout_.more_filters));
    const Sides crop = output_border(parts_);
    const float output_high =
        static_cast<float>(parts_.result.output->shape().height + crop.bottom) * layout_.output_cell;
    add_footers("output",
                {last.output.x - static_cast<float>(crop.left) * layout_.output_cell, last.output.y + output_high},
                output_footers(parts_, layout_.more_filters));
  }

  const Parts& parts_;
  const FlatLayout& layout_;
  std::vector<SceneItem>& items_;
};

}  // namespace

void add_flat_texts(const Parts& parts, const FlatLayout& layout, std::vector<SceneItem>& items) {
  if (layout.headings) {
    FlatTextWriter(parts, layout, items).write();
  }
}

}  // namespace convscope
