#pragma once

#include <cstdint>
#include <string>

namespace convscope::testing {

/// A whole file's bytes, broken in one of many ways that depend on the number alone: cut off, bytes flipped, a part
/// missing, repeated or replaced. Never the same bytes as before.
[[nodiscard]] std::string damaged(const std::string& bytes, std::uint64_t number);

}  // namespace convscope::testing
