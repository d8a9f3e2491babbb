#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <variant>
#include <vector>

#include "app/render/gl/cell_texels.h"
#include "app/render/gl/mark_textures.h"
#include "app/render/gl/plane_part.h"
#include "app/render/gl/texel_layers.h"
#include "app/render/gl/texel_place.h"
#include "app/scene/scene.h"

namespace convscope::gl {

/// The textures of one plane, kept from frame to frame.
class PlaneTextures {
 public:
  /// `layers` outlive it.
  explicit PlaneTextures(TexelLayers& layers);

  /// The colours of cell_fill, which the plane has, as far as the `shown` parts need them: at least one. Only what has
  /// changed since the last call is uploaded, after `before_upload`, which draws what still waits.
  TexelPlace cells(const Plane& plane, const style::CellAxes& axes, std::span<const PlanePart> shown,
                   const std::function<void()>& before_upload);

  /// Which columns (first row) and rows (second row) of the padded plane are never read; bound to the active unit.
  TexelPlace bind_unread(const Plane& plane, const style::CellAxes& axes) { return unread_.bind(plane, axes); }

  /// The colours of the lattices that have some, one below the other; bound to the active unit. The first texel is
  /// transparent. Returns the row where each lattice's begin; 0: it has none.
  std::vector<float> bind_lattice_colors(const Plane& plane) { return lattice_colors_.bind(plane); }

 private:
  /// What the texture of cell colours was made from.
  struct CellsKey {
    std::variant<std::monostate, ValueFill, SwatchFill> fill;
    std::shared_ptr<const LayerReads> reads;
    Size cells;
    TexelGrid grid;
    TexelRange range;
    bool operator==(const CellsKey&) const = default;
  };
  void upload_cells(const Plane& plane, const CellsKey& key, TexelChoice needed);
  void upload_anew(const Plane& plane, const CellsKey& key, TexelChoice choice);

  TexelLayers* layers_;
  TexelLayer cells_;
  CellsKey cells_key_;
  TexelChoice made_;              ///< Of its range.
  std::vector<PlanePart> shown_;  ///< What made_ is known to suffice for, where it is not all.
  bool cells_solid_ = false;
  UnreadTexture unread_;
  LatticeColors lattice_colors_;
  int max_size_ = 0;
};

/// The textures of all planes, by the planes' names. Those of planes that have not been drawn for some frames are
/// freed.
class PlaneTextureCache {
 public:
  /// Call once before the planes of a frame.
  void begin_frame();
  [[nodiscard]] PlaneTextures& of(const Plane& plane);
  [[nodiscard]] std::size_t size() const { return planes_.size(); }

 private:
  struct Entry {
    PlaneTextures textures;
    std::uint64_t frame = 0;  ///< That last drew it.
  };
  TexelLayers layers_;  ///< Before what holds some.
  std::unordered_map<std::string, Entry> planes_;
  std::uint64_t frame_ = 0;
};

}  // namespace convscope::gl
