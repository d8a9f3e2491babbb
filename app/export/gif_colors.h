#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "app/export/gif_stretches.h"
#include "app/export/palette.h"

namespace convscope {

/// The colour table of one image of a GIF, and each picture colour's place in it.
struct GifColors {
  std::vector<std::uint32_t> palette;
  std::vector<std::uint8_t> index_of_place;  ///< By place in StoredPicture::colors.
  bool is_own = false;                       ///< Not the file's shared one.
};

/// For what is drawn of a picture: the shared palette where it has all colours; else a palette of the image's own, when
/// they fit into one or look better in it than in the shared one.
[[nodiscard]] GifColors choose_gif_colors(const StoredPicture& shown, std::span<const GifStretch> stretches,
                                          const PaletteIndex& shared);

}  // namespace convscope
