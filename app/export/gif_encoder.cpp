#include "app/export/gif_encoder.h"

extern "C" {
#include <libavutil/opt.h>
}

#include <algorithm>
#include <new>
#include <string>
#include <system_error>

#include "app/export/frame_times.h"
#include "app/export/gif_packet.h"
#include "app/export/palette.h"
#include "app/text/errors.h"
#include "app/text/export_errors.h"
#include "engine/check.h"

namespace convscope {
namespace {

/// The 256 entries that FFmpeg wants. It takes the first one without alpha for the transparent one.
std::vector<std::uint32_t> full_palette(std::vector<std::uint32_t> palette) {
  CHECK_LE(palette.size(), gif_palette_size);
  palette.resize(gif_palette_size, transparent_pixel);
  return palette;
}

}  // namespace

Result<GifEncoder> GifEncoder::start(const GifSettings& settings) {
  GifEncoder encoder;
  encoder.name_ = settings.name;
  encoder.palette_ = full_palette(settings.palette);
  if (Status opened = encoder.status_of(encoder.open(settings)); !opened) {
    return opened.error();
  }
  return encoder;
}

int GifEncoder::open(const GifSettings& settings) {
  codec_.reset(avcodec_alloc_context3(avcodec_find_encoder(AV_CODEC_ID_GIF)));
  packet_.reset(av_packet_alloc());
  AVFormatContext* format = nullptr;
  avformat_alloc_output_context2(&format, nullptr, "gif", nullptr);
  format_.reset(format);
  AVStream* const stream = format != nullptr ? avformat_new_stream(format, nullptr) : nullptr;
  if (!codec_ || !packet_ || stream == nullptr) {
    return AVERROR(ENOMEM);
  }
  codec_->width = settings.width;
  codec_->height = settings.height;
  codec_->pix_fmt = AV_PIX_FMT_PAL8;
  codec_->time_base = {1, static_cast<int>(gif_ticks_per_second)};
  codec_->flags |= AV_CODEC_FLAG_BITEXACT;
  format_->flags |= AVFMT_FLAG_BITEXACT;
  stream->time_base = codec_->time_base;
  av_opt_set_int(format_->priv_data, "loop", 0, 0);

  int code = avcodec_open2(codec_.get(), nullptr, nullptr);
  if (code >= 0) {
    code = avcodec_parameters_from_context(stream->codecpar, codec_.get());
  }
  if (code >= 0) {
    // With its protocol in front, so that no name is taken for an address.
    code = avio_open(&format_->pb, ("file:" + settings.file.string()).c_str(), AVIO_FLAG_WRITE);
  }
  if (code >= 0) {
    code = avformat_write_header(format_.get(), nullptr);
  }
  if (code >= 0) {
    unfinished_.reset(format_.get());
  }
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
  int code = encode(nullptr);
  if (code >= 0) {
    av_opt_set_int(format_->priv_data, "final_delay", end - last_begin_, 0);
    code = av_write_trailer(unfinished_.release());
  }
  const int closed = avio_closep(&format_->pb);  // Writes what was still held back.
  return status_of(std::min(code, closed));
}

int GifEncoder::encode(const AVFrame* frame) {
  int code = avcodec_send_frame(codec_.get(), frame);
  while (code >= 0) {
    code = avcodec_receive_packet(codec_.get(), packet_.get());
    if (code == AVERROR(EAGAIN) || code == AVERROR_EOF) {
      return 0;
    }
    if (code >= 0) {
      if (packet_->pts == 0) {
        const std::span<std::uint8_t> bytes(packet_->data, static_cast<std::size_t>(packet_->size));
        av_shrink_packet(packet_.get(), static_cast<int>(remove_repeated_palette(bytes)));
      }
      code = av_write_frame(format_.get(), packet_.get());
      av_packet_unref(packet_.get());
    }
  }
  return code;
}

Status GifEncoder::status_of(int code) const {
  if (code >= 0) {
    return Done{};
  }
  // FFmpeg hands the system's own numbers on with the sign turned; its other codes are four letters, far below.
  constexpr int largest_errno = 4095;
  const int number = AVUNERROR(code);
  if (number <= largest_errno && number != ENOMEM && number != EINVAL) {
    return text::cannot_write(name_.string(), std::error_code(number, std::generic_category()));
  }
  return text::encoding_failed("GIF", libav_message(code));
}

}  // namespace convscope
