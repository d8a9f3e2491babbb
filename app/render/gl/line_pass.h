#pragma once

#include <vector>

#include "app/render/gl/quad_batch.h"
#include "app/render/gl/viewport.h"
#include "app/scene/scene.h"
#include "app/text/result.h"

namespace convscope::gl {

/// Draws straight lines with round caps or an arrow's head, all that were added by one call.
class LinePass {
 public:
  static Result<LinePass> create();

  void add(const Scene& scene, const Line& line);
  void draw(const Viewport& viewport);

 private:
  struct Record {
    Vec2 from;
    Vec2 to;
    float half_width = 0;
    float head = 0;  ///< Its length; 0: none.
    Color color;
  };

  explicit LinePass(Program program);

  Program program_;
  GLint viewport_size_;
  QuadBatch quads_{4, 2, 4};
  std::vector<Record> lines_;
};

}  // namespace convscope::gl
