#include <algorithm>
#include <utility>

#include "app/scene/marks.h"
#include "app/scene/planes.h"
#include "app/scene/stack_paint.h"

namespace convscope {
namespace {

/// Hatching of what is never read: over slabs with holes it would be too loud at full strength.
constexpr float quiet_hatch = 0.5F;

/// Lets a hole without gaps that ends at the grid's edge go on beyond, so that it takes the grid's outline away.
void open_at_edges(const Size& grid, CellLattice& lattice) {
  if (lattice.row_spacing == 1) {
    const bool at_end = lattice.row + static_cast<float>(lattice.rows) == static_cast<float>(grid.height);
    const bool at_begin = lattice.row == 0;
    lattice.row -= at_begin ? 1 : 0;
    lattice.rows += (at_begin ? 1 : 0) + (at_end ? 1 : 0);
  }
  if (lattice.column_spacing == 1) {
    const bool at_end = lattice.column + static_cast<float>(lattice.columns) == static_cast<float>(grid.width);
    const bool at_begin = lattice.column == 0;
    lattice.column -= at_begin ? 1 : 0;
    lattice.columns += (at_begin ? 1 : 0) + (at_end ? 1 : 0);
  }
}

/// The lattice that takes the window's cells out of a slab.
CellLattice hole(const Parts& parts) {
  const CellRect box = input_box(parts);
  const Layer& layer = parts.layer();
  CellLattice lattice;
  lattice.row = box.row;
  lattice.column = box.column;
  lattice.rows = layer.kernel_size.height;
  lattice.columns = layer.kernel_size.width;
  lattice.row_spacing = static_cast<float>(layer.dilation.height);
  lattice.column_spacing = static_cast<float>(layer.dilation.width);
  lattice.overlay.alpha = 0;
  lattice.cut = true;
  open_at_edges(input_grid(parts), lattice);
  return lattice;
}

Plane input_face(const StackPicture& picture, const Slab& slab, bool reached, const GroupColors& colors) {
  const Parts& parts = picture.parts;
  Plane face = input_plane(parts, slab.channel);
  set_colors(picture, colors, picture.layout.input, face);
  face.border.cells = {};
  face.hatch.alpha *= quiet_hatch;
  face.lattices.clear();
  if (!is_read(parts, slab.channel)) {
    return face;
  }
  if (picture.layout.has_block && reached) {
    face.lattices.push_back(hole(parts));
  } else {
    face.lattices = input_marks(parts, slab.channel);
  }
  return face;
}

}  // namespace

std::int64_t channels_reached(const Parts& parts) {
  switch (parts.moment.pace) {
    case Pace::cell:
      return parts.depth;
    case Pace::channel:
    case Pace::tap:
      return parts.front_in_group() + 1;
  }
  return parts.depth;
}

const Slab& slab_of(const Volume& volume, std::int64_t channel) {
  const auto found = std::ranges::lower_bound(volume.slabs, channel, {}, &Slab::channel);
  return found == volume.slabs.end() ? volume.slabs.back() : *found;
}

const Slab& window_slab(const StackPicture& picture) {
  const Parts& parts = picture.parts;
  if (parts.stamping) {
    return slab_of(picture.layout.input, parts.cell.channel);
  }
  const std::int64_t first = first_input_channel(parts.layer(), parts.out_channel);
  const bool from_front = picture.layout.view.towards.z >= 0;
  return slab_of(picture.layout.input, from_front ? first : first + channels_reached(parts) - 1);
}

void add_stack_input(const StackPicture& picture, std::vector<SceneItem>& items) {
  const Parts& parts = picture.parts;
  const PlacedVolume placed = picture.placed(picture.layout.input, picture.layout.input_middle);
  const std::vector<Slab>& slabs = placed.volume->slabs;
  const std::int64_t nearest = window_slab(picture).channel;
  const std::int64_t first = first_input_channel(parts.layer(), parts.out_channel);
  const std::int64_t before = slabs_before(placed, [&](std::int64_t channel) { return channel == nearest; });
  std::vector<PaintedSlab> painted;
  for (std::size_t i = 0; i < slabs.size(); ++i) {
    const Slab& slab = slabs[placed.painted(i)];
    const std::int64_t nearer = std::ssize(slabs) - 1 - static_cast<std::int64_t>(i);
    const bool clear = nearer < before;
    if (clear && !is_glass_drawn(nearer, before)) {
      continue;
    }
    const GroupColors& own = picture.colors_of(group_of_input(parts.layer(), slab.channel));
    const GroupColors colors = clear ? glass(own, std::min(before, most_glass)) : own;
    Plane face = input_face(picture, slab, slab.channel - first < channels_reached(parts), colors);
    if (slab.channel == nearest) {
      face.frames = input_frames(parts);
      face.border.cells = input_border(parts);
      face.border.mode = parts.layer().padding_mode;
      face.border.line = parts.palette.padding;
      face.numbers = placed.seen_from_front();
    }
    if (clear) {
      make_glass(face);
    }
    painted.push_back({slab, sides_of(picture, colors, *placed.volume), std::move(face)});
  }
  add_slabs(placed, picture.layout.camera, std::move(painted), items);
}

}  // namespace convscope
