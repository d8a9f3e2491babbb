#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "app/export/gif_image.h"
#include "app/io/atomic_file.h"
#include "app/text/result.h"

namespace convscope {

struct GifSettings {
  int width = 1;
  int height = 1;
  std::vector<std::uint32_t> palette;  ///< 0xffRRGGBB, 1 to 256 colours.
  bool repeats = true;                 ///< For ever.
};

/// What stands around the images of a GIF (GIF89a specification), written piece by piece.
class GifFile {
 public:
  /// `file` stays open for what follows.
  [[nodiscard]] static Result<GifFile> start(AtomicFile& file, const GifSettings& settings);

  /// `begin`: when the image appears, in hundredths of a second; the first at 0, each later than the one before.
  [[nodiscard]] Status add(GifImage image, std::int64_t begin);

  /// After the last image, which stays until `end`.
  [[nodiscard]] Status finish(std::int64_t end);

 private:
  explicit GifFile(AtomicFile& file) : file_(&file) {}
  /// Writes the image that waits, now that its time is known.
  [[nodiscard]] Status write_waiting(std::int64_t end);

  AtomicFile* file_;
  std::optional<GifImage> waiting_;
  std::int64_t waiting_since_ = 0;
};

}  // namespace convscope
