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
  /// Also closes the file that it writes.
  void operator()(AVFormatContext* context) const {
    avio_closep(&context->pb);
    avformat_free_context(context);
  }
  void operator()(AVFrame* frame) const { av_frame_free(&frame); }
  void operator()(AVPacket* packet) const { av_packet_free(&packet); }
};
using LibavCodec = std::unique_ptr<AVCodecContext, LibavDeleter>;
using LibavFormat = std::unique_ptr<AVFormatContext, LibavDeleter>;
using LibavFrame = std::unique_ptr<AVFrame, LibavDeleter>;
using LibavPacket = std::unique_ptr<AVPacket, LibavDeleter>;

/// FFmpeg's words for one of its error codes.
[[nodiscard]] inline std::string libav_message(int code) {
  std::string message(AV_ERROR_MAX_STRING_SIZE, '\0');
  av_strerror(code, message.data(), message.size());
  return message.c_str();
}

}  // namespace convscope
