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

/// A number that depends on a place and a seed alone: the same on every machine, whatever is around the place.
[[nodiscard]] constexpr std::uint64_t scrambled(const Index& place, std::uint64_t seed) {
  std::uint64_t state = seed;
  for (const std::int64_t part : std::array{place.batch, place.channel, place.y, place.x}) {
    state = scrambled(state + 0x9e3779b97f4a7c15ULL + static_cast<std::uint64_t>(part));
  }
  return state;
}

}  // namespace convscope
