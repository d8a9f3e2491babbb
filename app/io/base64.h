#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace convscope {

/// RFC 4648, with + and /, padded, in one line.
[[nodiscard]] std::string to_base64(std::span<const std::byte> bytes);

/// Strictly what to_base64 writes; nothing else.
[[nodiscard]] std::optional<std::vector<std::byte>> from_base64(std::string_view text);

}  // namespace convscope
