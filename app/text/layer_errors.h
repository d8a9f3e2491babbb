#pragma once

#include <cstdint>
#include <string_view>

#include "app/text/result.h"

namespace convscope::text {

/// Why a layer's JSON cannot be read. `where` names the file or what else it came from.
[[nodiscard]] Error too_many_values(std::string_view where, std::int64_t most);
[[nodiscard]] Error not_json(std::string_view where, const Text& cause);
[[nodiscard]] Error not_an_object(std::string_view where, const Text& found);
/// A cause of not_json.
[[nodiscard]] Text nested_too_deeply();
/// What a JSON text breaks at, and where: lines and columns count from 1.
enum class JsonFault { ends_early, not_utf8, string, number, misplaced };
[[nodiscard]] Text json_fault(JsonFault fault, std::int64_t line, std::int64_t column);
[[nodiscard]] Text json_number_too_large();
[[nodiscard]] Error duplicate_key(std::string_view where, std::string_view key);
[[nodiscard]] Error unknown_key(std::string_view where, std::string_view key, std::string_view known_keys);
[[nodiscard]] Error missing_key(std::string_view where, std::string_view key, std::string_view example);
/// `expected` says what can stand there: "a whole number, or [height, width]".
[[nodiscard]] Error wrong_value(std::string_view where, std::string_view key, const Text& found, const Text& expected);
/// A layer whose windows read more cells, or whose tensors have more elements, than pictures are drawn of.
[[nodiscard]] Error too_much_to_draw(std::int64_t cells, std::int64_t elements);

}  // namespace convscope::text
