#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/export/libav_handles.h"
#include "app/text/result.h"

namespace convscope {

/// Names and values of an encoder's or a container's settings.
using LibavOptions = std::vector<std::pair<const char*, std::string>>;

struct StreamSettings {
  std::string_view format;  ///< As people write it, for errors.
  const char* encoder;      ///< libavcodec's name.
  const char* container;    ///< libavformat's name.
  int width = 1;
  int height = 1;
  AVPixelFormat pixels = AV_PIX_FMT_NONE;
  AVRational time_base{1, 1};  ///< Seconds of one unit of AVFrame::pts.
  int threads = 1;             ///< Of the encoder; a fixed number, since its bytes may depend on it.
  LibavOptions encoder_options{};
  LibavOptions container_options{};
  std::filesystem::path file;  ///< Written to.
  std::filesystem::path name;  ///< What errors call it.
};

/// One encoder and the container around it, writing a file frame by frame. The bytes say nothing of the time or of the
/// versions that wrote them.
class LibavStream {
 public:
  [[nodiscard]] static Result<LibavStream> start(const StreamSettings& settings);

  /// A frame with its `pts`, which stays for `duration`, both in units of the time base.
  [[nodiscard]] Status add(const AVFrame& frame, std::int64_t duration);

  /// Before `finish`: a setting of the container that is known only at the end.
  void set_container_option(const char* name, const std::string& value);

  /// After the last frame. Closes the file.
  [[nodiscard]] Status finish();

 private:
  LibavStream() = default;
  [[nodiscard]] int open(const StreamSettings& settings);
  [[nodiscard]] int encode(const AVFrame* frame);
  /// What FFmpeg's answer means: the disk's fault or the encoder's.
  [[nodiscard]] Status status_of(int code) const;

  std::string format_name_;
  std::filesystem::path name_;
  LibavFormat format_;
  /// The same format between header and trailer. FFmpeg frees what it holds of a file only with the trailer, so one
  /// that is given up gets it, too.
  struct TrailerWriter {
    void operator()(AVFormatContext* format) const { libav().av_write_trailer(format); }
  };
  std::unique_ptr<AVFormatContext, TrailerWriter> unfinished_;
  LibavCodec codec_;
  LibavPacket packet_;
  std::int64_t duration_ = 0;
};

/// Starts a stream for frames of the size of this one.
[[nodiscard]] Status start_stream(std::optional<LibavStream>& stream, StreamSettings settings, const AVFrame& frame);

}  // namespace convscope
