#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "app/scene/build.h"

namespace convscope {

inline constexpr std::array all_looks{Look::flat, Look::oblique, Look::stack};

/// A document with sample values.
[[nodiscard]] Document document_of(const SizedLayer& sized, Look look);

[[nodiscard]] Scene scene_at(const Document& document, std::int64_t step, const Stage& stage = {.size = {900, 600}});

/// The plane, line or label with a name; none: the test fails by an exception.
[[nodiscard]] const Plane& plane_named(const Scene& scene, std::string_view name);
[[nodiscard]] const Line& line_named(const Scene& scene, std::string_view name);
[[nodiscard]] const Label& label_named(const Scene& scene, std::string_view name);

template <typename Item>
[[nodiscard]] std::vector<Item> all_of(const Scene& scene) {
  std::vector<Item> found;
  for (const SceneItem& item : scene.items) {
    if (const Item* one = std::get_if<Item>(&item)) {
      found.push_back(*one);
    }
  }
  return found;
}

/// A place on a plane, in cells, as pixels of the picture.
[[nodiscard]] Vec2 on_plane(const Scene& scene, const Plane& plane, float row, float column);

/// The corners of a plane on the picture, in order around it; with its padding or without.
[[nodiscard]] std::array<Vec2, 4> corners_of(const Scene& scene, const Plane& plane, bool with_border);

/// Where a label's text lies at most, in pixels of the picture.
struct TextBox {
  Vec2 low;
  Vec2 high;
};
[[nodiscard]] TextBox text_box(const Scene& scene, const Label& label);

}  // namespace convscope
