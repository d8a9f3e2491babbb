#include "app/export/palette.h"

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>

#include "engine/check.h"

namespace convscope {
namespace {

std::int64_t squared_distance(std::uint32_t a, std::uint32_t b) {
  const auto difference = [&](unsigned shift) {
    return static_cast<std::int64_t>(a >> shift & 0xff) - static_cast<std::int64_t>(b >> shift & 0xff);
  };
  const std::int64_t red = difference(16);
  const std::int64_t green = difference(8);
  const std::int64_t blue = difference(0);
  return red * red + green * green + blue * blue;
}

/// Calls `run(color, pixels)` for each stretch of equal neighbours: diagrams are mostly plain areas.
template <typename Run>
void for_each_run(std::span<const std::uint32_t> pixels, Run run) {
  for (std::size_t start = 0; start < pixels.size();) {
    std::size_t end = start + 1;
    while (end < pixels.size() && pixels[end] == pixels[start]) {
      ++end;
    }
    run(pixels[start], start, end);
    start = end;
  }
}

}  // namespace

void ColorHistogram::add(std::span<const std::uint32_t> pixels) {
  for_each_run(pixels, [&](std::uint32_t color, std::size_t start, std::size_t end) {
    if (color == transparent_pixel) {
      has_transparency_ = true;
    } else {
      count(color, static_cast<std::int64_t>(end - start));
    }
  });
}

void ColorHistogram::count(std::uint32_t color, std::int64_t pixels) {
  counts_[color] += pixels;
  if (counts_.size() > capacity) {
    forget_rarest_half();
  }
}

void ColorHistogram::forget_rarest_half() {
  const std::vector<ColorCount> frequent = colors();
  counts_.clear();
  for (const ColorCount& entry : std::span(frequent).first(capacity / 2)) {
    counts_.emplace(entry.color, entry.pixels);
  }
}

std::vector<ColorCount> ColorHistogram::colors() const {
  std::vector<ColorCount> sorted;
  sorted.reserve(counts_.size());
  for (const auto& [color, pixels] : counts_) {
    sorted.push_back({color, pixels});
  }
  std::ranges::sort(sorted, [](const ColorCount& a, const ColorCount& b) {
    return std::tuple(-a.pixels, a.color) < std::tuple(-b.pixels, b.color);
  });
  return sorted;
}

std::vector<std::uint32_t> choose_palette(std::span<const ColorCount> colors, std::size_t limit) {
  std::vector<std::uint32_t> palette;
  std::vector<std::int64_t> distance(colors.size(), std::numeric_limits<std::int32_t>::max());
  for (std::size_t next = 0; palette.size() < std::min(limit, colors.size());) {
    const std::uint32_t chosen = colors[next].color;
    palette.push_back(chosen);
    std::int64_t largest_error = -1;
    for (std::size_t i = 0; i < colors.size(); ++i) {
      distance[i] = std::min(distance[i], squared_distance(colors[i].color, chosen));
      const std::int64_t error = distance[i] * colors[i].pixels;
      if (error > largest_error) {
        largest_error = error;
        next = i;
      }
    }
  }
  return palette;
}

PaletteIndex::PaletteIndex(std::vector<std::uint32_t> palette) : palette_(std::move(palette)) {
  CHECK_GE(palette_.size(), 1U);
  CHECK_LE(palette_.size(), gif_palette_size);
}

std::uint8_t PaletteIndex::nearest(std::uint32_t color) const {
  const auto found = std::ranges::min_element(
      palette_, {}, [&](std::uint32_t candidate) { return squared_distance(candidate, color); });
  return static_cast<std::uint8_t>(found - palette_.begin());
}

std::uint8_t PaletteIndex::index_of(std::uint32_t color) {
  if (color == transparent_pixel) {
    CHECK_LT(palette_.size(), gif_palette_size);
    return static_cast<std::uint8_t>(palette_.size());
  }
  const auto found = known_.find(color);
  if (found != known_.end()) {
    return found->second;
  }
  if (known_.size() > ColorHistogram::capacity) {
    known_.clear();
  }
  const std::uint8_t index = nearest(color);
  known_.emplace(color, index);
  return index;
}

std::vector<std::uint8_t> PaletteIndex::indices(std::span<const std::uint32_t> pixels) {
  std::vector<std::uint8_t> result(pixels.size());
  for_each_run(pixels, [&](std::uint32_t color, std::size_t start, std::size_t end) {
    std::fill(result.begin() + static_cast<std::ptrdiff_t>(start), result.begin() + static_cast<std::ptrdiff_t>(end),
              index_of(color));
  });
  return result;
}

}  // namespace convscope
