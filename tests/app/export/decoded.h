#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "app/render/image.h"

namespace convscope::testing {

/// A frame as a viewer shows it.
struct DecodedFrame {
  Image image;
  std::int64_t ticks = 0;  ///< Hundredths of a second that it stays; 0 for a PNG.
};

/// All frames of a GIF or PNG file, decoded by FFmpeg; empty when it is none.
[[nodiscard]] std::vector<DecodedFrame> decode(const std::filesystem::path& file);

/// Whether a GIF says that it repeats for ever.
[[nodiscard]] bool repeats_for_ever(const std::filesystem::path& gif);

}  // namespace convscope::testing
