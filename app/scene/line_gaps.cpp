#include "app/scene/line_gaps.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <ranges>
#include <string>
#include <utility>
#include <vector>

#include "app/scene/looks.h"
#include "app/scene/number_gaps.h"
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

LineBox box_of(const Scene& scene, const Label& label) {
  const float scale = scene.content_scale;
  const Vec2 at = scene.camera.project(label.position) + scale * label.offset;
  const float width = scale * text_width(label.text, label.size);
  const float left = at.x - label.anchor_x * width;
  return {{left, at.y - scale * (ascent * label.size + around)},
          {left + width, at.y + scale * (descent * label.size + around)}};
}

/// What gaps leave of a line, from its beginning on, but for parts that are shorter than `least`.
std::vector<LinePart> left_by(std::vector<LinePart> gaps, float least) {
  std::ranges::sort(gaps, {}, &LinePart::from);
  gaps.push_back({1, 1});
  std::vector<LinePart> left;
  float begin = 0;
  for (const LinePart& gap : gaps) {
    if (gap.from - begin > least) {
      left.push_back({begin, gap.from});
    }
    begin = std::max(begin, gap.to);
  }
  return left;
}

std::vector<LinePart> under_texts(const std::vector<LineBox>& boxes, Vec2 from, Vec2 to) {
  std::vector<LinePart> gaps;
  for (const LineBox& box : boxes) {
    if (const LinePart gap = part_within(box, from, to); gap.from < gap.to) {
      gaps.push_back(gap);
    }
  }
  return gaps;
}

/// The front plane of the input.
const Plane* front_input(const Scene& scene) {
  const Plane* front = nullptr;
  for (const SceneItem& item : scene.items) {
    if (const auto* plane = std::get_if<Plane>(&item); plane != nullptr && plane->cells.role == PlaneRole::input) {
      front = plane;
    }
  }
  return front;
}

/// `gaps_of`: a line's gaps.
template <typename GapsOf>
void leave_gaps(Scene& scene, const GapsOf& gaps_of) {
  struct Broken {
    std::size_t at;
    std::vector<SceneItem> pieces;
  };
  std::vector<Broken> found;
  for (std::size_t i = 0; i < scene.items.size(); ++i) {
    const auto* line = std::get_if<Line>(&scene.items[i]);
    if (line == nullptr) {
      continue;
    }
    if (const std::vector<LinePart> gaps = gaps_of(*line); !gaps.empty()) {
      found.push_back({i, with_gaps(*line, gaps, scene)});
    }
  }
  for (Broken& broken : std::views::reverse(found)) {  // So that the others stay where they were found.
    const auto at = scene.items.erase(scene.items.begin() + static_cast<std::ptrdiff_t>(broken.at));
    scene.items.insert(at, std::make_move_iterator(broken.pieces.begin()),
                       std::make_move_iterator(broken.pieces.end()));
  }
}

}  // namespace

LinePart part_within(const LineBox& box, Vec2 from, Vec2 to) {
  LinePart in;
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

std::vector<SceneItem> with_gaps(const Line& whole, const std::vector<LinePart>& gaps, const Scene& scene) {
  const Vec2 way = scene.camera.direction(whole.to - whole.from);
  const float length = std::max(1.0F, std::hypot(way.x, way.y));
  std::vector<SceneItem> pieces;
  std::string name = whole.name;
  for (const LinePart& piece : left_by(gaps, shortest * scene.content_scale / length)) {
    Line line = whole;
    line.name = name;
    line.from = whole.from + piece.from * (whole.to - whole.from);
    line.to = whole.from + piece.to * (whole.to - whole.from);
    line.arrow = whole.arrow && piece.to == 1;
    pieces.emplace_back(std::move(line));
    if (!name.empty()) {
      name += " rest";
    }
  }
  return pieces;
}

void leave_gaps_for_labels(Scene& scene) {
  std::vector<LineBox> boxes;
  for (const SceneItem& item : scene.items) {
    if (const auto* label = std::get_if<Label>(&item)) {
      boxes.push_back(box_of(scene, *label));
    }
  }
  leave_gaps(scene, [&](const Line& line) {
    return line.arrow ? std::vector<LinePart>{}
                      : under_texts(boxes, scene.camera.project(line.from), scene.camera.project(line.to));
  });
}

void leave_gaps_for_numbers(Scene& scene) {
  const Plane* const ground = front_input(scene);
  if (ground == nullptr) {
    return;
  }
  const NumberGaps numbers(scene, *ground);
  leave_gaps(scene, [&](const Line& line) {
    return line.name.starts_with(window_line_prefix) ? numbers.of(line) : std::vector<LinePart>{};
  });
}

}  // namespace convscope
