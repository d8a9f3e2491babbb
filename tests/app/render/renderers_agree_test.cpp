#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "app/compute/layer_result.h"
#include "app/render/cairo_renderer.h"
#include "app/render/gl/renderer.h"
#include "app/scene/build.h"
#include "tests/app/render/gl/offscreen.h"

namespace convscope::testing {
namespace {

constexpr int width = 640;
constexpr int height = 400;

struct Case {
  std::string name;
  SizedLayer sized;
  View view;
  Moment moment;
  float content_scale = 1;
};

std::ostream& operator<<(std::ostream& out, const Case& c) { return out << c.name; }

double luma(std::uint32_t red, std::uint32_t green, std::uint32_t blue) {
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}

std::vector<double> luma_of(const Picture& picture) {
  std::vector<double> values;
  for (std::size_t i = 0; i < picture.rgba.size(); i += 4) {
    values.push_back(luma(picture.rgba[i], picture.rgba[i + 1], picture.rgba[i + 2]));
  }
  return values;
}

std::vector<double> luma_of(const Image& image) {
  std::vector<double> values;
  values.reserve(image.pixels.size());
  for (const std::uint32_t pixel : image.pixels) {
    values.push_back(luma(pixel >> 16 & 0xff, pixel >> 8 & 0xff, pixel & 0xff));
  }
  return values;
}

/// Structural similarity of one 8×8 window (Wang et al. 2004, equation 13; constants for 8 bits).
double window_similarity(const std::vector<double>& a, const std::vector<double>& b, int left, int top) {
  double sum_a = 0, sum_b = 0, sum_aa = 0, sum_bb = 0, sum_ab = 0;
  for (int y = top; y < top + 8; ++y) {
    for (int x = left; x < left + 8; ++x) {
      const auto at = static_cast<std::size_t>(y) * width + static_cast<std::size_t>(x);
      sum_a += a[at];
      sum_b += b[at];
      sum_aa += a[at] * a[at];
      sum_bb += b[at] * b[at];
      sum_ab += a[at] * b[at];
    }
  }
  const double mean_a = sum_a / 64;
  const double mean_b = sum_b / 64;
  const double variances = (sum_aa + sum_bb) / 64 - mean_a * mean_a - mean_b * mean_b;
  const double covariance = sum_ab / 64 - mean_a * mean_b;
  constexpr double c1 = 6.5025;
  constexpr double c2 = 58.5225;
  return (2 * mean_a * mean_b + c1) * (2 * covariance + c2) /
         ((mean_a * mean_a + mean_b * mean_b + c1) * (variances + c2));
}

struct Similarity {
  double mean = 0;
  double worst = 1;
};

Similarity similarity(const std::vector<double>& a, const std::vector<double>& b) {
  Similarity result;
  int windows = 0;
  for (int top = 0; top + 8 <= height; top += 4) {
    for (int left = 0; left + 8 <= width; left += 4) {
      const double value = window_similarity(a, b, left, top);
      result.mean += value;
      result.worst = std::min(result.worst, value);
      ++windows;
    }
  }
  result.mean /= windows;
  return result;
}

SizedLayer layer(std::int64_t input, std::int64_t kernel, std::int64_t stride, std::int64_t padding,
                 std::int64_t dilation, std::int64_t in_channels = 1, std::int64_t out_channels = 1) {
  SizedLayer sized;
  sized.input_size = {input, input};
  sized.layer.in_channels = in_channels;
  sized.layer.out_channels = out_channels;
  sized.layer.kernel_size = {kernel, kernel};
  sized.layer.stride = {stride, stride};
  sized.layer.padding = {padding, padding, padding, padding};
  sized.layer.dilation = {dilation, dilation};
  return sized;
}

class RenderersAgree : public ::testing::TestWithParam<Case> {};

TEST_P(RenderersAgree, OnTheSameScene) {
  const Case& c = GetParam();
  Document document = make_document({.name = c.name, .sized = c.sized, .input = {}, .weight = {}, .bias = {}});
  document.view = c.view;
  const Scene scene =
      build_scene(document, compute(document), c.moment,
                  {.size = {static_cast<float>(width), static_cast<float>(height)}, .content_scale = c.content_scale});
  const FontSet fonts = FontSet::load().value();
  const Offscreen offscreen(width, height);
  GlRenderer renderer = GlRenderer::create(fonts).value();
  renderer.draw(scene, offscreen.viewport());
  const Similarity found = similarity(luma_of(offscreen.read()), luma_of(render_cairo(scene, fonts)));
  EXPECT_GT(found.mean, 0.995);
  EXPECT_GT(found.worst, 0.3) << "somewhere the pictures show different things";
}

constexpr View flat{.look = Look::flat};
constexpr View dark{.look = Look::flat, .theme = Theme::dark};
constexpr View oblique{.look = Look::oblique};
constexpr View numbers{.look = Look::oblique, .numbers_when_oblique = true};

INSTANTIATE_TEST_SUITE_P(
    Scenes, RenderersAgree,
    ::testing::Values(Case{"flat", layer(5, 3, 2, 1, 1), flat, {.step = 4}},
                      Case{"flat_sliding", layer(5, 3, 2, 1, 1), flat, {.step = 4, .slide = 0.3F}},
                      Case{"flat_dark_channels", layer(7, 3, 2, 1, 2, 3, 2), dark, {.step = 4}},
                      Case{"flat_scale_2", layer(5, 3, 2, 1, 1), flat, {.step = 4}, 2},
                      Case{"flat_small_cells", layer(200, 3, 1, 2, 1), flat, {.step = 9000}},
                      Case{"oblique", layer(5, 3, 2, 1, 1), oblique, {.step = 4}},
                      Case{"oblique_numbers_sliding", layer(7, 3, 2, 1, 2, 3, 2), numbers, {.step = 4, .slide = 0.6F}},
                      Case{"oblique_small_cells", layer(200, 3, 1, 2, 1), oblique, {.step = 9000}}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace convscope::testing
