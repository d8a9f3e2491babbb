#pragma once

#include <cstdint>
#include <vector>

#include "app/render/style.h"

struct FT_FaceRec_;

namespace convscope::gl {

/// A glyph at one size, slant and place between the pixels.
struct GlyphForm {
  FT_FaceRec_* face = nullptr;
  char32_t code_point = 0;
  std::int32_t size = 0;  ///< Em in 1/64 pixel, before the axes.
  style::TextAxes axes{};
  std::int32_t quarter_x = 0;  ///< The pen's place right of its pixel, in quarters of a pixel: 0 to 3.
  std::int32_t quarter_y = 0;  ///< Likewise downwards.
  bool operator==(const GlyphForm&) const = default;
};

/// The pixels that a glyph covers.
struct GlyphImage {
  int left = 0;  ///< Of the first column, right of the pen's pixel.
  int top = 0;   ///< Of the first row, below the pen's pixel; negative: above the base line.
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> coverage;  ///< Row-major, width · height.
};

/// Draws a glyph by FreeType. A glyph that cannot be drawn is empty.
[[nodiscard]] GlyphImage draw_glyph(const GlyphForm& form);

}  // namespace convscope::gl
