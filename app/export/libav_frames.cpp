#include "app/export/libav_frames.h"

#include <bit>
#include <cstdint>
#include <cstring>
#include <new>
#include <utility>

#include "app/export/yuv_rows.h"
#include "engine/check.h"

namespace convscope {
namespace {

LibavFrame new_frame(const Image& image, AVPixelFormat format) {
  LibavFrame frame(libav().av_frame_alloc());
  if (!frame) {
    throw std::bad_alloc();
  }
  frame->width = image.width;
  frame->height = image.height;
  frame->format = format;
  if (libav().av_frame_get_buffer(frame.get(), 0) < 0) {
    throw std::bad_alloc();
  }
  return frame;
}

}  // namespace

LibavFrame exact_frame(const Image& image, AVPixelFormat format) {
  static_assert(std::endian::native == std::endian::little);  // Pixels 0xAARRGGBB are BGRA in memory.
  LibavFrame frame = new_frame(image, format);
  const std::uint32_t* pixel = image.pixels.data();
  for (int y = 0; y < image.height; ++y, pixel += image.width) {
    std::uint8_t* out = frame->data[0] + static_cast<std::ptrdiff_t>(y) * frame->linesize[0];
    std::memcpy(out, pixel, static_cast<std::size_t>(image.width) * sizeof(*pixel));
    for (int x = 0; x < image.width && format == AV_PIX_FMT_RGBA; ++x, out += 4) {
      std::swap(out[0], out[2]);
    }
  }
  return frame;
}

LibavFrame film_frame(const Image& image) {
  CHECK_EQ(image.width % 2, 0);
  CHECK_EQ(image.height % 2, 0);
  LibavFrame frame = new_frame(image, AV_PIX_FMT_YUV420P);
  const auto row = [&](int plane, int y) {
    return frame->data[plane] + static_cast<std::ptrdiff_t>(y) * frame->linesize[plane];
  };
  for (int y = 0; y < image.height; y += 2) {
    const std::uint32_t* const upper = image.pixels.data() + static_cast<std::ptrdiff_t>(y) * image.width;
    const std::uint32_t* const lower = upper + image.width;
    luma_row(upper, row(0, y), image.width);
    luma_row(lower, row(0, y + 1), image.width);
    chroma_rows(upper, lower, {row(1, y / 2), row(2, y / 2)}, image.width);
  }
  frame->color_range = AVCOL_RANGE_MPEG;
  frame->colorspace = AVCOL_SPC_BT709;
  frame->color_primaries = AVCOL_PRI_BT709;
  frame->color_trc = AVCOL_TRC_BT709;
  frame->chroma_location = AVCHROMA_LOC_CENTER;
  return frame;
}

}  // namespace convscope
