#include "app/export/gif_file.h"

#include <algorithm>
#include <bit>
#include <span>
#include <utility>

#include "app/export/frame_times.h"
#include "app/export/gif_bytes.h"

namespace convscope {
namespace {

/// Sections 17 to 19 of the specification, and Netscape's extension for repeating.
GifBytes file_head(const GifSettings& settings) {
  // One more, for transparent pixels, where there is room.
  const std::size_t entries = std::clamp<std::size_t>(std::bit_ceil(settings.palette.size() + 1), 2, gif_palette_size);
  const int size_code = std::countr_zero(entries) - 1;
  GifBytes bytes;
  bytes.text("GIF89a").word(settings.width).word(settings.height);
  bytes.byte(0x80 | 0x70 | size_code).byte(0).byte(0);
  bytes.colors(settings.palette, entries);
  if (settings.repeats) {
    bytes.byte(0x21).byte(0xff).byte(11).text("NETSCAPE2.0").byte(3).byte(1).word(0).byte(0);
  }
  return bytes;
}

/// Section 23: how long an image stays and what is transparent in it.
GifBytes image_control(const GifImage& image, std::int64_t ticks) {
  constexpr int keep = 1;
  constexpr int clear = 2;
  const int flags = (image.clears ? clear : keep) << 2 | (image.transparent_index ? 1 : 0);
  GifBytes bytes;
  bytes.byte(0x21).byte(0xf9).byte(4).byte(flags).word(std::clamp<std::int64_t>(ticks, 0, max_gif_ticks));
  bytes.byte(image.transparent_index.value_or(0)).byte(0);
  return bytes;
}

}  // namespace

Result<GifFile> GifFile::start(AtomicFile& file, const GifSettings& settings) {
  if (const Status written = file.append(file_head(settings).get()); !written) {
    return written.error();
  }
  return GifFile(file);
}

Status GifFile::add(GifImage image, std::int64_t begin) {
  Status written = write_waiting(begin);
  waiting_ = std::move(image);
  waiting_since_ = begin;
  return written;
}

Status GifFile::finish(std::int64_t end) {
  const Status written = write_waiting(end);
  return written ? file_->append(GifBytes().byte(0x3b).get()) : written;
}

Status GifFile::write_waiting(std::int64_t end) {
  if (!waiting_) {
    return Done{};
  }
  const Status written = file_->append(image_control(*waiting_, end - waiting_since_).get());
  return written ? file_->append(waiting_->bytes) : written;
}

}  // namespace convscope
