#include "app/export/gif_image.h"

#include <algorithm>
#include <bit>
#include <span>
#include <utility>

#include "app/export/gif_bytes.h"
#include "app/export/gif_colors.h"
#include "app/export/gif_lzw.h"
#include "app/export/gif_stretches.h"

namespace convscope {
namespace {

/// Bits of an index: the least power of two that holds the palette and, where there is one, a transparent entry.
int index_bits(const GifColors& colors, bool has_transparent) {
  // The shared palette's table has a transparent entry where there is room, whether this image uses it or not.
  const std::size_t entries = colors.palette.size() + (has_transparent || !colors.is_own ? 1 : 0);
  return static_cast<int>(std::bit_width(std::clamp<std::size_t>(entries, 2, gif_palette_size) - 1));
}

/// The part of each stretch that lies in the box, row by row.
template <typename Add>
void for_each_in_box(const GifBox& box, int picture_width, std::span<const GifStretch> stretches, Add add) {
  const auto width = static_cast<std::size_t>(picture_width);
  const std::size_t begin = static_cast<std::size_t>(box.top) * width;
  const std::size_t end = static_cast<std::size_t>(box.bottom) * width;
  const auto left = static_cast<std::size_t>(box.left);
  const auto right = static_cast<std::size_t>(box.right);
  for (const GifStretch& stretch : stretches) {
    std::size_t at = std::max(stretch.start, begin);
    for (const std::size_t stop = std::min(stretch.start + stretch.pixels, end); at < stop;) {
      const std::size_t row = at / width * width;
      const std::size_t first = std::max(at, row + left);
      const std::size_t last = std::min(stop, row + right);
      if (first < last) {
        add(stretch, last - first);
      }
      at = row + width;
    }
  }
}

/// Section 20 of the specification: descriptor, perhaps a palette, pixels.
std::vector<std::byte> image_block(const StoredPicture& shown, std::span<const GifStretch> stretches, const GifBox& box,
                                   const GifColors& colors, std::optional<std::uint8_t> transparent) {
  const int bits = index_bits(colors, transparent.has_value());
  GifBytes bytes;
  bytes.byte(0x2c).word(box.left).word(box.top).word(box.right - box.left).word(box.bottom - box.top);
  bytes.byte(colors.is_own ? 0x80 | (bits - 1) : 0);
  if (colors.is_own) {
    bytes.colors(colors.palette, std::size_t{1} << static_cast<unsigned>(bits));
  }
  GifLzw pixels(bits, bytes.get());
  for_each_in_box(box, shown.width, stretches, [&](const GifStretch& stretch, std::size_t count) {
    pixels.add(!stretch.drawn && transparent ? *transparent : colors.index_of_place[stretch.place], count);
  });
  pixels.finish();
  return std::move(bytes.get());
}

std::size_t drawn_pixels(std::span<const GifStretch> stretches) {
  std::size_t drawn = 0;
  for (const GifStretch& stretch : stretches) {
    drawn += stretch.drawn ? stretch.pixels : 0;
  }
  return drawn;
}

GifImage image_of(const StoredPicture& shown, std::span<const GifStretch> stretches, const GifBox& box,
                  const PaletteIndex& shared, bool see_through) {
  GifColors colors = choose_gif_colors(shown, stretches, shared);
  const bool has_gaps = drawn_pixels(stretches) <
                        static_cast<std::size_t>(box.right - box.left) * static_cast<std::size_t>(box.bottom - box.top);
  GifImage image;
  if (see_through || (has_gaps && colors.palette.size() < gif_palette_size)) {
    image.transparent_index = static_cast<std::uint8_t>(colors.palette.size());
  } else if (has_gaps) {
    // A full palette has no entry for pixels that stay: they are written again.
    colors = choose_gif_colors(shown, all_stretches(shown, true), shared);
  }
  image.bytes = image_block(shown, stretches, box, colors, image.transparent_index);
  return image;
}

}  // namespace

std::optional<GifImage> gif_image(const StoredPicture* before, const StoredPicture& shown, const PaletteIndex& shared) {
  const std::vector<GifStretch> stretches =
      before == nullptr ? all_stretches(shown, true) : changed_stretches(*before, shown);
  const GifBox box = drawn_box(shown, stretches);
  return box.empty() ? std::nullopt : std::optional(image_of(shown, stretches, box, shared, false));
}

GifImage gif_image_alone(const StoredPicture& shown, const PaletteIndex& shared) {
  const std::vector<GifStretch> stretches = all_stretches(shown, false);
  GifBox box = drawn_box(shown, stretches);
  if (box.empty()) {
    box = {0, 0, 1, 1};
  }
  // Viewers paint around an image without a transparent colour.
  GifImage image = image_of(shown, stretches, box, shared, true);
  image.clears = true;
  return image;
}

}  // namespace convscope
