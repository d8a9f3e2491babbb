#pragma once

#include <vector>

#include "app/platform/mapped_file.h"
#include "app/render/font_files.h"

namespace convscope {

/// A file's face, opened once however many sizes it is drawn at.
struct MappedFace {
  FontFile file;
  MappedFile mapped;
  float height = 0;  ///< 0: it cannot be read.
};

/// The faces of FontFiles, each mapped and measured.
class MappedFaces {
 public:
  explicit MappedFaces(const FontFiles& files);

  /// Of one of these files.
  [[nodiscard]] const MappedFace& of(const FontFile& file) const;
  /// Whether there are none, as FreeType did not start.
  [[nodiscard]] bool is_empty() const { return faces_.empty(); }

  /// The files, for those who read on; no face is used after it.
  [[nodiscard]] std::vector<MappedFile> take_files();

 private:
  std::vector<MappedFace> faces_;
};

}  // namespace convscope
