#include <utility>

#include "app/scene/planes.h"
#include "app/scene/stack_paint.h"

namespace convscope {
namespace {

constexpr float frame_width = 3;

}  // namespace

void add_stack_output(const StackPicture& picture, std::vector<SceneItem>& items) {
  const Parts& parts = picture.parts;
  const PlacedVolume placed = picture.placed(picture.layout.output, picture.layout.output_middle);
  const std::vector<Slab>& slabs = placed.volume->slabs;
  const std::int64_t before = slabs_before(placed, [&](std::int64_t channel) { return is_made(parts, channel); });
  std::vector<PaintedSlab> painted;
  for (std::size_t i = 0; i < slabs.size(); ++i) {
    const Slab& slab = slabs[placed.painted(i)];
    const std::int64_t nearer = std::ssize(slabs) - 1 - static_cast<std::int64_t>(i);
    if (nearer < before && !is_glass_drawn(nearer, before)) {
      continue;
    }
    const GroupColors& own = picture.colors_of(group_of_output(parts.layer(), slab.channel));
    const GroupColors colors = nearer < before ? glass(own, std::min(before, most_glass)) : own;
    Plane face = output_plane(parts, slab.channel);
    set_colors(picture, colors, *placed.volume, face);
    face.border.line = parts.palette.padding;
    if (nearer == before) {
      face.numbers = placed.seen_from_front();
      const CellRect box = output_box(parts);
      face.frames.push_back({box.row, box.column, box.rows, box.columns, parts.palette.kernel_size, frame_width});
    } else {
      face.border.cells = {};
    }
    if (nearer < before) {
      make_glass(face);
    }
    painted.push_back({slab, sides_of(picture, colors, *placed.volume), std::move(face)});
  }
  add_slabs(placed, picture.layout.camera, std::move(painted), items);
}

}  // namespace convscope
