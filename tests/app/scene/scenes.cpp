#include "tests/app/scene/scenes.h"

#include <algorithm>
#include <stdexcept>
#include <string>

namespace convscope {
namespace {

/// As wide as letters get on the average of a word, and then some; descenders reach a quarter below the base line.
constexpr float character_width = 0.62F;
constexpr float hangul_width = 0.95F;
constexpr float ascent = 0.78F;
constexpr float descent = 0.25F;

template <typename Item>
const Item& named(const Scene& scene, std::string_view name) {
  for (const SceneItem& item : scene.items) {
    if (const Item* one = std::get_if<Item>(&item); one != nullptr && one->name == name) {
      return *one;
    }
  }
  throw std::runtime_error("the scene has no " + std::string(name));
}

}  // namespace

Document document_of(const SizedLayer& sized, Look look) {
  Preset preset;
  preset.sized = sized;
  Document document = make_document(preset);
  document.view.look = look;
  return document;
}

Scene scene_at(const Document& document, std::int64_t step, const Stage& stage) {
  return build_scene(document, compute(document), Moment{step, 0}, stage);
}

const Plane& plane_named(const Scene& scene, std::string_view name) { return named<Plane>(scene, name); }
const Line& line_named(const Scene& scene, std::string_view name) { return named<Line>(scene, name); }
const Label& label_named(const Scene& scene, std::string_view name) { return named<Label>(scene, name); }

Vec2 on_plane(const Scene& scene, const Plane& plane, float row, float column) {
  return scene.camera.project(plane.origin + column * plane.column_step + row * plane.row_step);
}

std::array<Vec2, 4> corners_of(const Scene& scene, const Plane& plane, bool with_border) {
  const Sides border = with_border ? plane.border.cells : Sides{};
  const auto top = static_cast<float>(-border.top);
  const auto left = static_cast<float>(-border.left);
  const auto bottom = static_cast<float>(plane.rows + border.bottom);
  const auto right = static_cast<float>(plane.columns + border.right);
  return {on_plane(scene, plane, top, left), on_plane(scene, plane, top, right), on_plane(scene, plane, bottom, right),
          on_plane(scene, plane, bottom, left)};
}

TextBox text_box(const Scene& scene, const Label& label) {
  float ems = 0;
  for (const unsigned char byte : label.text) {
    const bool hangul = byte >= 0xEA && byte <= 0xED;  // The first byte of a syllable.
    ems += (byte & 0xC0) == 0x80 ? 0 : hangul ? hangul_width : character_width;
  }
  const float size = label.size * scene.content_scale;
  const float width = ems * size;
  const Vec2 anchor = scene.camera.project(label.position) + scene.content_scale * label.offset;
  const float left = anchor.x - label.anchor_x * width;
  return {{left, anchor.y - ascent * size}, {left + width, anchor.y + descent * size}};
}

}  // namespace convscope
