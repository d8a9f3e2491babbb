#include "app/export/gif_lzw.h"

#include <gtest/gtest.h>

#include <random>
#include <utility>
#include <vector>

namespace convscope {
namespace {

using Pixels = std::vector<std::uint8_t>;
using Runs = std::vector<std::pair<std::uint8_t, std::size_t>>;

/// The codes' bits, out of their blocks.
class CodeReader {
 public:
  explicit CodeReader(const std::vector<std::byte>& bytes) {
    std::size_t at = 1;
    for (auto size = std::to_integer<std::size_t>(bytes.at(at)); size > 0;
         size = std::to_integer<std::size_t>(bytes.at(at))) {
      for (std::size_t i = 1; i <= size; ++i) {
        content_.push_back(std::to_integer<unsigned>(bytes.at(at + i)));
      }
      at += size + 1;
    }
    EXPECT_EQ(at + 1, bytes.size());
  }
  unsigned next(unsigned bits) {
    unsigned code = 0;
    for (unsigned i = 0; i < bits; ++i, ++bit_) {
      code |= (content_.at(bit_ / 8) >> bit_ % 8 & 1U) << i;
    }
    return code;
  }
  [[nodiscard]] std::size_t whole_bytes_left() const { return content_.size() - (bit_ + 7) / 8; }

 private:
  std::vector<unsigned> content_;
  std::size_t bit_ = 0;
};

/// As the specification says it, without any thought of speed.
Pixels decoded(const std::vector<std::byte>& bytes) {
  const auto least_bits = std::to_integer<unsigned>(bytes.at(0));
  const unsigned clear = 1U << least_bits;
  CodeReader codes(bytes);
  Pixels pixels;
  std::vector<Pixels> known;
  unsigned bits = 0;
  Pixels before;
  const auto forget_all = [&] {
    known.assign(clear + 2, {});
    for (unsigned i = 0; i < clear; ++i) {
      known[i] = {static_cast<std::uint8_t>(i)};
    }
    bits = least_bits + 1;
    before.clear();
  };
  EXPECT_EQ(codes.next(least_bits + 1), clear) << "readers want it in front";
  forget_all();
  for (unsigned code = codes.next(bits); code != clear + 1; code = codes.next(bits)) {
    if (code == clear) {
      forget_all();
      continue;
    }
    if (!before.empty()) {
      Pixels longer = before;
      longer.push_back(code < known.size() ? known[code][0] : before[0]);
      known.push_back(std::move(longer));
    }
    before = known.at(code);
    pixels.insert(pixels.end(), before.begin(), before.end());
    if (known.size() == 1U << bits && bits < 12) {
      ++bits;
    }
  }
  EXPECT_EQ(codes.whole_bytes_left(), 0U);
  return pixels;
}

std::vector<std::byte> encoded(int bits, const Runs& runs) {
  std::vector<std::byte> bytes;
  GifLzw lzw(bits, bytes);
  for (const auto& [index, pixels] : runs) {
    lzw.add(index, pixels);
  }
  lzw.finish();
  return bytes;
}

Pixels flat(const Runs& runs) {
  Pixels pixels;
  for (const auto& [index, count] : runs) {
    pixels.insert(pixels.end(), count, index);
  }
  return pixels;
}

Runs random_runs(std::mt19937& random, int bits, std::size_t count, std::size_t longest) {
  Runs runs;
  for (std::size_t i = 0; i < count; ++i) {
    runs.emplace_back(static_cast<std::uint8_t>(random() % (1U << static_cast<unsigned>(bits))),
                      1 + random() % longest);
  }
  return runs;
}

TEST(GifLzw, IsUndoneByAReader) {
  std::mt19937 random(6);
  for (int bits = 1; bits <= 8; ++bits) {
    for (const std::size_t longest : {1U, 2U, 7U, 300U, 5000U}) {
      const Runs runs = random_runs(random, bits, 3000, longest);
      EXPECT_TRUE(decoded(encoded(bits, runs)) == flat(runs)) << bits << " bits, runs up to " << longest;
    }
  }
}

TEST(GifLzw, TakesPicturesOfEverySize) {
  for (std::size_t pixels = 0; pixels < 600; ++pixels) {
    const Runs plain{{1, pixels}};
    EXPECT_TRUE(decoded(encoded(2, plain)) == flat(plain)) << pixels;
  }
}

TEST(GifLzw, HowRunsAreCutChangesNothing) {
  std::mt19937 random(7);
  const Runs runs = random_runs(random, 4, 400, 60);
  Runs cut;
  for (const std::uint8_t pixel : flat(runs)) {
    cut.emplace_back(pixel, 1);
  }
  EXPECT_EQ(encoded(4, runs), encoded(4, cut));
}

TEST(GifLzw, PlainAreasTakeLittleRoom) {
  EXPECT_LT(encoded(8, {{7, 1'000'000}}).size(), 2500U) << "1 + 2 + 3 + … pixels a code";
}

}  // namespace
}  // namespace convscope
