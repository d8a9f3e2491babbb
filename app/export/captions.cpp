#include "app/export/captions.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "app/export/formula_lines.h"
#include "app/scene/palette.h"
#include "app/scene/text_width.h"

namespace convscope {
namespace {

/// Pixels at scale 1.
constexpr float title_size = 20;
constexpr float formula_size = 16;
constexpr float title_room = 40;
constexpr float formula_room = 36;
constexpr float formula_line_height = 22;
constexpr float margin = 12;
/// From the room's upper edge to the base line.
constexpr float title_base = 28;
constexpr float formula_base = 20;
/// A line is not made smaller than this share of its size.
constexpr float smallest_share = 0.65F;

/// Pixels at scale 1 that a line may take of a picture that is so wide.
float room_for_line(float width) { return width - 2 * margin; }

/// A line in the middle of the picture; `base`: its base line, in pixels of the picture.
Label line(const Scene& scene, std::string text, float size, float base) {
  const Vec2 origin = scene.camera.project({});
  const Vec2 place{scene.size.x / 2, base};
  const float width = room_for_line(scene.size.x / scene.content_scale);
  const float share = width / std::max(1.0F, text_width(text, size));
  return {.text = std::move(text),
          .offset = (1 / scene.content_scale) * (place - origin),
          .anchor_x = 0.5F,
          .size = size * std::clamp(share, smallest_share, 1.0F),
          .color = {}};
}

}  // namespace

std::size_t formula_lines_needed(const std::string& formula, float width) {
  return formula_lines(formula, formula_size, room_for_line(width)).size();
}

CaptionRoom room_of(const Captions& captions) {
  const float more_lines = formula_line_height * static_cast<float>(captions.formula_lines - 1);
  return {captions.title.empty() ? 0 : title_room, captions.formula ? formula_room + more_lines : 0};
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
  const float width = room_for_line(scene.size.x / scale);
  if (!captions.title.empty()) {
    const std::string title = fitting_line(captions.title, smallest_share * title_size, width);
    add(line(scene, title, title_size, title_base * scale), FontFace::bold);
  }
  if (captions.formula) {
    const std::string formula = captions.formula(moment);
    const bool fits = formula_lines(formula, formula_size, width).size() <= captions.formula_lines;
    float size = fits ? formula_size : smallest_share * formula_size;
    std::vector<std::string> lines = formula_lines(formula, size, width, captions.formula_lines);
    for (const std::string& text : lines) {  // All lines in one size: that of the widest.
      size *= std::min(1.0F, width / std::max(1.0F, text_width(text, size)));
    }
    float base = bottom + formula_base * scale;
    for (std::string& text : lines) {
      add(line(scene, std::move(text), size, base), FontFace::regular);
      base += formula_line_height * scale;
    }
  }
  return scene;
}

}  // namespace convscope
