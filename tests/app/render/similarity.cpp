#include "tests/app/render/similarity.h"

#include <cstdint>

namespace convscope::testing {
namespace {

constexpr int window = 8;

double luma(std::uint32_t red, std::uint32_t green, std::uint32_t blue) {
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}

double window_similarity(const Luma& a, const Luma& b, int left, int top) {
  double sum_a = 0, sum_b = 0, sum_aa = 0, sum_bb = 0, sum_ab = 0;
  for (int y = top; y < top + window; ++y) {
    for (int x = left; x < left + window; ++x) {
      const auto at = static_cast<std::size_t>(y) * static_cast<std::size_t>(a.width) + static_cast<std::size_t>(x);
      sum_a += a.values[at];
      sum_b += b.values[at];
      sum_aa += a.values[at] * a.values[at];
      sum_bb += b.values[at] * b.values[at];
      sum_ab += a.values[at] * b.values[at];
    }
  }
  constexpr double count = window * window;
  const double mean_a = sum_a / count;
  const double mean_b = sum_b / count;
  const double variances = (sum_aa + sum_bb) / count - mean_a * mean_a - mean_b * mean_b;
  const double covariance = sum_ab / count - mean_a * mean_b;
  // The constants for 8 bits.
  constexpr double c1 = 6.5025;
  constexpr double c2 = 58.5225;
  return (2 * mean_a * mean_b + c1) * (2 * covariance + c2) /
         ((mean_a * mean_a + mean_b * mean_b + c1) * (variances + c2));
}

}  // namespace

Luma luma_of(const Picture& picture) {
  Luma luma_values{picture.width, picture.height, {}};
  for (std::size_t i = 0; i < picture.rgba.size(); i += 4) {
    luma_values.values.push_back(luma(picture.rgba[i], picture.rgba[i + 1], picture.rgba[i + 2]));
  }
  return luma_values;
}

Luma luma_of(const Image& image) {
  Luma luma_values{image.width, image.height, {}};
  luma_values.values.reserve(image.pixels.size());
  for (const std::uint32_t pixel : image.pixels) {
    luma_values.values.push_back(luma(pixel >> 16 & 0xff, pixel >> 8 & 0xff, pixel & 0xff));
  }
  return luma_values;
}

Similarity similarity(const Luma& a, const Luma& b) {
  Similarity result;
  int windows = 0;
  for (int top = 0; top + window <= a.height; top += window / 2) {
    for (int left = 0; left + window <= a.width; left += window / 2) {
      const double value = window_similarity(a, b, left, top);
      result.mean += value;
      if (value < result.worst) {
        result.worst = value;
        result.worst_x = left;
        result.worst_y = top;
      }
      ++windows;
    }
  }
  result.mean /= windows;
  return result;
}

}  // namespace convscope::testing
