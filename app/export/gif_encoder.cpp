#include "app/export/gif_encoder.h"

extern "C" {
#include <libavutil/opt.h>
}

#include <algorithm>
#include <new>
#include <utility>

#include "app/export/frame_times.h"
#include "app/export/palette.h"
#include "app/text/export_errors.h"
#include "engine/check.h"

namespace convscope {
namespace {

constexpr int kBufferSize = 1 << 16;
constexpr std::uint32_t kOpaqueBlack = 0xff000000;

}  // namespace

Result<GifEncoder> GifEncoder::start(const GifSettings& settings, ByteSink sink) {
  GifEncoder encoder;
  encoder.output_ = std::make_unique<Output>(Output{std::move(sink)});
  if (Status opened = encoder.status_of(encoder.open(settings)); !opened) {
    return opened.error();
  }
  return encoder;
}

int GifEncoder::write(Output& output, std::span<const std::byte> bytes) {
  if (output.status) {
    output.status = output.sink(bytes);
  }
  return output.status ? static_cast<int>(bytes.size()) : AVERROR(EIO);
}

/// FFmpeg 7 made the bytes const: the type that its declaration asks for chooses this template's.
template <typename Byte>
int GifEncoder::write_callback(void* output, Byte* bytes, int size) {
  return write(*static_cast<Output*>(output),
               std::as_bytes(std::span<const std::uint8_t>(bytes, static_cast<std::size_t>(size))));
}

int GifEncoder::open(const GifSettings& settings) {
  CHECK_LE(settings.palette.size(), gif_palette_size);
  palette_ = settings.palette;
  if (palette_.size() < gif_palette_size) {
    palette_.push_back(transparent_pixel);
  }
  // FFmpeg takes any entry without alpha for the transparent one.
  palette_.resize(gif_palette_size, kOpaqueBlack);

  codec_.reset(avcodec_alloc_context3(avcodec_find_encoder(AV_CODEC_ID_GIF)));
  packet_.reset(av_packet_alloc());
  auto* const buffer = static_cast<unsigned char*>(av_malloc(kBufferSize));
  io_.reset(avio_alloc_context(buffer, kBufferSize, 1, output_.get(), nullptr, &GifEncoder::write_callback, nullptr));
  AVFormatContext* format = nullptr;
  avformat_alloc_output_context2(&format, nullptr, "gif", nullptr);
  format_.reset(format);
  AVStream* const stream = format ? avformat_new_stream(format, nullptr) : nullptr;
  if (!codec_ || !packet_ || !io_ || !stream) {
    return AVERROR(ENOMEM);
  }
  codec_->width = settings.width;
  codec_->height = settings.height;
  codec_->pix_fmt = AV_PIX_FMT_PAL8;
  codec_->time_base = {1, static_cast<int>(gif_ticks_per_second)};
  codec_->flags |= AV_CODEC_FLAG_BITEXACT;
  if (const int code = avcodec_open2(codec_.get(), nullptr, nullptr); code < 0) {
    return code;
  }
  stream->time_base = codec_->time_base;
  if (const int code = avcodec_parameters_from_context(stream->codecpar, codec_.get()); code < 0) {
    return code;
  }
  format_->pb = io_.get();
  format_->flags |= AVFMT_FLAG_BITEXACT;
  av_opt_set_int(format_->priv_data, "loop", 0, 0);
  const int code = avformat_write_header(format_.get(), nullptr);
  CHECK_EQ(stream->time_base.den, codec_->time_base.den);
  return code;
}

Status GifEncoder::add(std::span<const std::uint8_t> indices, std::int64_t begin) {
  const auto width = static_cast<std::size_t>(codec_->width);
  CHECK_EQ(indices.size(), width * static_cast<std::size_t>(codec_->height));
  // The encoder keeps the frame to compare the next one with, so each has a buffer of its own.
  const LibavFrame frame(av_frame_alloc());
  if (!frame) {
    throw std::bad_alloc();
  }
  frame->width = codec_->width;
  frame->height = codec_->height;
  frame->format = codec_->pix_fmt;
  frame->pts = begin;
  if (const int code = av_frame_get_buffer(frame.get(), 0); code < 0) {
    return status_of(code);
  }
  for (int y = 0; y < frame->height; ++y) {
    const auto row = indices.subspan(static_cast<std::size_t>(y) * width, width);
    std::ranges::copy(row, frame->data[0] + static_cast<std::ptrdiff_t>(y) * frame->linesize[0]);
  }
  std::ranges::copy(std::as_bytes(std::span(palette_)), reinterpret_cast<std::byte*>(frame->data[1]));
  last_begin_ = begin;
  return status_of(encode(frame.get()));
}

Status GifEncoder::finish(std::int64_t end) {
  if (const int code = encode(nullptr); code < 0) {
    return status_of(code);
  }
  av_opt_set_int(format_->priv_data, "final_delay", end - last_begin_, 0);
  const int code = av_write_trailer(format_.get());
  avio_flush(io_.get());
  return status_of(std::min(code, io_->error));
}

int GifEncoder::encode(const AVFrame* frame) {
  int code = avcodec_send_frame(codec_.get(), frame);
  while (code >= 0) {
    code = avcodec_receive_packet(codec_.get(), packet_.get());
    if (code == AVERROR(EAGAIN) || code == AVERROR_EOF) {
      return 0;
    }
    if (code >= 0) {
      code = av_write_frame(format_.get(), packet_.get());
      av_packet_unref(packet_.get());
    }
  }
  return code;
}

Status GifEncoder::status_of(int code) const {
  if (!output_->status) {
    return output_->status;
  }
  return code < 0 ? Status(text::encoding_failed("GIF", libav_message(code))) : Status(Done{});
}

}  // namespace convscope
