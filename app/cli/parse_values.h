#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/layer.h"

namespace convscope {

/// The values of flags. Each reads a whole text or gives nothing.

/// "-3", "12": within int64.
[[nodiscard]] std::optional<std::int64_t> parse_integer(std::string_view text);

/// The numbers between separators: "0,3,-1".
[[nodiscard]] std::optional<std::vector<std::int64_t>> parse_integers(std::string_view text, char separator);

/// "7x5" is (7, 5), "7" is (7, 7).
[[nodiscard]] std::optional<Size> parse_size(std::string_view text);

/// "true" or "false", also as Python writes them.
[[nodiscard]] std::optional<bool> parse_flag(std::string_view text);

struct ParsedPadding {
  PaddingRule rule = PaddingRule::amounts;
  Sides amounts{};
};
/// A size, "TOP,BOTTOM,LEFT,RIGHT", "same" or "valid".
[[nodiscard]] std::optional<ParsedPadding> parse_padding(std::string_view text);

}  // namespace convscope
