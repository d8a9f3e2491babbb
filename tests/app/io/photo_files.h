#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/size.h"

namespace convscope::testing {

/// A picture of 8-bit parts, row by row.
struct Picture {
  Size size;
  int channels = 3;
  std::vector<std::uint8_t> parts;
};

/// Red grows to the right, green downwards, blue is one of two: what no transposing or mixing leaves as it is.
[[nodiscard]] Picture ramps(const Size& size);

/// The picture as a file of each kind; a GIF has at most 128 colours.
[[nodiscard]] std::string png_of(const Picture& picture);
[[nodiscard]] std::string jpeg_of(const Picture& picture);
[[nodiscard]] std::string bmp_of(const Picture& picture);
[[nodiscard]] std::string tga_of(const Picture& picture);
[[nodiscard]] std::string gif_of(const Picture& picture);

struct FileKind {
  const char* name;
  std::string (*write)(const Picture&);
};
inline constexpr std::array file_kinds{FileKind{"f.png", png_of}, FileKind{"f.jpg", jpeg_of}, FileKind{"f.bmp", bmp_of},
                                       FileKind{"f.tga", tga_of}, FileKind{"f.gif", gif_of}};

}  // namespace convscope::testing
