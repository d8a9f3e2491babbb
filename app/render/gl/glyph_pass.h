#pragma once

#include <string_view>
#include <vector>

#include "app/render/fonts.h"
#include "app/render/gl/glyph_atlas.h"
#include "app/render/gl/quad_batch.h"
#include "app/render/gl/viewport.h"
#include "app/render/style.h"
#include "app/scene/scene.h"
#include "app/text/result.h"

namespace convscope::gl {

/// A line of text, set from the pen's place on.
struct TextRun {
  std::string_view text;  ///< UTF-8
  Vec2 pen{};             ///< Start of the base line, pixels of the viewport; kept to a quarter of a pixel.
  float size = 0;         ///< Em in pixels, before the axes.
  FontFace face = FontFace::regular;
  style::TextAxes axes{};
  Color color;
};

/// Text that was laid out in an earlier frame.
struct KeptText {
  QuadBatch quads{4, 2, 4};
  std::vector<const AtlasGlyph*> glyphs;  ///< Each of them once.
  std::uint64_t generation = 0;           ///< Of the atlas.
};

/// Draws text, all that was added by one call.
class GlyphPass {
 public:
  static Result<GlyphPass> create(const FontSet& fonts);

  void begin_frame() { atlas_.begin_frame(); }
  void add(const TextRun& run);
  void draw(const Viewport& viewport);

  /// Keeps what was added in the place of drawing it, to be drawn in this frame and others as long as it is current.
  void keep(KeptText& text);
  [[nodiscard]] bool is_current(const KeptText& text) const { return text.generation == atlas_.generation(); }
  void draw(const KeptText& text, const Viewport& viewport);

 private:
  struct Record {
    float left = 0;
    float top = 0;
    float width = 0;
    float height = 0;
    Vec2 texel;
    Color color;
  };

  GlyphPass(Program program, const FontSet& fonts);

  void begin_draw(const Viewport& viewport);

  Program program_;
  const FontSet* fonts_;
  GLint viewport_size_;
  QuadBatch quads_{4, 2, 4};
  GlyphAtlas atlas_;
  std::vector<Record> glyphs_;
  std::vector<const AtlasGlyph*> found_;  ///< Of glyphs_.
};

}  // namespace convscope::gl
