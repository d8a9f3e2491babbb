#pragma once

#include <array>
#include <memory>
#include <vector>

#include "app/scene/stack_layout.h"

namespace convscope {

/// What the pieces of the stack look share while one picture is built.
struct StackPicture {
  const Parts& parts;
  const StackLayout& layout;
  float content_scale = 1;
  std::array<GroupColors, group_color_count> colors;

  [[nodiscard]] const GroupColors& colors_of(std::int64_t group) const {
    return colors[static_cast<std::size_t>(group % group_color_count)];
  }
  [[nodiscard]] PlacedVolume placed(const Volume& volume, const Vec3& middle) const {
    return {&volume, middle, layout.view};
  }
  /// Of grids and sides, so thin that the lines of many slabs leave their colour to be seen.
  [[nodiscard]] float line_width(const Volume& volume) const;
};

/// How many channels of the group the sum has reached: with Pace::cell all.
[[nodiscard]] std::int64_t channels_reached(const Parts& parts);

/// The input's slabs, with the window cut out of those that the sum has reached, or the marks of a transposed layer.
void add_stack_input(const StackPicture& picture, std::vector<SceneItem>& items);
/// The cut-out window as a volume of its own: one slab for each channel that was reached.
void add_stack_block(const StackPicture& picture, std::vector<SceneItem>& items);
void add_stack_filters(const StackPicture& picture, std::vector<SceneItem>& items);
void add_stack_output(const StackPicture& picture, std::vector<SceneItem>& items);
/// From padding cells of the window to those that they copy: on the input, where these are not taken out with the
/// window, and on the window's own volume.
void add_copy_lines(const StackPicture& picture, std::vector<SceneItem>& items);
void add_window_copy_lines(const StackPicture& picture, std::vector<SceneItem>& items);
/// From the window's corners to the block or the filter.
void add_window_lines(const StackPicture& picture, std::vector<SceneItem>& items);
/// From block and filter to the cell that they make (from filter to stamp).
void add_result_lines(const StackPicture& picture, std::vector<SceneItem>& items);
void add_stack_labels(const StackPicture& picture, std::vector<SceneItem>& items);

/// The middle of the filter at work; a pool has the block alone.
[[nodiscard]] Vec3 filter_at_work(const StackPicture& picture);

/// The slab of a volume that shows a channel; the nearest one of the current ones where it is not drawn.
[[nodiscard]] const Slab& slab_of(const Volume& volume, std::int64_t channel);
/// The input's slab that the window's frame and its lines lie on: the nearest that the step reads.
[[nodiscard]] const Slab& window_slab(const StackPicture& picture);

/// The values of the window's cells, (1, channels of the group, kH, kW); what padding holds where it lies in padding.
[[nodiscard]] std::shared_ptr<const Tensor> window_values(const Parts& parts);

}  // namespace convscope
