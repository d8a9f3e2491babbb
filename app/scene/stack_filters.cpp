#include <utility>

#include "app/scene/planes.h"
#include "app/scene/stack_paint.h"

namespace convscope {
namespace {

constexpr float frame_width = 3;

}  // namespace

void add_stack_filters(const StackPicture& picture, std::vector<SceneItem>& items) {
  const Parts& parts = picture.parts;
  const Layer& layer = parts.layer();
  for (const StackFilter& filter : picture.layout.filters) {
    const bool current = filter.number == current_filter(parts);
    const std::int64_t group =
        parts.stamping ? group_of_input(layer, filter.number) : group_of_output(layer, filter.number);
    const GroupColors colors = current ? picture.colors_of(group) : paler(picture, picture.colors_of(group));
    const PlacedVolume placed = picture.placed(picture.layout.kernel, filter.middle);
    const std::vector<Slab>& slabs = placed.volume->slabs;
    std::vector<PaintedSlab> painted;
    for (std::size_t i = 0; i < slabs.size(); ++i) {
      const Slab& slab = slabs[placed.painted(i)];
      Plane face = parts.stamping ? kernel_plane(parts, group * out_channels_per_group(layer) + slab.channel,
                                                 filter.number - group * parts.depth)
                                  : kernel_plane(parts, filter.number, slab.channel);
      set_colors(picture, colors, *placed.volume, face);
      face.fill = colors.kernel;
      face.number_color = colors.kernel_number;
      const bool nearest = i + 1 == slabs.size();
      face.numbers = nearest && placed.seen_from_front();
      if (nearest && current) {
        face.frames.push_back({.rows = static_cast<float>(face.rows),
                               .columns = static_cast<float>(face.columns),
                               .color = parts.palette.kernel_size,
                               .width = frame_width});
      }
      painted.push_back({slab, sides_of(picture, colors, *placed.volume), std::move(face)});
    }
    add_slabs(placed, picture.layout.camera, std::move(painted), items);
  }
}

}  // namespace convscope
