#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace convscope {

/// FFmpeg writes the palette twice: once for the file and again for its first image, which some programs cannot undo
/// ("too complex to unoptimize", gifsicle). Takes the second one out of the packet that starts a GIF, in place, when it
/// equals the first. Returns how many bytes of the packet are left.
[[nodiscard]] std::size_t remove_repeated_palette(std::span<std::uint8_t> packet);

}  // namespace convscope
