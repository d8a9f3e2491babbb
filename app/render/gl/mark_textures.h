#pragma once

#include <memory>
#include <vector>

#include "app/render/gl/handles.h"
#include "app/render/gl/plane_part.h"
#include "app/render/gl/texel_place.h"
#include "app/render/style.h"
#include "app/scene/scene.h"

namespace convscope::gl {

/// Which columns (first row) and rows (second row) of a padded plane are never read.
class UnreadTexture {
 public:
  UnreadTexture();
  /// Bound to the active unit; uploaded where it is not as it was.
  TexelPlace bind(const Plane& plane, const style::CellAxes& axes);

 private:
  struct Key {
    std::shared_ptr<const LayerReads> reads;
    PlanePart padded;
    Size block;
    bool operator==(const Key&) const = default;
  };
  Texture texture_;
  Key key_;
  Vec2 size_{1, 1};
  int max_size_ = 0;
};

/// The colours of a plane's lattices that have some, one below the other. The first texel is transparent.
class LatticeColors {
 public:
  LatticeColors();
  /// Bound to the active unit. Returns the row where each lattice's begin; 0: it has none.
  std::vector<float> bind(const Plane& plane);

 private:
  Texture texture_;
  std::vector<ValueFill> fills_;
  int max_size_ = 0;
};

}  // namespace convscope::gl
