#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <vector>

#include "app/render/gl/handles.h"
#include "app/render/gl/plane_block.h"
#include "app/render/gl/plane_features.h"
#include "app/render/gl/plane_part.h"
#include "app/render/gl/texel_layers.h"

namespace convscope::gl {

/// The pixels of one dear drawing, kept for as long as it stays the same: to copy them takes software OpenGL half as
/// long as to filter a photograph's texels.
class KeptDrawing {
 public:
  /// All that its pixels depend on. Nothing below may be seen through it.
  struct Source {
    PlaneFeatures features = no_feature;
    BatchBlock block;
    std::vector<PlanePart> parts;
    const TexelArray* cells = nullptr;
    std::uint64_t uploads = 0;  ///< To `cells`.
    std::array<GLint, 4> viewport{};
    [[nodiscard]] bool operator==(const Source& other) const;
  };

  /// Call once before a frame.
  void begin_frame();
  /// Whether it was the same in the frame before. Call once a frame.
  [[nodiscard]] bool is_still(Source source);
  /// A texture with the picture, each pixel in its place in the framebuffer. `draw` draws it where that is missing.
  [[nodiscard]] GLuint texture(const std::function<void()>& draw);

 private:
  void fill(const std::function<void()>& draw);

  Source source_;
  bool filled_ = false;
  std::uint64_t frame_ = 0;
  std::uint64_t seen_ = 0;  ///< The frame of source_.
  Texture texture_;
  Framebuffer framebuffer_;
};

}  // namespace convscope::gl
