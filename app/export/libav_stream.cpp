#include "app/export/libav_stream.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "app/text/errors.h"
#include "app/text/export_errors.h"
#include "engine/check.h"

namespace convscope {
namespace {

/// FFmpeg's list of settings; it takes out those that it knows.
class Dictionary {
 public:
  explicit Dictionary(const LibavOptions& options) {
    for (const auto& [name, value] : options) {
      libav().av_dict_set(&entries_, name, value.c_str(), 0);
    }
  }
  ~Dictionary() { libav().av_dict_free(&entries_); }
  Dictionary(const Dictionary&) = delete;
  Dictionary& operator=(const Dictionary&) = delete;

  [[nodiscard]] AVDictionary** get() { return &entries_; }

 private:
  AVDictionary* entries_ = nullptr;
};

/// Pictures are drawn in sRGB; films carry BT.709's luma and chroma in their narrow range.
void tag_colors(AVCodecContext& codec) {
  codec.color_range = AVCOL_RANGE_MPEG;
  codec.colorspace = AVCOL_SPC_BT709;
  codec.color_primaries = AVCOL_PRI_BT709;
  codec.color_trc = AVCOL_TRC_BT709;
  codec.chroma_sample_location = AVCHROMA_LOC_CENTER;
}

}  // namespace

Result<LibavStream> LibavStream::start(const StreamSettings& settings) {
  LibavStream stream;
  stream.name_ = settings.name;
  stream.format_name_ = settings.format;
  if (const Status opened = stream.status_of(stream.open(settings)); !opened) {
    return opened.error();
  }
  return stream;
}

int LibavStream::open(const StreamSettings& settings) {
  codec_.reset(libav().avcodec_alloc_context3(libav().avcodec_find_encoder_by_name(settings.encoder)));
  packet_.reset(libav().av_packet_alloc());
  // With its protocol in front, so that no name is taken for an address.
  const std::string url = "file:" + settings.file.string();
  AVFormatContext* format = nullptr;
  libav().avformat_alloc_output_context2(&format, nullptr, settings.container, url.c_str());
  format_.reset(format);
  AVStream* const stream = format != nullptr ? libav().avformat_new_stream(format, nullptr) : nullptr;
  if (!codec_ || !packet_ || stream == nullptr) {
    return AVERROR(ENOMEM);
  }
  codec_->width = settings.width;
  codec_->height = settings.height;
  codec_->pix_fmt = settings.pixels;
  codec_->time_base = settings.time_base;
  codec_->framerate = {settings.time_base.den, settings.time_base.num};
  codec_->thread_count = settings.threads;
  codec_->flags |= AV_CODEC_FLAG_BITEXACT;
  if ((format_->oformat->flags & AVFMT_GLOBALHEADER) != 0) {
    codec_->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
  }
  if (settings.pixels == AV_PIX_FMT_YUV420P) {
    tag_colors(*codec_);
  }
  format_->flags |= AVFMT_FLAG_BITEXACT;
  stream->time_base = codec_->time_base;
  stream->avg_frame_rate = codec_->framerate;

  Dictionary encoder_options(settings.encoder_options);
  Dictionary container_options(settings.container_options);
  int code = libav().avcodec_open2(codec_.get(), nullptr, encoder_options.get());
  if (code >= 0) {
    code = libav().avcodec_parameters_from_context(stream->codecpar, codec_.get());
  }
  if (code >= 0) {
    code = libav().avio_open(&format_->pb, url.c_str(), AVIO_FLAG_WRITE);
  }
  if (code >= 0) {
    code = libav().avformat_write_header(format_.get(), container_options.get());
  }
  if (code >= 0) {
    unfinished_.reset(format_.get());
  }
  return code;
}

Status LibavStream::add(const AVFrame& frame, std::int64_t duration) {
  duration_ = duration;
  return status_of(encode(&frame));
}

void LibavStream::set_container_option(const char* name, const std::string& value) {
  CHECK_GE(libav().av_opt_set(format_->priv_data, name, value.c_str(), 0), 0);
}

Status LibavStream::finish() {
  int code = encode(nullptr);
  if (code >= 0) {
    code = libav().av_write_trailer(unfinished_.release());
  }
  const int closed = libav().avio_closep(&format_->pb);  // Writes what was still held back.
  return status_of(std::min(code, closed));
}

int LibavStream::encode(const AVFrame* frame) {
  int code = libav().avcodec_send_frame(codec_.get(), frame);
  while (code >= 0) {
    code = libav().avcodec_receive_packet(codec_.get(), packet_.get());
    if (code == AVERROR(EAGAIN) || code == AVERROR_EOF) {
      return 0;
    }
    if (code >= 0) {
      packet_->duration = duration_;
      libav().av_packet_rescale_ts(packet_.get(), codec_->time_base, format_->streams[0]->time_base);
      code = libav().av_write_frame(format_.get(), packet_.get());
      libav().av_packet_unref(packet_.get());
    }
  }
  return code;
}

Status LibavStream::status_of(int code) const {
  if (code >= 0) {
    return Done{};
  }
  // FFmpeg hands the system's own numbers on with the sign turned; its other codes are four letters, far below.
  constexpr int largest_errno = 4095;
  const int number = AVUNERROR(code);
  if (number <= largest_errno && number != ENOMEM && number != EINVAL) {
    return text::cannot_write(name_.string(), std::error_code(number, std::generic_category()));
  }
  return text::encoding_failed(format_name_, libav_message(code));
}

Status start_stream(std::optional<LibavStream>& stream, StreamSettings settings, const AVFrame& frame) {
  settings.width = frame.width;
  settings.height = frame.height;
  Result<LibavStream> started = LibavStream::start(settings);
  if (!started) {
    return started.error();
  }
  stream.emplace(std::move(started).value());
  return Done{};
}

}  // namespace convscope
