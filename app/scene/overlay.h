#pragma once

#include "app/scene/scene.h"

namespace convscope {

/// Things that lie on the picture and not in the look's space: they stand upright at pixels, whatever the camera does.
class Overlay {
 public:
  /// Adds to the scene, whose camera is set.
  explicit Overlay(Scene& scene);

  /// Pixels at scale 1 to pixels.
  [[nodiscard]] float px(float at_scale_1) const { return at_scale_1 * scene_.content_scale; }

  /// Puts the plane's cell (0, 0) at a pixel and gives its cells this width and height in pixels.
  void add(Plane plane, Vec2 corner, Vec2 cell);

  struct Text {
    Vec2 base_line{};    ///< Pixels: where it starts, ends or has its middle.
    float anchor_x = 0;  ///< As Label's.
    float size = 13;     ///< Pixels at scale 1.
    FontFace face = FontFace::regular;
    Color color;
  };
  void add(const std::string& text, const Text& place);

 private:
  [[nodiscard]] Vec3 direction(Vec2 pixels) const;

  Scene& scene_;
  Vec3 right_;  ///< One pixel to the right, and one down.
  Vec3 down_;
};

}  // namespace convscope
