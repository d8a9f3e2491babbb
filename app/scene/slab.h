#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "app/scene/camera.h"
#include "app/scene/palette.h"
#include "app/scene/scene.h"

namespace convscope {

/// A tensor as a volume of slabs, one a channel, each a flat box. Positions are relative to the volume's middle; z
/// grows towards whoever sees the volume from the front, where channel 0 is.

/// One channel that is drawn.
struct Slab {
  std::int64_t channel = 0;
  float front = 0;  ///< z of its front side.
};

struct Volume {
  Size cells{1, 1};
  float cell = 1;           ///< Units that one cell is large.
  float thickness = 1;      ///< Units; of a slab.
  std::vector<Slab> slabs;  ///< From the front to the back.
  std::int64_t channels = 1;

  [[nodiscard]] Vec2 half() const {
    return {0.5F * cell * static_cast<float>(cells.width), 0.5F * cell * static_cast<float>(cells.height)};
  }
  [[nodiscard]] float half_depth() const { return slabs.front().front; }
  [[nodiscard]] bool all_drawn() const { return static_cast<std::int64_t>(slabs.size()) == channels; }
};

/// A volume is drawn with at most this many slabs: those of more channels are its first, its last and the current ones.
inline constexpr std::int64_t max_slabs = 64;

/// What decides which channels are drawn, and how far apart.
struct VolumeChannels {
  std::int64_t count = 1;
  std::int64_t per_group = 1;  ///< Neighbours of one group; between groups there is more room.
  std::int64_t current = 0;    ///< The first channel of those that must be seen.
};

/// Units from one slab to the next: so that the volume is about as deep as its sides are long, or less.
[[nodiscard]] float slab_distance(const Size& cells, float cell, std::int64_t channels);
[[nodiscard]] Volume make_volume(const Size& cells, float cell, float distance, const VolumeChannels& channels);

/// A volume in space, and from where it is looked at.
struct PlacedVolume {
  const Volume* volume = nullptr;
  Vec3 middle{};
  ViewDirections view;

  /// Whether the first slab is the nearest.
  [[nodiscard]] bool seen_from_front() const { return view.towards.z >= 0; }
  /// The numbers of the slabs in painter's order run from the far end to the near one: the `i`-th of them.
  [[nodiscard]] std::size_t painted(std::size_t i) const {
    return seen_from_front() ? volume->slabs.size() - 1 - i : i;
  }
  /// z of the side of a slab that the viewer sees, relative to the middle.
  [[nodiscard]] float seen_side(const Slab& slab) const {
    return seen_from_front() ? slab.front : slab.front - volume->thickness;
  }
  /// A point on that side, in cells.
  [[nodiscard]] Vec3 at(const Slab& slab, float row, float column) const;
};

/// Colours of the sides that are no grid.
struct SlabSides {
  Color top;
  Color side;
  Color line;
  Color pending_top;  ///< Beside output cells still to come.
  Color pending_side;
  float line_width = 1;
  bool operator==(const SlabSides&) const = default;
};

/// The cells that are taken out of a face; null: none.
[[nodiscard]] const CellLattice* hole_of(const Plane& face);

/// A slab as it is to be painted. `face` has its name, colours and marks already; its hole is its first lattice that is
/// cut.
struct PaintedSlab {
  Slab slab;
  SlabSides sides;
  Plane face;
};

/// Adds the slabs of one volume, in painter's order: of each the walls of its hole, its sides and its face, which gets
/// its place here. Slabs that touch and are coloured and cut alike are one box, with sides and walls for all of them:
/// of their faces the nearest alone can be seen. Faces that others hide are left out as far as they are hidden.
void add_slabs(const PlacedVolume& placed, const Camera& camera, std::vector<PaintedSlab> slabs,
               std::vector<SceneItem>& items);

/// The parts of a grid that another, parallel one with as large cells leaves to be seen, which lies before it and is
/// opaque but for its cut cells. A pixel more is left than need be. None: nothing is seen.
[[nodiscard]] std::optional<std::vector<CellRect>> parts_not_hidden(const Camera& camera, const Plane& behind,
                                                                    const Plane& before);

}  // namespace convscope
