#include "app/export/captions.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/scene/palette.h"
#include "app/scene/text_width.h"

namespace convscope {
namespace {

/// Pixels at scale 1.
constexpr float title_size = 20;
constexpr float formula_size = 16;
constexpr float title_room = 40;
constexpr float formula_room = 36;
constexpr float margin = 12;
/// From the room's upper edge to the base line.
constexpr float title_base = 28;
constexpr float formula_base = 20;
/// A line is not made smaller than this share of its size.
constexpr float smallest_share = 0.65F;

/// "a = 1 + 2 + 3 = 6" as "a = … = 6".
std::string shortened(const std::string& text) {
  const std::string equals = " = ";
  const std::size_t first = text.find(equals);
  const std::size_t last = text.rfind(equals);
  return first == last ? text : text.substr(0, first) + " = \u2026" + text.substr(last);
}

/// A line in the middle of the picture; `base`: its base line, in pixels of the picture.
Label line(const Scene& scene, std::string text, float size, float base) {
  const Vec2 origin = scene.camera.project({});
  const Vec2 place{scene.size.x / 2, base};
  const float width = scene.size.x / scene.content_scale - 2 * margin;
  const float share = width / std::max(1.0F, text_width(text, size));
  return {.text = std::move(text),
          .offset = (1 / scene.content_scale) * (place - origin),
          .anchor_x = 0.5F,
          .size = size * std::clamp(share, smallest_share, 1.0F),
          .color = {}};
}

}  // namespace

CaptionRoom room_of(const Captions& captions) {
  return {captions.title.empty() ? 0 : title_room, captions.formula ? formula_room : 0};
}

Vec2 captioned_size(Vec2 size, float content_scale, const Captions& captions) {
  const CaptionRoom room = room_of(captions);
  return {size.x, size.y + std::round(room.above * content_scale) + std::round(room.below * content_scale)};
}

Scene with_captions(Scene scene, const Captions& captions, const Moment& moment, Theme theme) {
  const float scale = scene.content_scale;
  const float above = std::round(room_of(captions).above * scale);
  const float bottom = above + scene.size.y;
  scene.camera.shift = scene.camera.shift + Vec2{0, above};
  scene.size = captioned_size(scene.size, scale, captions);
  const Color color = palette_of(theme).text;
  const auto add = [&](Label label, FontFace face) {
    label.face = face;
    label.color = color;
    scene.items.emplace_back(std::move(label));
  };
  if (!captions.title.empty()) {
    add(line(scene, captions.title, title_size, title_base * scale), FontFace::bold);
  }
  if (captions.formula) {
    std::string text = captions.formula(moment);
    if (smallest_share * text_width(text, formula_size) > scene.size.x / scale - 2 * margin) {
      text = shortened(text);
    }
    add(line(scene, std::move(text), formula_size, bottom + formula_base * scale), FontFace::regular);
  }
  return scene;
}

}  // namespace convscope
