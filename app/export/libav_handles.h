#pragma once

#include <memory>

#include "app/export/libav_library.h"

namespace convscope {

/// FFmpeg's handles, each given back once.
struct LibavDeleter {
  void operator()(AVCodecContext* context) const { libav().avcodec_free_context(&context); }
  /// Also closes the file that it writes.
  void operator()(AVFormatContext* context) const {
    libav().avio_closep(&context->pb);
    libav().avformat_free_context(context);
  }
  void operator()(AVFrame* frame) const { libav().av_frame_free(&frame); }
  void operator()(AVPacket* packet) const { libav().av_packet_free(&packet); }
};
using LibavCodec = std::unique_ptr<AVCodecContext, LibavDeleter>;
using LibavFormat = std::unique_ptr<AVFormatContext, LibavDeleter>;
using LibavFrame = std::unique_ptr<AVFrame, LibavDeleter>;
using LibavPacket = std::unique_ptr<AVPacket, LibavDeleter>;

}  // namespace convscope
