#include "app/export/png_encoder.h"

#include <algorithm>
#include <cstdint>
#include <span>

#include "app/export/libav_handles.h"
#include "app/text/export_errors.h"

namespace convscope {
namespace {

bool is_opaque(const Image& image) {
  return std::ranges::all_of(image.pixels, [](std::uint32_t pixel) { return pixel >> 24 == 0xff; });
}

void copy_pixels(const Image& image, bool with_alpha, AVFrame& frame) {
  for (int y = 0; y < image.height; ++y) {
    std::uint8_t* out = frame.data[0] + static_cast<std::ptrdiff_t>(y) * frame.linesize[0];
    for (int x = 0; x < image.width; ++x) {
      const std::uint32_t pixel = image.at(x, y);
      *out++ = static_cast<std::uint8_t>(pixel >> 16);
      *out++ = static_cast<std::uint8_t>(pixel >> 8);
      *out++ = static_cast<std::uint8_t>(pixel);
      if (with_alpha) {
        *out++ = static_cast<std::uint8_t>(pixel >> 24);
      }
    }
  }
}

int encode(const Image& image, AVPacket& packet) {
  const bool with_alpha = !is_opaque(image);
  const LibavCodec codec(avcodec_alloc_context3(avcodec_find_encoder(AV_CODEC_ID_PNG)));
  const LibavFrame frame(av_frame_alloc());
  if (!codec || !frame) {
    return AVERROR(ENOMEM);
  }
  codec->width = frame->width = image.width;
  codec->height = frame->height = image.height;
  codec->pix_fmt = with_alpha ? AV_PIX_FMT_RGBA : AV_PIX_FMT_RGB24;
  frame->format = codec->pix_fmt;
  codec->time_base = {1, 1};
  codec->flags |= AV_CODEC_FLAG_BITEXACT;
  if (const int code = avcodec_open2(codec.get(), nullptr, nullptr); code < 0) {
    return code;
  }
  if (const int code = av_frame_get_buffer(frame.get(), 0); code < 0) {
    return code;
  }
  copy_pixels(image, with_alpha, *frame);
  if (const int code = avcodec_send_frame(codec.get(), frame.get()); code < 0) {
    return code;
  }
  return avcodec_receive_packet(codec.get(), &packet);
}

}  // namespace

Result<std::vector<std::byte>> encode_png(const Image& image) {
  const LibavPacket packet(av_packet_alloc());
  const int code = packet ? encode(image, *packet) : AVERROR(ENOMEM);
  if (code < 0) {
    return text::encoding_failed("PNG", libav_message(code));
  }
  const auto bytes = std::as_bytes(std::span(packet->data, static_cast<std::size_t>(packet->size)));
  return std::vector<std::byte>(bytes.begin(), bytes.end());
}

}  // namespace convscope
