#include "app/export/gif_colors.h"

#include <algorithm>
#include <utility>

namespace convscope {
namespace {

/// An own palette takes 768 bytes and the time to choose it. It is worth them where it takes this much from the mean
/// squared error of the picture's channels.
constexpr double worth_it = 0.005;
/// Of the shared palette's error: below, an own palette of so many colours is hardly ever worth it.
constexpr double worth_trying = 0.01;

/// How many pixels of each place are drawn.
std::vector<std::int64_t> drawn_pixels(const StoredPicture& shown, std::span<const GifStretch> stretches) {
  std::vector<std::int64_t> drawn(shown.colors.size());
  for (const GifStretch& stretch : stretches) {
    if (stretch.drawn) {
      drawn[stretch.place] += static_cast<std::int64_t>(stretch.pixels);
    }
  }
  return drawn;
}

/// Colours that are not drawn have no place.
GifColors in_palette(const StoredPicture& shown, const std::vector<std::int64_t>& drawn, const PaletteIndex& index,
                     bool is_own) {
  GifColors colors{index.palette(), std::vector<std::uint8_t>(drawn.size()), is_own};
  for (std::size_t place = 0; place < drawn.size(); ++place) {
    if (drawn[place] > 0) {
      colors.index_of_place[place] = index.index_of(shown.colors[place].color);
    }
  }
  return colors;
}

/// Of what is drawn: the mean over the whole picture's channels.
double mean_squared_error(const StoredPicture& shown, const std::vector<std::int64_t>& drawn, const GifColors& colors) {
  std::int64_t error = 0;
  for (std::size_t place = 0; place < drawn.size(); ++place) {
    const std::uint32_t color = shown.colors[place].color;
    if (drawn[place] > 0 && color != transparent_pixel) {
      error += drawn[place] * squared_distance(color, colors.palette[colors.index_of_place[place]]);
    }
  }
  return static_cast<double>(error) / (3.0 * shown.width * shown.height);
}

/// The colours of what is drawn, the most frequent first.
std::vector<ColorCount> drawn_colors(const StoredPicture& shown, const std::vector<std::int64_t>& drawn) {
  std::vector<ColorCount> counts;
  for (std::size_t place = 0; place < drawn.size(); ++place) {
    if (drawn[place] > 0) {
      counts.push_back({shown.colors[place].color, drawn[place]});
    }
  }
  ColorHistogram histogram;
  histogram.add(counts);
  return histogram.colors();
}

}  // namespace

GifColors choose_gif_colors(const StoredPicture& shown, std::span<const GifStretch> stretches,
                            const PaletteIndex& shared) {
  const std::vector<std::int64_t> drawn = drawn_pixels(shown, stretches);
  GifColors colors = in_palette(shown, drawn, shared, false);
  const double error = mean_squared_error(shown, drawn, colors);
  const auto count =
      static_cast<std::size_t>(std::ranges::count_if(drawn, [](std::int64_t pixels) { return pixels > 0; }));
  if (error == 0 || (count >= gif_palette_size && error < worth_trying)) {
    return colors;
  }
  // One entry stays free for pixels that are not drawn.
  const PaletteIndex own(choose_palette(drawn_colors(shown, drawn), gif_palette_size - 1), {});
  GifColors better = in_palette(shown, drawn, own, true);
  const double own_error = mean_squared_error(shown, drawn, better);
  if (own_error == 0 || own_error < error - worth_it) {
    return better;
  }
  return colors;
}

}  // namespace convscope
