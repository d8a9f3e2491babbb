#pragma once

#include <cstdint>
#include <vector>

#include "app/export/palette.h"
#include "app/render/image.h"

namespace convscope {

/// A picture in little memory: diagrams are mostly plain areas, so it is kept as stretches of one colour.
struct StoredPicture {
  struct Run {
    std::uint32_t color = 0;  ///< Place in `colors`.
    std::uint32_t pixels = 0;
  };

  int width = 0;
  int height = 0;
  std::vector<ColorCount> colors;  ///< Each once, as they appear, with the number of their pixels.
  std::vector<Run> runs;           ///< Row-major; a run may go on in the next row.

  [[nodiscard]] std::size_t bytes() const { return runs.size() * sizeof(Run) + colors.size() * sizeof(ColorCount); }
};

[[nodiscard]] StoredPicture store_picture(const Image& image);

}  // namespace convscope
