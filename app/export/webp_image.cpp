#include "app/export/webp_image.h"

#include <webp/encode.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <new>
#include <span>
#include <string>
#include <utility>

#include "app/text/export_errors.h"
#include "engine/check.h"

namespace convscope {
namespace {

/// libwebp's picture, its memory given back.
class WebpPicture {
 public:
  WebpPicture(int width, int height) {
    CHECK_EQ(WebPPictureInit(&picture_), 1);
    picture_.use_argb = 1;  // What is told to be lossless stays in RGB.
    picture_.width = width;
    picture_.height = height;
    if (WebPPictureAlloc(&picture_) == 0) {
      throw std::bad_alloc();
    }
  }
  ~WebpPicture() { WebPPictureFree(&picture_); }
  WebpPicture(const WebpPicture&) = delete;
  WebpPicture& operator=(const WebpPicture&) = delete;

  [[nodiscard]] WebPPicture* get() { return &picture_; }
  [[nodiscard]] std::uint32_t& at(int x, int y) {
    return picture_.argb[static_cast<std::ptrdiff_t>(y) * picture_.argb_stride + x];
  }

 private:
  WebPPicture picture_{};
};

WebPConfig lossless() {
  WebPConfig config;
  CHECK_EQ(WebPConfigInit(&config), 1);
  constexpr int quick = 3;  // Of 0 to 9; slower ones hardly make diagrams smaller.
  CHECK_EQ(WebPConfigLosslessPreset(&config, quick), 1);
  config.exact = 1;
  return config;
}

/// The smallest box with all pixels that differ, its corner on even pixels; empty where none does.
struct Box {
  int left = 0;
  int top = 0;
  int right = 0;   ///< One behind.
  int bottom = 0;  ///< One behind.
};

Box changed_box(const Image& before, const Image& now) {
  Box box{now.width, now.height, 0, 0};
  for (int y = 0; y < now.height; ++y) {
    const std::uint32_t* const old = before.pixels.data() + static_cast<std::ptrdiff_t>(y) * now.width;
    const std::uint32_t* const row = now.pixels.data() + static_cast<std::ptrdiff_t>(y) * now.width;
    const auto differs = [&](int x) { return old[x] != row[x]; };
    if (std::equal(row, row + now.width, old)) {
      continue;
    }
    box.top = std::min(box.top, y);
    box.bottom = y + 1;
    int x = 0;
    for (; x < box.left && !differs(x); ++x) {
    }
    box.left = x;
    for (x = now.width; x > box.right && !differs(x - 1); --x) {
    }
    box.right = std::max(box.right, x);
  }
  return box.bottom == 0 ? Box{} : Box{box.left / 2 * 2, box.top / 2 * 2, box.right, box.bottom};
}

}  // namespace

Result<std::optional<WebpImage>> webp_image(const Image* before, const Image& now, bool opaque) {
  const Box box = before != nullptr ? changed_box(*before, now) : Box{0, 0, now.width, now.height};
  if (box.right == 0) {
    return std::optional<WebpImage>();
  }
  WebpImage image{box.left, box.top, box.right - box.left, box.bottom - box.top, opaque && before != nullptr, {}};
  WebpPicture picture(image.width, image.height);
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) {
      const std::uint32_t pixel = now.at(box.left + x, box.top + y);
      const bool stays = image.blended && pixel == before->at(box.left + x, box.top + y);
      picture.at(x, y) = stays ? 0 : pixel;
    }
  }
  WebPMemoryWriter writer;
  WebPMemoryWriterInit(&writer);
  picture.get()->writer = WebPMemoryWrite;
  picture.get()->custom_ptr = &writer;
  const WebPConfig config = lossless();
  const bool good = WebPEncode(&config, picture.get()) != 0;
  image.bits = image_chunks(std::as_bytes(std::span(writer.mem, writer.size)));
  WebPMemoryWriterClear(&writer);
  if (!good) {
    return text::encoding_failed("WebP", "libwebp's error " + std::to_string(picture.get()->error_code));
  }
  return std::optional(std::move(image));
}

}  // namespace convscope
