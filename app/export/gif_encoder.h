#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "app/export/byte_sink.h"
#include "app/export/libav_handles.h"
#include "app/text/result.h"

namespace convscope {

struct GifSettings {
  int width = 1;
  int height = 1;
  std::vector<std::uint32_t> palette;  ///< 0xffRRGGBB, 1 to 256 colours; the index behind the last is transparent.
};

/// Writes one GIF, frame by frame, that repeats for ever. Keeps two frames in memory, however many there are.
class GifEncoder {
 public:
  static Result<GifEncoder> start(const GifSettings& settings, ByteSink sink);

  /// One palette index a pixel, row-major. `begin`: when the frame appears, in hundredths of a second; the first at 0,
  /// each later than the one before.
  Status add(std::span<const std::uint8_t> indices, std::int64_t begin);

  /// After the last frame, which stays until `end`.
  Status finish(std::int64_t end);

 private:
  /// What FFmpeg writes through; at one place for as long as the encoder lives.
  struct Output {
    ByteSink sink;
    Status status = Done{};
  };

  GifEncoder() = default;
  static int write(Output& output, std::span<const std::byte> bytes);
  template <typename Byte>
  static int write_callback(void* output, Byte* bytes, int size);

  [[nodiscard]] int open(const GifSettings& settings);
  [[nodiscard]] int encode(const AVFrame* frame);
  /// The sink's own error where there is one, for it knows what failed.
  [[nodiscard]] Status status_of(int code) const;

  std::vector<std::uint32_t> palette_;
  std::unique_ptr<Output> output_;
  LibavIo io_;
  LibavFormat format_;
  LibavCodec codec_;
  LibavPacket packet_;
  std::int64_t last_begin_ = 0;
};

}  // namespace convscope
