#include "app/platform/mapped_faces.h"

#include <ft2build.h>
#include FT_FREETYPE_H

#include <algorithm>
#include <memory>
#include <span>
#include <utility>

namespace convscope {
namespace {

/// A face's height from the lowest to the highest line, in em: ImGui measures sizes by it. 0: not readable.
float line_height(FT_Library library, const MappedFile& file, int index) {
  const std::span<const unsigned char> bytes = file.bytes();
  FT_Face face = nullptr;
  if (bytes.empty() ||
      FT_New_Memory_Face(library, bytes.data(), static_cast<FT_Long>(bytes.size()), index, &face) != 0) {
    return 0;
  }
  const float units = static_cast<float>(face->ascender) - static_cast<float>(face->descender);
  const float height = FT_IS_SCALABLE(face) ? units / static_cast<float>(face->units_per_EM) : 0;
  FT_Done_Face(face);
  return height;
}

}  // namespace

MappedFaces::MappedFaces(const FontFiles& files) {
  FT_Library library = nullptr;
  if (FT_Init_FreeType(&library) != 0) {
    return;
  }
  const std::unique_ptr<FT_LibraryRec_, decltype(&FT_Done_FreeType)> owner(library, &FT_Done_FreeType);
  for (const FontFile* file : {&files.regular, &files.bold, &files.fallback, &files.bold_fallback, &files.mono,
                               &files.hangul, &files.bold_hangul}) {
    MappedFace face{*file, MappedFile(file->path), 0};
    face.height = line_height(library, face.mapped, file->index);
    faces_.push_back(std::move(face));
  }
}

const MappedFace& MappedFaces::of(const FontFile& file) const {
  return *std::ranges::find_if(faces_, [&file](const MappedFace& face) { return face.file == file; });
}

std::vector<MappedFile> MappedFaces::take_files() {
  std::vector<MappedFile> files;
  for (MappedFace& face : faces_) {
    files.push_back(std::move(face.mapped));
  }
  return files;
}

}  // namespace convscope
