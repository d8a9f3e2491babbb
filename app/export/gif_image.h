#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "app/export/palette.h"
#include "app/export/stored_picture.h"

namespace convscope {

/// A frame as a GIF holds it: the rectangle that changes, with the pixels in it that stay made transparent.
struct GifImage {
  std::vector<std::byte> bytes;                     ///< Image descriptor, perhaps a palette, and the compressed pixels.
  std::optional<std::uint8_t> transparent_index{};  ///< Where some pixels are.
  bool clears = false;                              ///< The rectangle is emptied before the next frame.
};

/// The frame that leads from `before` to `shown`. Exact where the shared palette has all colours that change, or where
/// they fit into a palette of the frame's own; the nearest of the shared palette elsewhere. Nothing when no pixel
/// changes.
[[nodiscard]] std::optional<GifImage> gif_image(const StoredPicture* before, const StoredPicture& shown,
                                                const PaletteIndex& shared);

/// A frame that does not build on the one before: for pictures in which pixels become transparent again.
[[nodiscard]] GifImage gif_image_alone(const StoredPicture& shown, const PaletteIndex& shared);

}  // namespace convscope
