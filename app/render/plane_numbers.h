#pragma once

#include <string>
#include <vector>

#include "app/render/fonts.h"
#include "app/render/style.h"
#include "app/scene/scene.h"

namespace convscope {

/// A number of a plane, ready to be drawn by either renderer.
struct PlacedNumber {
  std::string text;  ///< UTF-8
  Vec2 pen{};        ///< Where its base line starts, in pixels of the picture, on whole pixels where it stands still.
  float size = 0;    ///< Em in pixels, before style::number_axes.
  FontFace face = FontFace::regular;
  Color color;
};

/// All numbers of a plane that the picture shows: of its cells, its padding and its lattice's corners. Empty where
/// cells are too small to be read; costs follow the cells inside the picture.
[[nodiscard]] std::vector<PlacedNumber> plane_numbers(const Scene& scene, const Plane& plane, const FontSet& fonts);

}  // namespace convscope
