#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>

#include "engine/size.h"

namespace convscope::text {

/// The names of the picture's parts.
[[nodiscard]] std::string input();
[[nodiscard]] std::string kernel();
[[nodiscard]] std::string output();

/// "(3, 7, 7)"
[[nodiscard]] std::string shape(std::initializer_list<std::int64_t> sizes);
/// "channel 0 of 3"
[[nodiscard]] std::string channel(std::int64_t channel, std::int64_t channels);
/// "filter 0 of 2"
[[nodiscard]] std::string filter(std::int64_t filter, std::int64_t filters);
/// "padded to 9 × 9"
[[nodiscard]] std::string padded_to(const Size& size);
/// "spans 5 × 5"
[[nodiscard]] std::string spans(const Size& size);

}  // namespace convscope::text
