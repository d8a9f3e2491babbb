#pragma once

#include <cstdint>
#include <string_view>

#include "app/text/result.h"
#include "engine/size.h"

namespace convscope::text {

/// Why a picture's file cannot be taken. `where` names it.
[[nodiscard]] Error not_a_photo(std::string_view where);
[[nodiscard]] Error broken_photo(std::string_view where);
/// Beyond what is read at all.
[[nodiscard]] Error photo_file_too_large(std::string_view where, const Size& size, std::int64_t limit);
/// Beyond what a layer's input can be; the file may be scaled down.
[[nodiscard]] Error photo_too_large(std::string_view where, const Size& size, std::int64_t limit);
/// Nothing so large can be cropped from it.
[[nodiscard]] Error photo_too_small(std::string_view where, const Size& size, const Size& wanted);

}  // namespace convscope::text
