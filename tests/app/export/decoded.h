#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "app/render/image.h"

namespace convscope::testing {

/// A frame as a viewer shows it.
struct DecodedFrame {
  Image image;
  std::int64_t ticks = 0;  ///< Hundredths of a second that it stays, where the format has times.
};

/// All frames of a file of one of FFmpeg's formats, decoded by FFmpeg; empty when it is none.
[[nodiscard]] std::vector<DecodedFrame> decode(const std::filesystem::path& file);

/// All frames of an animated WebP, decoded by libwebp: FFmpeg cannot.
[[nodiscard]] std::vector<DecodedFrame> decode_webp(const std::filesystem::path& file);

/// Whether a GIF says that it repeats for ever.
[[nodiscard]] bool repeats_for_ever(const std::filesystem::path& gif);

/// The mean of the squared differences of the channels, 0 to 255; of pictures of one size.
[[nodiscard]] double mean_squared_error(const Image& a, const Image& b);

}  // namespace convscope::testing
