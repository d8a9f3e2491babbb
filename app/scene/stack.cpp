#include <algorithm>

#include "app/scene/looks.h"
#include "app/scene/stack_parts.h"

namespace convscope {

void build_stack(const Parts& parts, const Stage& stage, Scene& scene) {
  const StackLayout layout = stack_layout(parts, stage);
  StackPicture picture{.parts = parts, .layout = layout, .content_scale = stage.content_scale, .colors = {}};
  for (std::int64_t group = 0; group < std::min(stack_groups(parts), group_color_count); ++group) {
    picture.colors[static_cast<std::size_t>(group)] = group_colors(parts.document.view.theme, group);
  }
  scene.camera = layout.camera;
  add_stack_input(picture, scene.items);
  add_stack_output(picture, scene.items);
  // Lines vanish behind the block and the filter that they lead to or come from.
  add_copy_lines(picture, scene.items);
  if (layout.in_one_row) {  // Else they would cross the texts between the rows.
    add_window_lines(picture, scene.items);
  }
  add_result_lines(picture, scene.items);
  if (layout.has_block) {
    add_stack_block(picture, scene.items);
    add_window_copy_lines(picture, scene.items);
  }
  add_stack_filters(picture, scene.items);
  add_stack_labels(picture, scene.items);
}

}  // namespace convscope
