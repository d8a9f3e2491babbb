#pragma once

#include <array>
#include <memory>
#include <string_view>
#include <vector>

#include "app/render/font_files.h"
#include "app/render/glyph.h"
#include "app/scene/scene.h"
#include "app/text/result.h"

// FreeType's own names for its handles, so that users of a FontSet's paths need not include FreeType.
struct FT_FaceRec_;
struct FT_LibraryRec_;

namespace convscope {

/// The faces of FontFiles, opened. FreeType keeps a size in each face, and glyphs are kept once they are read: a
/// FontSet belongs to one thread at a time, and whoever renders with a face sets its size first.
class FontSet {
 public:
  /// The faces that find_fonts finds.
  static Result<FontSet> load();
  /// These faces: what another thread's set has, without asking fontconfig again.
  static Result<FontSet> open(const FontFiles& files);
  FontSet(FontSet&&) = default;
  FontSet& operator=(FontSet&&) = delete;  // Would close the old library before its faces.

  /// The first face with a glyph for the code point, of the face itself, its fallback and the Hangul; the face itself
  /// where none has one. Owned by the set.
  [[nodiscard]] FT_FaceRec_* face_for(FontFace face, char32_t code_point) const;

  /// The glyph for a code point, of face_for's face. Read from the file once; lives as long as the set.
  [[nodiscard]] const Glyph& glyph(FontFace face, char32_t code_point) const;

  /// The file of the face that face_for gives.
  [[nodiscard]] const FontFile& file_for(FontFace face, char32_t code_point) const;

  /// Sum of the unhinted advances in pixels; `size` is the em in pixels. No kerning, so that both renderers agree.
  [[nodiscard]] float text_width(FontFace face, std::string_view text, float size) const;

  /// Height of a digit above the base line, in pixels: what centres a number vertically.
  [[nodiscard]] float digit_height(FontFace face, float size) const;

  [[nodiscard]] const FontFiles& files() const { return files_; }
  /// Whether texts can be in Korean.
  [[nodiscard]] bool has_hangul() const { return !files_.hangul.path.empty(); }

 private:
  struct LibraryDeleter {
    void operator()(FT_LibraryRec_* library) const;
  };
  struct FaceDeleter {
    void operator()(FT_FaceRec_* face) const;
  };
  using LibraryHandle = std::unique_ptr<FT_LibraryRec_, LibraryDeleter>;
  using FaceHandle = std::unique_ptr<FT_FaceRec_, FaceDeleter>;
  /// A face that was opened, and where it lies.
  struct OpenFace {
    FontFile file;
    FaceHandle face;
  };
  /// In the order in which they are asked for a glyph.
  using Faces = std::vector<OpenFace>;

  FontSet() = default;
  [[nodiscard]] const Faces& faces(FontFace face) const { return face == FontFace::bold ? bold_ : regular_; }
  [[nodiscard]] const OpenFace& open_face_for(FontFace face, char32_t code_point) const;

  FontFiles files_;
  LibraryHandle library_;  // Before the faces: they must be closed first.
  Faces regular_;
  Faces bold_;
  mutable std::array<GlyphMap, 2> glyphs_;  ///< Of each FontFace, as far as they were asked for.
};

/// The glyph's unhinted advance in pixels at an em of `size` pixels.
[[nodiscard]] float glyph_advance(FT_FaceRec_* face, char32_t code_point, float size);

}  // namespace convscope
