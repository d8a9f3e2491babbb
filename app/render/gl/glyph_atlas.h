#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "app/render/gl/glyph_image.h"
#include "app/render/gl/handles.h"

namespace convscope::gl {

/// Where a glyph lies in the atlas' texture, in texels, and beside the pen.
struct AtlasGlyph {
  int left = 0;
  int top = 0;
  int width = 0;  ///< 0: nothing to draw.
  int height = 0;
  int texel_x = 0;
  int texel_y = 0;
  mutable std::uint64_t frame = 0;  ///< That last showed it.
};

/// Glyphs drawn once at their exact size, side by side in one texture. It grows when a frame needs more room; between
/// frames a large one is emptied when most of it is no longer shown.
class GlyphAtlas {
 public:
  GlyphAtlas();

  /// Call once before the glyphs of a frame: positions handed out before may end here.
  void begin_frame();

  /// Draws the glyph when it is new. Positions stay good until the next begin_frame.
  const AtlasGlyph& find(const GlyphForm& form);

  /// Counts glyphs found earlier as shown by this frame, too. Requires that they are of this generation.
  void show_again(std::span<const AtlasGlyph* const> glyphs);

  /// Changes when all glyphs have lost their places.
  [[nodiscard]] std::uint64_t generation() const { return generation_; }

  /// Brings the texture up to date and binds it to the active unit.
  void bind();

  [[nodiscard]] int height() const { return height_; }

 private:
  struct FormHash {
    std::size_t operator()(const GlyphForm& form) const;
  };

  void count_shown(const AtlasGlyph& glyph);
  AtlasGlyph place(const GlyphImage& image);
  void clear();

  Texture texture_;
  std::vector<std::uint8_t> texels_;
  int height_;
  int max_height_ = 0;
  int texture_height_ = 0;  ///< Of what the driver holds; 0 before the first upload.
  int shelf_x_ = 0;         ///< Glyphs stand on shelves from left to right, shelves from top to bottom.
  int shelf_top_ = 0;
  int shelf_bottom_ = 0;
  std::uint64_t frame_ = 0;
  std::uint64_t generation_ = 0;
  std::int64_t texels_shown_ = 0;  ///< By this frame.
  int changed_top_ = 0;            ///< Rows that the texture does not have yet.
  int changed_bottom_ = 0;
  std::unordered_map<GlyphForm, AtlasGlyph, FormHash> glyphs_;
};

}  // namespace convscope::gl
