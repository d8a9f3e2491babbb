#pragma once

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

#include <memory>
#include <string>

namespace convscope {

/// FFmpeg's handles, each given back once.
struct LibavDeleter {
  void operator()(AVCodecContext* context) const { avcodec_free_context(&context); }
  void operator()(AVFormatContext* context) const { avformat_free_context(context); }
  void operator()(AVFrame* frame) const { av_frame_free(&frame); }
  void operator()(AVPacket* packet) const { av_packet_free(&packet); }
  void operator()(AVIOContext* io) const {
    av_freep(&io->buffer);
    avio_context_free(&io);
  }
};
using LibavCodec = std::unique_ptr<AVCodecContext, LibavDeleter>;
using LibavFormat = std::unique_ptr<AVFormatContext, LibavDeleter>;
using LibavFrame = std::unique_ptr<AVFrame, LibavDeleter>;
using LibavPacket = std::unique_ptr<AVPacket, LibavDeleter>;
using LibavIo = std::unique_ptr<AVIOContext, LibavDeleter>;

/// FFmpeg's words for one of its error codes.
[[nodiscard]] inline std::string libav_message(int code) {
  std::string message(AV_ERROR_MAX_STRING_SIZE, '\0');
  av_strerror(code, message.data(), message.size());
  return message.c_str();
}

}  // namespace convscope
