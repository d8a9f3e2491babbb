#pragma once

#include <cstring>
#include <span>

namespace convscope {

/// Bit by bit, which is fast enough for photographs between two frames; tells 0 from −0, and takes a NaN for what it
/// is.
[[nodiscard]] inline bool same_bits(std::span<const float> a, std::span<const float> b) {
  return a.size() == b.size() && (a.empty() || std::memcmp(a.data(), b.data(), a.size_bytes()) == 0);
}

}  // namespace convscope
