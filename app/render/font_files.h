#pragma once

#include <string>

#include "app/text/result.h"

namespace convscope {

/// Where a face lies: a font file and the number of the face in it.
struct FontFile {
  std::string path;
  int index = 0;
  bool operator==(const FontFile&) const = default;
};

/// The faces that every picture and the window use. The fallbacks have the signs that the first faces lack: ⌊ ⌋ − → ∞;
/// the Hangul faces what both lack.
struct FontFiles {
  FontFile regular;
  FontFile bold;
  FontFile fallback;
  FontFile bold_fallback;
  FontFile mono;
  FontFile hangul;  ///< For texts in Korean. Without a path: there is none.
  FontFile bold_hangul;
  bool operator==(const FontFiles&) const = default;
};

/// Asks fontconfig: Noto Sans, else DejaVu Sans; DejaVu Sans as fallback; DejaVu Sans Mono. Fails when one is missing,
/// naming the packages that have them. NanumGothic, which only Korean needs, may be missing: see has_hangul.
[[nodiscard]] Result<FontFiles> find_fonts();

}  // namespace convscope
