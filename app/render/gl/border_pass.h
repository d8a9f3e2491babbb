#pragma once

#include <optional>

#include "app/render/gl/handles.h"
#include "app/render/gl/quad_batch.h"
#include "app/render/gl/viewport.h"
#include "app/render/style.h"
#include "app/scene/scene.h"
#include "app/text/result.h"

namespace convscope::gl {

/// Draws the dashed edges of a plane's padding, in strips as wide as they are.
class BorderPass {
 public:
  static Result<BorderPass> create();

  void draw(const Scene& scene, const Plane& plane, const Viewport& viewport);

 private:
  struct Variant {
    explicit Variant(Program built);
    void set(const Scene& scene, const Plane& plane, const Viewport& picture) const;

    Program program;
    GLint viewport_size;
    GLint axes;
    GLint place;
    GLint cell;
    GLint padding;
    GLint line;
    GLint dashes;
    GLint line_color;
  };

  explicit BorderPass(Program opaque);

  Variant opaque_;                      ///< Lines may be drawn twice where they cross.
  std::optional<Variant> translucent_;  ///< They may not. Built late.
  QuadBatch strips_{4, 2};
};

}  // namespace convscope::gl
