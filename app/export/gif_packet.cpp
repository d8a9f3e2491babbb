#include "app/export/gif_packet.h"

#include <algorithm>

namespace convscope {
namespace {

// GIF89a specification, sections 17 to 20 and 23 to 26.
constexpr std::size_t header_size = 13;
constexpr std::size_t header_flags = 10;
constexpr std::size_t image_size = 10;
constexpr std::size_t image_flags = 9;
constexpr std::uint8_t image_introducer = 0x2c;
constexpr std::uint8_t extension_introducer = 0x21;
constexpr std::uint8_t has_palette = 0x80;
constexpr std::uint8_t palette_bits = 0x07;

/// Bytes of the palette that the flags of a header or an image announce.
std::size_t palette_size(std::uint8_t flags) {
  return (flags & has_palette) != 0 ? std::size_t{3} << ((flags & palette_bits) + 1) : 0;
}

/// The place behind an extension's blocks; the packet's end when it is cut off.
std::size_t behind_extension(std::span<const std::uint8_t> packet, std::size_t at) {
  at += 2;
  while (at < packet.size() && packet[at] != 0) {
    at += packet[at] + std::size_t{1};
  }
  return std::min(at + 1, packet.size());
}

}  // namespace

std::size_t remove_repeated_palette(std::span<std::uint8_t> packet) {
  if (packet.size() < header_size) {
    return packet.size();
  }
  const std::size_t size = palette_size(packet[header_flags]);
  std::size_t image = header_size + size;
  while (image < packet.size() && packet[image] == extension_introducer) {
    image = behind_extension(packet, image);
  }
  const std::size_t second = image + image_size;
  const bool complete = second + size <= packet.size() && packet[image] == image_introducer;
  if (size == 0 || !complete || palette_size(packet[image + image_flags]) != size ||
      !std::ranges::equal(packet.subspan(header_size, size), packet.subspan(second, size))) {
    return packet.size();
  }
  packet[image + image_flags] &= static_cast<std::uint8_t>(~(has_palette | palette_bits));
  std::ranges::copy(packet.subspan(second + size), packet.begin() + static_cast<std::ptrdiff_t>(second));
  return packet.size() - size;
}

}  // namespace convscope
