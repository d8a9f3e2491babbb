#pragma once

#include <array>
#include <unordered_map>
#include <vector>

#include "app/scene/geometry.h"

// FreeType's own name for its handle, so that users need not include FreeType.
struct FT_FaceRec_;

namespace convscope {

/// A step of an outline: to a point, by a straight line or by a cubic Bézier curve with two control points before it.
struct OutlineStep {
  enum class Kind { move, line, curve };
  Kind kind = Kind::move;
  std::array<Vec2, 3> points{};  ///< The last one is where it ends; move and line use it alone.
};

/// A glyph unhinted, in ems: x to the right of the pen, y up from the base line.
struct Glyph {
  FT_FaceRec_* face = nullptr;  ///< The one that has it.
  float advance = 0;
  float top = 0;  ///< Of its ink.
  std::vector<OutlineStep> outline;
};

using GlyphMap = std::unordered_map<char32_t, Glyph>;

/// Reads a glyph of the face; of one that cannot be read nothing but the face is known.
[[nodiscard]] Glyph read_glyph(FT_FaceRec_* face, char32_t code_point);

}  // namespace convscope
