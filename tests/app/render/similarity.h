#pragma once

#include <vector>

#include "app/render/image.h"
#include "tests/app/render/gl/offscreen.h"

namespace convscope::testing {

/// The brightness of a picture, row-major, 0 to 255.
struct Luma {
  int width = 0;
  int height = 0;
  std::vector<double> values;
};
[[nodiscard]] Luma luma_of(const Picture& picture);
[[nodiscard]] Luma luma_of(const Image& image);

/// Structural similarity (Wang et al. 2004, equation 13) over windows of 8 × 8 pixels, every four pixels: 1 where both
/// pictures are equal.
struct Similarity {
  double mean = 0;
  double worst = 1;
  int worst_x = 0;  ///< The corner of the window that is least alike.
  int worst_y = 0;
};
[[nodiscard]] Similarity similarity(const Luma& a, const Luma& b);

}  // namespace convscope::testing
