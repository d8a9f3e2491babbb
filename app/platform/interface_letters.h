#pragma once

#include <set>

#include "app/text/phrase.h"

namespace convscope {

/// Letters beside ASCII and the formulas' signs, which every atlas has: all of Hangul would take seconds.
using Letters = std::set<char32_t>;

/// The letters that the interface's texts in a language have, and the names of all languages.
[[nodiscard]] Letters letters_of(text::Language language);

}  // namespace convscope
