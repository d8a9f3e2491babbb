#include "app/export/palette.h"

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>

#include "engine/check.h"

namespace convscope {
namespace {

/// Nine more gain less than 2 % of the mean squared error, as measured on a hatched preset.
constexpr int mean_rounds = 3;

/// The entry of `palette`, of 256 colours at most, that looks most like `color`; the first of equals. Distance and
/// entry are one number, and there is no branch: this is asked thousands of times.
std::size_t nearest_entry(std::span<const std::uint32_t> palette, std::uint32_t color) {
  const auto red = static_cast<std::int32_t>(color >> 16 & 0xff);
  const auto green = static_cast<std::int32_t>(color >> 8 & 0xff);
  const auto blue = static_cast<std::int32_t>(color & 0xff);
  std::int32_t least = std::numeric_limits<std::int32_t>::max();
  for (std::size_t i = 0; i < palette.size(); ++i) {
    const std::int32_t r = static_cast<std::int32_t>(palette[i] >> 16 & 0xff) - red;
    const std::int32_t g = static_cast<std::int32_t>(palette[i] >> 8 & 0xff) - green;
    const std::int32_t b = static_cast<std::int32_t>(palette[i] & 0xff) - blue;
    least = std::min(least, (r * r + g * g + b * b) << 8 | static_cast<std::int32_t>(i));
  }
  return static_cast<std::size_t>(least & 0xff);
}

/// What stands for a colour in a palette that grows.
struct Shown {
  std::size_t entry = 0;
  std::int64_t distance = std::numeric_limits<std::int32_t>::max();
};

/// Brings `shown` up to date with the palette's newest entry. Returns the colour that is worst off among those of the
/// entry that is worst for all of its pixels together.
std::size_t worst_color(std::span<const std::uint32_t> palette, std::span<const ColorCount> colors,
                        std::vector<Shown>& shown) {
  struct OfEntry {
    std::int64_t error = 0;
    std::int64_t largest = -1;
    std::size_t color = 0;
  };
  std::vector<OfEntry> entries(palette.size());
  for (std::size_t i = 0; i < colors.size(); ++i) {
    const std::int64_t distance = squared_distance(colors[i].color, palette.back());
    if (distance < shown[i].distance) {
      shown[i] = {palette.size() - 1, distance};
    }
    const std::int64_t error = shown[i].distance * colors[i].pixels;
    OfEntry& entry = entries[shown[i].entry];
    entry.error += error;
    if (error > entry.largest) {
      entry.largest = error;
      entry.color = i;
    }
  }
  return std::ranges::max_element(entries, {}, &OfEntry::error)->color;
}

/// The colours that share an entry of a palette: sums over their pixels.
struct Cluster {
  std::int64_t pixels = 0;
  std::int64_t own_pixels = 0;  ///< those of exactly the entry's colour
  std::int64_t red = 0;
  std::int64_t green = 0;
  std::int64_t blue = 0;

  void add(const ColorCount& count) {
    pixels += count.pixels;
    red += count.pixels * static_cast<std::int64_t>(count.color >> 16 & 0xff);
    green += count.pixels * static_cast<std::int64_t>(count.color >> 8 & 0xff);
    blue += count.pixels * static_cast<std::int64_t>(count.color & 0xff);
  }
  [[nodiscard]] std::uint32_t mean() const {
    const auto channel = [&](std::int64_t sum) { return static_cast<std::uint32_t>((sum + pixels / 2) / pixels); };
    return opaque_black | channel(red) << 16 | channel(green) << 8 | channel(blue);
  }
};

/// One of Lloyd's rounds: every entry becomes the mean of the pixels nearest to it, save that a colour which has at
/// least half of them stays: it is an area, and areas must not be tinted by their edges.
void move_to_means(std::span<std::uint32_t> palette, std::span<const ColorCount> colors) {
  std::vector<Cluster> clusters(palette.size());
  for (const ColorCount& count : colors) {
    const std::size_t entry = nearest_entry(palette, count.color);
    clusters[entry].add(count);
    if (count.color == palette[entry]) {
      clusters[entry].own_pixels = count.pixels;
    }
  }
  for (std::size_t entry = 0; entry < palette.size(); ++entry) {
    const Cluster& cluster = clusters[entry];
    if (2 * cluster.own_pixels < cluster.pixels) {
      palette[entry] = cluster.mean();
    }
  }
}

}  // namespace

std::int64_t squared_distance(std::uint32_t a, std::uint32_t b) {
  const auto difference = [&](unsigned shift) {
    return static_cast<std::int64_t>(a >> shift & 0xff) - static_cast<std::int64_t>(b >> shift & 0xff);
  };
  const std::int64_t red = difference(16);
  const std::int64_t green = difference(8);
  const std::int64_t blue = difference(0);
  return red * red + green * green + blue * blue;
}

void ColorHistogram::add(std::span<const ColorCount> colors) {
  for (const ColorCount& entry : colors) {
    if (entry.color == transparent_pixel) {
      has_transparency_ = true;
    } else {
      count(entry.color, entry.pixels);
    }
  }
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
  std::vector<Shown> shown(colors.size());
  for (std::size_t next = 0; palette.size() < std::min(limit, colors.size());) {
    palette.push_back(colors[next].color);
    next = worst_color(palette, colors, shown);
  }
  if (palette.size() < colors.size()) {
    for (int round = 0; round < mean_rounds; ++round) {
      move_to_means(palette, colors);
    }
  }
  return palette;
}

PaletteIndex::PaletteIndex(std::vector<std::uint32_t> palette, std::span<const ColorCount> known)
    : palette_(std::move(palette)) {
  CHECK_GE(palette_.size(), 1U);
  CHECK_LE(palette_.size(), gif_palette_size);
  known_.reserve(palette_.size() + known.size());
  for (std::size_t i = 0; i < palette_.size(); ++i) {
    known_.emplace(palette_[i], static_cast<std::uint8_t>(i));
  }
  for (const ColorCount& entry : known) {
    if (!known_.contains(entry.color)) {
      known_.emplace(entry.color, nearest(entry.color));
    }
  }
}

std::uint8_t PaletteIndex::nearest(std::uint32_t color) const {
  return static_cast<std::uint8_t>(nearest_entry(palette_, color));
}

std::uint8_t PaletteIndex::index_of(std::uint32_t color) const {
  if (color == transparent_pixel) {
    CHECK_LT(palette_.size(), gif_palette_size);
    return static_cast<std::uint8_t>(palette_.size());
  }
  const auto found = known_.find(color);
  return found != known_.end() ? found->second : nearest(color);
}

}  // namespace convscope
