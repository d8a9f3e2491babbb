#include "app/scene/overlay.h"

#include <array>
#include <cmath>
#include <utility>

namespace convscope {
namespace {

struct Axis3 {
  Vec3 along;
  Vec2 on_picture;
};

float cross(Vec2 a, Vec2 b) { return a.x * b.y - a.y * b.x; }

}  // namespace

/// Of the three axes two are never seen in one line: those that span the most are turned back into pixels.
Overlay::Overlay(Scene& scene) : scene_(scene) {
  const Camera& camera = scene.camera;
  const std::array<Axis3, 3> directions{{{{1, 0, 0}, camera.direction({1, 0, 0})},
                                         {{0, 1, 0}, camera.direction({0, 1, 0})},
                                         {{0, 0, 1}, camera.direction({0, 0, 1})}}};
  std::pair<const Axis3*, const Axis3*> best{directions.data(), &directions[1]};
  for (const auto& [i, j] : {std::pair{0, 2}, std::pair{1, 2}}) {
    const Axis3& a = directions[static_cast<std::size_t>(i)];
    const Axis3& b = directions[static_cast<std::size_t>(j)];
    if (std::abs(cross(a.on_picture, b.on_picture)) >
        std::abs(cross(best.first->on_picture, best.second->on_picture))) {
      best = {&a, &b};
    }
  }
  const Vec2 a = best.first->on_picture;
  const Vec2 b = best.second->on_picture;
  const float spanned = cross(a, b);
  right_ = (b.y / spanned) * best.first->along - (a.y / spanned) * best.second->along;
  down_ = (a.x / spanned) * best.second->along - (b.x / spanned) * best.first->along;
}

Vec3 Overlay::direction(Vec2 pixels) const { return pixels.x * right_ + pixels.y * down_; }

void Overlay::add(Plane plane, Vec2 corner, Vec2 cell) {
  plane.origin = direction(corner - scene_.camera.shift);
  plane.column_step = direction({cell.x, 0});
  plane.row_step = direction({0, cell.y});
  scene_.items.emplace_back(std::move(plane));
}

void Overlay::add(const std::string& text, const Text& place) {
  scene_.items.emplace_back(Label{.text = text,
                                  .position = direction(place.base_line - scene_.camera.shift),
                                  .offset = {},
                                  .anchor_x = place.anchor_x,
                                  .size = place.size,
                                  .face = place.face,
                                  .color = place.color,
                                  .name = text});
}

}  // namespace convscope
