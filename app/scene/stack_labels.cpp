#include <algorithm>
#include <string>

#include "app/scene/flat_layout.h"
#include "app/scene/stack_parts.h"
#include "app/text/labels.h"

namespace convscope {
namespace {

constexpr float sign_size = 22;

/// Texts above and below volumes, centred on them: they hang on points in space, so that they stay where the volumes
/// go.
class LabelBuilder {
 public:
  LabelBuilder(const StackPicture& picture, std::vector<SceneItem>& items)
      : picture_(picture), palette_(picture.parts.palette), items_(items) {}

  void add_heading(const std::string& role, const std::string& text, const std::string& shape, const Vec3& middle,
                   const Extent& extent) {
    const Vec3 at = over(middle, extent, extent.low.y);
    const bool notes = picture_.layout.notes;
    add("label " + role, text, at, -StackText::gap - (notes ? StackText::note_pitch : 0), StackText::heading,
        FontFace::bold, palette_.text);
    if (notes) {
      add("label " + role + " shape", shape, at, -StackText::gap, StackText::note, FontFace::regular, palette_.notes);
    }
  }

  void add_notes(const std::string& role, const std::vector<StackNote>& notes, float lines_before, const Vec3& middle,
                 const Extent& extent) {
    const Vec3 at = over(middle, extent, extent.high.y);
    float y = StackText::gap + StackText::note + lines_before * StackText::note_pitch;
    for (const StackNote& note : notes) {
      add("label " + role + " " + note.name, note.text, at, y, StackText::note, FontFace::regular, note.color);
      y += StackText::note_pitch;
    }
  }

  /// Between two volumes of the same extent that stand side by side.
  void add_sign(const std::string& sign, const Vec3& left, const Vec3& right, const Extent& extent) {
    const Vec3 at = over(0.5F * (left + right), extent, 0.5F * (extent.low.y + extent.high.y));
    add("label times", sign, at, 0.3F * sign_size, sign_size, FontFace::bold, palette_.kernel_size);
  }

  void add_filter_note(const StackFilter& filter, const Extent& extent) {
    const Parts& parts = picture_.parts;
    const bool current = filter.number == current_filter(parts);
    add("label under filter " + std::to_string(filter.number), stack_filter_note(parts, filter.number),
        over(filter.middle, extent, extent.high.y), StackText::gap + StackText::note, StackText::note,
        current ? FontFace::bold : FontFace::regular,
        current ? picture_.colors_of(current_group(parts)).text : palette_.notes);
  }

 private:
  /// The point straight over or under a volume's middle at a height of its extent.
  [[nodiscard]] Vec3 over(const Vec3& middle, const Extent& extent, float height) const {
    const ViewDirections& view = picture_.layout.view;
    return middle + 0.5F * (extent.low.x + extent.high.x) * view.right + height * view.down;
  }

  void add(std::string name, const std::string& text, const Vec3& at, float below, float size, FontFace face,
           Color color) {
    items_.emplace_back(Label{.text = text,
                              .position = at,
                              .offset = {0, below},
                              .anchor_x = 0.5F,
                              .size = size,
                              .face = face,
                              .color = color,
                              .name = std::move(name)});
  }

  const StackPicture& picture_;
  const Palette& palette_;
  std::vector<SceneItem>& items_;
};

}  // namespace

void add_stack_labels(const StackPicture& picture, std::vector<SceneItem>& items) {
  const Parts& parts = picture.parts;
  const StackLayout& layout = picture.layout;
  if (!layout.headings) {
    return;
  }
  LabelBuilder labels(picture, items);
  const Extent input = extent_of(layout.input, input_border(parts), layout.view);
  const Extent output = extent_of(layout.output, output_border(parts), layout.view);
  const Extent kernel = extent_of(layout.kernel, {}, layout.view);
  labels.add_heading("input", input_heading(parts), stack_input_shape(parts), layout.input_middle, input);
  labels.add_heading("output", output_heading(parts), stack_output_shape(parts), layout.output_middle, output);
  if (layout.has_block) {
    labels.add_heading("window", text::kernel_window(parts.language), stack_window_shape(parts), layout.block_middle,
                       kernel);
  }
  if (layout.has_block && !layout.filters.empty()) {
    labels.add_sign(text::times(), layout.block_middle, filter_at_work(picture), kernel);
  }
  if (!layout.filters.empty()) {
    labels.add_heading("kernel", kernel_heading(parts), stack_kernel_shape(parts), layout.filters.front().middle,
                       kernel);
  }
  if (!layout.notes) {
    return;
  }
  labels.add_notes("input", stack_input_notes(parts), 0, layout.input_middle, input);
  labels.add_notes("output", stack_output_notes(parts), 0, layout.output_middle, output);
  for (const StackFilter& filter : layout.filters) {
    labels.add_filter_note(filter, kernel);
  }
  if (!layout.filters.empty()) {
    labels.add_notes("kernel", stack_kernel_notes(parts, layout.more_filters), 1, layout.filters.back().middle, kernel);
  }
}

}  // namespace convscope
