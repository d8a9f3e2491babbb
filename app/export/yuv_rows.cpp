#include "app/export/yuv_rows.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace convscope {
namespace {

/// A weighted sum of a colour's channels, in 32768ths.
struct Weights {
  int blue;
  int green;
  int red;
  int plus;
};

constexpr int bits = 15;
constexpr int half = 1 << (bits - 1);
constexpr Weights luma_weights{2032, 20127, 5983, (16 << bits) + half};
constexpr Weights blue_weights{14392, -11094, -3298, (128 << bits) + half};
constexpr Weights red_weights{-1320, -13072, 14392, (128 << bits) + half};

struct Channels {
  int blue;
  int green;
  int red;
};

Channels channels_of(std::uint32_t pixel) {
  return {static_cast<int>(pixel & 0xff), static_cast<int>(pixel >> 8 & 0xff), static_cast<int>(pixel >> 16 & 0xff)};
}

std::uint8_t weighted(const Weights& weights, const Channels& color) {
  return static_cast<std::uint8_t>(
      (weights.blue * color.blue + weights.green * color.green + weights.red * color.red + weights.plus) >> bits);
}

/// The mean colour of two by two pixels.
Channels mean(const std::uint32_t* upper, const std::uint32_t* lower) {
  const Channels a = channels_of(upper[0]);
  const Channels b = channels_of(upper[1]);
  const Channels c = channels_of(lower[0]);
  const Channels d = channels_of(lower[1]);
  return {(a.blue + b.blue + c.blue + d.blue + 2) / 4, (a.green + b.green + c.green + d.green + 2) / 4,
          (a.red + b.red + c.red + d.red + 2) / 4};
}

#ifdef __SSE2__

/// The weights for two colours' channels in 16 bits each, alpha's being 0.
__m128i doubled(const Weights& weights) {
  const auto blue = static_cast<short>(weights.blue);
  const auto green = static_cast<short>(weights.green);
  const auto red = static_cast<short>(weights.red);
  return _mm_setr_epi16(blue, green, red, 0, blue, green, red, 0);
}

/// Weighted sums of four colours, two in each argument, as 32 bits each.
__m128i weighted(const Weights& weights, __m128i two, __m128i more) {
  const __m128i factors = doubled(weights);
  const __m128 low = _mm_castsi128_ps(_mm_madd_epi16(two, factors));
  const __m128 high = _mm_castsi128_ps(_mm_madd_epi16(more, factors));
  const __m128i even = _mm_castps_si128(_mm_shuffle_ps(low, high, _MM_SHUFFLE(2, 0, 2, 0)));
  const __m128i odd = _mm_castps_si128(_mm_shuffle_ps(low, high, _MM_SHUFFLE(3, 1, 3, 1)));
  return _mm_srai_epi32(_mm_add_epi32(_mm_add_epi32(even, odd), _mm_set1_epi32(weights.plus)), bits);
}

__m128i load(const std::uint32_t* pixels) { return _mm_loadu_si128(reinterpret_cast<const __m128i*>(pixels)); }

__m128i weighted_four(const Weights& weights, const std::uint32_t* pixels) {
  const __m128i zero = _mm_setzero_si128();
  const __m128i four = load(pixels);
  return weighted(weights, _mm_unpacklo_epi8(four, zero), _mm_unpackhi_epi8(four, zero));
}

/// The mean colours of two squares of two by two pixels, their channels in 16 bits each.
__m128i mean_two(const std::uint32_t* upper, const std::uint32_t* lower) {
  const __m128i zero = _mm_setzero_si128();
  const __m128i above = load(upper);
  const __m128i below = load(lower);
  const __m128i first = _mm_add_epi16(_mm_unpacklo_epi8(above, zero), _mm_unpacklo_epi8(below, zero));
  const __m128i second = _mm_add_epi16(_mm_unpackhi_epi8(above, zero), _mm_unpackhi_epi8(below, zero));
  const __m128i sum = _mm_add_epi16(_mm_unpacklo_epi64(first, second), _mm_unpackhi_epi64(first, second));
  return _mm_srli_epi16(_mm_add_epi16(sum, _mm_set1_epi16(2)), 2);
}

/// Eight numbers of 32 bits as bytes.
void store_eight(std::uint8_t* out, __m128i low, __m128i high) {
  const __m128i words = _mm_packs_epi32(low, high);
  _mm_storel_epi64(reinterpret_cast<__m128i*>(out), _mm_packus_epi16(words, words));
}

int luma_quickly(const std::uint32_t* pixels, std::uint8_t* luma, int width) {
  int x = 0;
  for (; x + 8 <= width; x += 8) {
    store_eight(luma + x, weighted_four(luma_weights, pixels + x), weighted_four(luma_weights, pixels + x + 4));
  }
  return x;
}

int chroma_quickly(const std::uint32_t* upper, const std::uint32_t* lower, const ChromaRows& chroma, int width) {
  int x = 0;
  for (; x + 16 <= width; x += 16) {
    __m128i means[4];
    for (int i = 0; i < 4; ++i) {
      const int at = x + 4 * i;
      means[i] = mean_two(upper + at, lower + at);
    }
    store_eight(chroma.blue + x / 2, weighted(blue_weights, means[0], means[1]),
                weighted(blue_weights, means[2], means[3]));
    store_eight(chroma.red + x / 2, weighted(red_weights, means[0], means[1]),
                weighted(red_weights, means[2], means[3]));
  }
  return x;
}

#else

int luma_quickly(const std::uint32_t*, std::uint8_t*, int) { return 0; }
int chroma_quickly(const std::uint32_t*, const std::uint32_t*, const ChromaRows&, int) { return 0; }

#endif

}  // namespace

void luma_row(const std::uint32_t* pixels, std::uint8_t* luma, int width) {
  for (int x = luma_quickly(pixels, luma, width); x < width; ++x) {
    luma[x] = weighted(luma_weights, channels_of(pixels[x]));
  }
}

void chroma_rows(const std::uint32_t* upper, const std::uint32_t* lower, const ChromaRows& chroma, int width) {
  for (int x = chroma_quickly(upper, lower, chroma, width); x < width; x += 2) {
    const Channels color = mean(upper + x, lower + x);
    chroma.blue[x / 2] = weighted(blue_weights, color);
    chroma.red[x / 2] = weighted(red_weights, color);
  }
}

}  // namespace convscope
