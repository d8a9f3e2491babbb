#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "app/scene/scene.h"
#include "app/text/result.h"

// FreeType's own names for its handles, so that users of a FontSet's paths need not include FreeType.
struct FT_FaceRec_;
struct FT_LibraryRec_;

namespace convscope {

/// Where a face lies: a font file and the number of the face in it.
struct FontFile {
  std::string path;
  int index = 0;
  bool operator==(const FontFile&) const = default;
};

/// The faces that every picture and the window use. The fallbacks have the signs that the first faces lack: ⌊ ⌋ − → ∞.
struct FontFiles {
  FontFile regular;
  FontFile bold;
  FontFile fallback;
  FontFile bold_fallback;
  FontFile mono;
  bool operator==(const FontFiles&) const = default;
};

/// Asks fontconfig: Noto Sans, else DejaVu Sans; DejaVu Sans as fallback; DejaVu Sans Mono. Fails when one is missing,
/// naming the packages that have them.
[[nodiscard]] Result<FontFiles> find_fonts();

/// UTF-8 to code points; each byte that is not part of a valid sequence becomes U+FFFD.
[[nodiscard]] std::u32string decode_utf8(std::string_view text);

/// The faces of FontFiles, opened. FreeType keeps a size in each face: a FontSet belongs to one thread at a time, and
/// whoever renders with a face sets its size first.
class FontSet {
 public:
  static Result<FontSet> load();
  FontSet(FontSet&&) = default;
  FontSet& operator=(FontSet&&) = delete;  // Would close the old library before its faces.

  /// The face with a glyph for the code point: the first face where it has one, else the fallback. Owned by the set.
  [[nodiscard]] FT_FaceRec_* face_for(FontFace face, char32_t code_point) const;

  /// Sum of the unhinted advances in pixels; `size` is the em in pixels. No kerning, so that both renderers agree.
  [[nodiscard]] float text_width(FontFace face, std::string_view text, float size) const;

  /// Height of a digit above the base line, in pixels: what centres a number vertically.
  [[nodiscard]] float digit_height(FontFace face, float size) const;

  [[nodiscard]] const FontFiles& files() const { return files_; }

 private:
  struct LibraryDeleter {
    void operator()(FT_LibraryRec_* library) const;
  };
  struct FaceDeleter {
    void operator()(FT_FaceRec_* face) const;
  };
  using LibraryHandle = std::unique_ptr<FT_LibraryRec_, LibraryDeleter>;
  using FaceHandle = std::unique_ptr<FT_FaceRec_, FaceDeleter>;
  struct Faces {
    FaceHandle first;
    FaceHandle fallback;
  };

  FontSet() = default;
  [[nodiscard]] const Faces& faces(FontFace face) const { return face == FontFace::bold ? bold_ : regular_; }
  static FaceHandle open(FT_LibraryRec_* library, const FontFile& file);

  FontFiles files_;
  LibraryHandle library_;  // Before the faces: they must be closed first.
  Faces regular_;
  Faces bold_;
};

/// The glyph's unhinted advance in pixels at an em of `size` pixels.
[[nodiscard]] float glyph_advance(FT_FaceRec_* face, char32_t code_point, float size);

}  // namespace convscope
