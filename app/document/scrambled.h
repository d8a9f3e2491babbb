#pragma once

#include <array>
#include <cstdint>

#include "engine/tensor.h"

namespace convscope {

/// SplitMix64's finalizer (Steele, Lea & Flood 2014): neighbouring numbers get unrelated ones.
[[nodiscard]] constexpr std::uint64_t scrambled(std::uint64_t x) {
  x ^= x >> 30;
  x *= 0xbf58476d1ce4e5b9ULL;
  x ^= x >> 27;
  x *= 0x94d049bb133111ebULL;
  return x ^ (x >> 31);
}

/// Numbers that depend on a place and a seed alone: the same on every machine, whatever is around the place. Those of
/// one row.
class ScrambledRow {
 public:
  /// `row`: any place in it.
  constexpr ScrambledRow(const Index& row, std::uint64_t seed) : state_(seed) {
    for (const std::int64_t part : std::array{row.batch, row.channel, row.y}) {
      state_ = at(part);
    }
  }
  [[nodiscard]] constexpr std::uint64_t at(std::int64_t x) const {
    return scrambled(state_ + 0x9e3779b97f4a7c15ULL + static_cast<std::uint64_t>(x));
  }

 private:
  std::uint64_t state_;
};

}  // namespace convscope
