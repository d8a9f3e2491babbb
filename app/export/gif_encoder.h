#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <vector>

#include "app/export/libav_handles.h"
#include "app/text/result.h"

namespace convscope {

struct GifSettings {
  int width = 1;
  int height = 1;
  std::vector<std::uint32_t> palette;  ///< 0xffRRGGBB, 1 to 256 colours; the index behind the last is transparent.
  std::filesystem::path file;          ///< Written to.
  std::filesystem::path name;          ///< What errors call it.
};

/// Writes one GIF, frame by frame, that repeats for ever. Keeps two frames in memory, however many there are.
class GifEncoder {
 public:
  static Result<GifEncoder> start(const GifSettings& settings);

  /// One palette index a pixel, row-major. `begin`: when the frame appears, in hundredths of a second; the first at 0,
  /// each later than the one before.
  Status add(std::span<const std::uint8_t> indices, std::int64_t begin);

  /// After the last frame, which stays until `end`. Closes the file.
  Status finish(std::int64_t end);

 private:
  GifEncoder() = default;
  [[nodiscard]] int open(const GifSettings& settings);
  [[nodiscard]] int encode(const AVFrame* frame);
  /// What FFmpeg's answer means: the disk's fault or the encoder's.
  [[nodiscard]] Status status_of(int code) const;

  std::filesystem::path name_;
  std::vector<std::uint32_t> palette_;
  LibavFormat format_;
  /// The same format between header and trailer. FFmpeg frees what it holds of a file only with the trailer, so one
  /// that is given up gets it, too.
  struct TrailerWriter {
    void operator()(AVFormatContext* format) const { av_write_trailer(format); }
  };
  std::unique_ptr<AVFormatContext, TrailerWriter> unfinished_;
  LibavCodec codec_;
  LibavPacket packet_;
  std::int64_t last_begin_ = 0;
};

}  // namespace convscope
