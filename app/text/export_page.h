#pragma once

#include <cstdint>
#include <string>

#include "app/text/phrase.h"

namespace convscope::text::page {

/// "step 3 of 9", "step 3 of 9, part 2 of 4" on an exported page; all from 0. No part is named where there is one.
[[nodiscard]] std::string place_of(Language language, std::int64_t step, std::int64_t steps, std::int64_t part,
                                   std::int64_t parts);

}  // namespace convscope::text::page
