#pragma once

#include <cstdint>

namespace convscope {

/// ITU-R BT.709-6, sections 3.2 to 3.4, for 8 bits in the narrow range: luma 16 to 235, chroma 16 to 240. Pixels are
/// 0xAARRGGBB, opaque. The same bytes on every machine: whole numbers alone, weights in 32768ths.

/// The luma of a row of pixels.
void luma_row(const std::uint32_t* pixels, std::uint8_t* luma, int width);

/// The chroma of the mean colour of every two by two pixels of two rows; an even width, half as many bytes each.
struct ChromaRows {
  std::uint8_t* blue;
  std::uint8_t* red;
};
void chroma_rows(const std::uint32_t* upper, const std::uint32_t* lower, const ChromaRows& chroma, int width);

}  // namespace convscope
