#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "app/export/stored_picture.h"

namespace convscope {

/// A stretch of neighbouring pixels, row-major, of one colour.
struct GifStretch {
  std::size_t start = 0;
  std::size_t pixels = 0;
  std::uint32_t place = 0;  ///< In StoredPicture::colors.
  bool drawn = true;        ///< Changes, or is not transparent.
};

/// The whole picture; drawn is what differs from `before`, a picture of the same size.
[[nodiscard]] std::vector<GifStretch> changed_stretches(const StoredPicture& before, const StoredPicture& shown);

/// The whole picture; drawn is what is not transparent, or everything where `all`.
[[nodiscard]] std::vector<GifStretch> all_stretches(const StoredPicture& shown, bool all);

struct GifBox {
  int left = 0;
  int top = 0;
  int right = 0;   ///< One behind the last column.
  int bottom = 0;  ///< One behind the last row.
  [[nodiscard]] bool empty() const { return left >= right; }
};

/// The smallest box around all that is drawn; empty when nothing is.
[[nodiscard]] GifBox drawn_box(const StoredPicture& shown, std::span<const GifStretch> stretches);

}  // namespace convscope
