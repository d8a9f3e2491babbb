#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "app/text/utf8.h"

namespace convscope {

/// Generous widths of one character, in font sizes: layouts are pure and measure no glyphs.
inline constexpr float character_width = 0.62F;
inline constexpr float hangul_width = 0.95F;

/// Pixels at scale 1 that a text of this size (pixels at scale 1) takes at most. Characters, not bytes.
[[nodiscard]] inline float text_width(std::string_view text, float size) {
  const auto characters = count_characters(text);
  // The syllables, U+AC00 to U+D7A3, begin with the bytes EA to ED.
  const auto hangul = std::ranges::count_if(text, [](unsigned char c) { return c >= 0xEA && c <= 0xED; });
  return size * (character_width * static_cast<float>(characters - hangul) + hangul_width * static_cast<float>(hangul));
}

/// Whether notes cost too much of a small picture: without them its cells would be much larger. Pixels at scale 1 of a
/// cell and of the largest grid with all notes, and of a cell with headings alone.
[[nodiscard]] inline bool notes_cost_too_much(float cell, float largest_grid, float cell_without) {
  constexpr float readable_cell = 18;
  constexpr float small_grid = 120;
  constexpr float too_much = 1.4F;
  return cell < readable_cell && largest_grid < small_grid && cell_without > too_much * cell;
}

/// A note in one line, or a long one in two: in one it would push what it belongs to apart from the rest.
[[nodiscard]] std::vector<std::string> note_lines(const std::string& note, float size);

}  // namespace convscope
