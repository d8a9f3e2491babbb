#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "app/io/atomic_file.h"
#include "app/text/result.h"

namespace convscope {

/// A part of an animated WebP's picture, encoded by itself.
struct WebpImage {
  int left = 0;  ///< Even, in pixels of the picture, as `top` is.
  int top = 0;
  int width = 0;
  int height = 0;
  bool blended = false;         ///< Its transparent pixels leave what was there; else they replace it.
  std::vector<std::byte> bits;  ///< A still WebP file's chunks of image data.
};

/// Takes the chunks of image data out of a still WebP file of libwebp's.
[[nodiscard]] std::vector<std::byte> image_chunks(std::span<const std::byte> still);

/// An animated WebP (RFC 9649) that is written image by image: nothing of it stays in memory.
class WebpFile {
 public:
  struct Settings {
    int width = 0;
    int height = 0;
    bool transparent = false;
    bool repeats = true;  ///< Begins again after the last image.
  };
  /// The file outlives this.
  [[nodiscard]] static Result<WebpFile> start(AtomicFile& file, const Settings& settings);

  /// The next image, shown for so many milliseconds.
  [[nodiscard]] Status add(const WebpImage& image, std::int64_t milliseconds);
  /// After the last one.
  [[nodiscard]] Status finish();

 private:
  explicit WebpFile(AtomicFile& file) : file_(&file) {}
  [[nodiscard]] Status append(std::span<const std::byte> bytes);

  AtomicFile* file_;
  std::uint64_t bytes_ = 0;
};

}  // namespace convscope
