#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

#include "app/render/fonts.h"
#include "app/render/gl/glyph_pass.h"
#include "app/render/gl/viewport.h"
#include "app/scene/scene.h"

namespace convscope::gl {

/// Draws the numbers of planes. Those in cells stay as they are laid out as long as nothing that they depend on
/// changes; only the small ones in the corners of a lattice that slides are laid out in each frame.
class NumberPass {
 public:
  explicit NumberPass(const FontSet& fonts) : fonts_(&fonts) {}

  /// Call once before the planes of a frame. Forgets planes that have not been drawn for some frames.
  void begin_frame();
  void draw(const Scene& scene, const Plane& plane, GlyphPass& glyphs, const Viewport& viewport);

 private:
  /// All that numbers in cells depend on.
  struct Key {
    Plane plane;
    Camera camera;
    Vec2 size;
    float content_scale = 0;
    bool operator==(const Key&) const = default;
  };
  struct Entry {
    Key key;
    KeptText text;
    std::uint64_t frame = 0;  ///< That last drew it.
  };

  void add(const Scene& scene, const Plane& plane, GlyphPass& glyphs) const;

  const FontSet* fonts_;
  std::unordered_map<std::string, Entry> planes_;
  std::uint64_t frame_ = 0;
};

}  // namespace convscope::gl
