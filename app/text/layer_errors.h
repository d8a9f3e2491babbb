#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "app/text/result.h"

namespace convscope::text {

/// Why a layer's JSON cannot be read. `where` names the file or what else it came from.
[[nodiscard]] Error not_json(std::string_view where, std::string_view cause);
[[nodiscard]] Error not_an_object(std::string_view where, std::string_view found);
[[nodiscard]] Error duplicate_key(std::string_view where, std::string_view key);
[[nodiscard]] Error unknown_key(std::string_view where, std::string_view key, std::string_view known_keys);
[[nodiscard]] Error missing_key(std::string_view where, std::string_view key, std::string_view example);
/// `expected` says what can stand there: "a whole number, or [height, width]".
[[nodiscard]] Error wrong_value(std::string_view where, std::string_view key, std::string_view found,
                                std::string_view expected);
/// A layer that is computed but that pictures do not show: `parameter` is the one that says so.
[[nodiscard]] Error not_drawn(std::string_view parameter, std::string_view value);
/// A layer with more multiply-accumulates than pictures are drawn of.
[[nodiscard]] Error too_much_to_draw(std::int64_t multiply_accumulates, std::int64_t limit);

}  // namespace convscope::text
