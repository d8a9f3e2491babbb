#include "app/scene/line_gaps.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "app/scene/text_width.h"

namespace convscope {
namespace {

/// Of a text, in its sizes: above and below the base line; and pixels at scale 1 above and below that. At its sides
/// the width is generous already.
constexpr float ascent = 0.8F;
constexpr float descent = 0.25F;
constexpr float around = 2;
/// Pixels at scale 1 of line that are worth drawing.
constexpr float shortest = 6;

struct Box {
  Vec2 low;
  Vec2 high;
};

/// From one share of a line to another.
struct Piece {
  float from = 0;
  float to = 1;
};

Box box_of(const Scene& scene, const Label& label) {
  const float scale = scene.content_scale;
  const Vec2 at = scene.camera.project(label.position) + scale * label.offset;
  const float width = scale * text_width(label.text, label.size);
  const float left = at.x - label.anchor_x * width;
  return {{left, at.y - scale * (ascent * label.size + around)},
          {left + width, at.y + scale * (descent * label.size + around)}};
}

/// The part of a line that lies in a box; empty where none does.
Piece within(const Box& box, Vec2 from, Vec2 to) {
  Piece in;
  const auto clip = [&in](float start, float along, float low, float high) {
    if (along == 0) {
      in.to = start < low || start > high ? -1 : in.to;
      return;
    }
    const float a = (low - start) / along;
    const float b = (high - start) / along;
    in = {std::max(in.from, std::min(a, b)), std::min(in.to, std::max(a, b))};
  };
  clip(from.x, to.x - from.x, box.low.x, box.high.x);
  clip(from.y, to.y - from.y, box.low.y, box.high.y);
  return in;
}

/// What boxes leave of a line, from its beginning on.
std::vector<Piece> left_by(const std::vector<Box>& boxes, Vec2 from, Vec2 to, float least) {
  std::vector<Piece> gaps;
  for (const Box& box : boxes) {
    if (const Piece gap = within(box, from, to); gap.from < gap.to) {
      gaps.push_back(gap);
    }
  }
  std::ranges::sort(gaps, {}, &Piece::from);
  gaps.push_back({1, 1});
  std::vector<Piece> left;
  float begin = 0;
  for (const Piece& gap : gaps) {
    if (gap.from - begin > least) {
      left.push_back({begin, gap.from});
    }
    begin = std::max(begin, gap.to);
  }
  return left;
}

}  // namespace

void leave_gaps_for_labels(Scene& scene) {
  std::vector<Box> boxes;
  for (const SceneItem& item : scene.items) {
    if (const auto* label = std::get_if<Label>(&item)) {
      boxes.push_back(box_of(scene, *label));
    }
  }
  for (std::size_t i = 0; i < scene.items.size(); ++i) {
    const auto* found = std::get_if<Line>(&scene.items[i]);
    if (found == nullptr || found->arrow) {
      continue;
    }
    const Line whole = *found;
    const Vec2 from = scene.camera.project(whole.from);
    const Vec2 to = scene.camera.project(whole.to);
    const float length = std::max(1.0F, std::hypot(to.x - from.x, to.y - from.y));
    const std::vector<Piece> left = left_by(boxes, from, to, shortest * scene.content_scale / length);
    if (left.size() == 1 && left.front().from == 0 && left.front().to == 1) {
      continue;
    }
    std::vector<SceneItem> pieces;
    std::string name = whole.name;
    for (const Piece& piece : left) {
      Line line = whole;
      line.name = name;
      line.from = whole.from + piece.from * (whole.to - whole.from);
      line.to = whole.from + piece.to * (whole.to - whole.from);
      pieces.emplace_back(std::move(line));
      name += " rest";
    }
    const auto at = scene.items.erase(scene.items.begin() + static_cast<std::ptrdiff_t>(i));
    scene.items.insert(at, std::make_move_iterator(pieces.begin()), std::make_move_iterator(pieces.end()));
    i += pieces.size() - 1;
  }
}

}  // namespace convscope
