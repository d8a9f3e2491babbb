#include "app/export/gif_packet.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace convscope {
namespace {

using Bytes = std::vector<std::uint8_t>;

const Bytes palette{1, 2, 3, 4, 5, 6};
const Bytes pixels{2, 1, 0x44, 0};

void append(Bytes& bytes, const Bytes& more) { bytes.insert(bytes.end(), more.begin(), more.end()); }

/// The start of a GIF with a palette of two colours, an extension, and one image with the given palette.
Bytes packet(const Bytes& of_image) {
  Bytes bytes{'G', 'I', 'F', '8', '9', 'a', 1, 0, 1, 0, 0x80, 0, 0};
  append(bytes, palette);
  append(bytes, {0x21, 0xf9, 2, 7, 7, 1, 9, 0});
  append(bytes, {0x2c, 0, 0, 0, 0, 1, 0, 1, 0, static_cast<std::uint8_t>(of_image.empty() ? 0 : 0x80)});
  append(bytes, of_image);
  append(bytes, pixels);
  return bytes;
}

Bytes cleaned(Bytes bytes) {
  bytes.resize(remove_repeated_palette(bytes));
  return bytes;
}

TEST(GifPacket, LosesAPaletteThatIsThereTwice) { EXPECT_EQ(cleaned(packet(palette)), packet({})); }

TEST(GifPacket, KeepsAnotherPaletteAndNone) {
  EXPECT_EQ(cleaned(packet({9, 9, 9, 9, 9, 9})), packet({9, 9, 9, 9, 9, 9}));
  EXPECT_EQ(cleaned(packet({})), packet({}));
}

TEST(GifPacket, IsLeftAloneWhenItEndsEarly) {
  const Bytes whole = packet(palette);
  for (std::size_t length = 0; length < whole.size() - pixels.size(); ++length) {
    const Bytes part(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length));
    EXPECT_EQ(cleaned(part), part) << length;
  }
}

}  // namespace
}  // namespace convscope
