#include "app/export/gif_stretches.h"

#include <algorithm>
#include <iterator>

#include "engine/check.h"

namespace convscope {

/// Walks both lists of runs at once: pictures are large, and few things in them change.
std::vector<GifStretch> changed_stretches(const StoredPicture& before, const StoredPicture& shown) {
  CHECK_EQ(before.width, shown.width);
  CHECK_EQ(before.height, shown.height);
  std::vector<GifStretch> stretches;
  stretches.reserve(shown.runs.size() + before.runs.size() / 2);
  std::size_t start = 0;
  auto then = before.runs.begin();
  std::size_t then_end = then->pixels;
  for (const StoredPicture::Run& now : shown.runs) {
    const std::uint32_t color = shown.colors[now.color].color;
    for (const std::size_t now_end = start + now.pixels; start < now_end;) {
      const bool drawn = before.colors[then->color].color != color;
      const std::size_t end = std::min(now_end, then_end);
      if (!stretches.empty() && stretches.back().place == now.color && stretches.back().drawn == drawn) {
        stretches.back().pixels += end - start;
      } else {
        stretches.push_back({start, end - start, now.color, drawn});
      }
      start = end;
      if (start == then_end && std::next(then) != before.runs.end()) {
        then_end += (++then)->pixels;
      }
    }
  }
  return stretches;
}

std::vector<GifStretch> all_stretches(const StoredPicture& shown, bool all) {
  std::vector<GifStretch> stretches;
  stretches.reserve(shown.runs.size());
  std::size_t start = 0;
  for (const StoredPicture::Run& run : shown.runs) {
    stretches.push_back({start, run.pixels, run.color, all || shown.colors[run.color].color != transparent_pixel});
    start += run.pixels;
  }
  return stretches;
}

GifBox drawn_box(const StoredPicture& shown, std::span<const GifStretch> stretches) {
  const auto width = static_cast<std::size_t>(shown.width);
  GifBox box{shown.width, shown.height, 0, 0};
  for (const GifStretch& stretch : stretches) {
    if (!stretch.drawn) {
      continue;
    }
    const std::size_t last = stretch.start + stretch.pixels - 1;
    const bool one_row = stretch.start / width == last / width;
    box.left = std::min(box.left, one_row ? static_cast<int>(stretch.start % width) : 0);
    box.right = std::max(box.right, one_row ? static_cast<int>(last % width) + 1 : shown.width);
    box.top = std::min(box.top, static_cast<int>(stretch.start / width));
    box.bottom = static_cast<int>(last / width) + 1;
  }
  return box;
}

}  // namespace convscope
