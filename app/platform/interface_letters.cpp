#include "app/platform/interface_letters.h"

#include <string_view>

#include "app/text/phrases.h"
#include "app/text/utf8.h"

namespace convscope {
namespace {

/// Hangul Jamo; what texts have before it is among the signs of every atlas.
constexpr char32_t first_letter_beyond = 0x1100;

}  // namespace

Letters letters_of(text::Language language) {
  const auto add = [](std::string_view text, Letters& letters) {
    while (!text.empty()) {
      const char32_t letter = take_code_point(text);
      if (letter >= first_letter_beyond) {
        letters.insert(letter);
      }
    }
  };
  Letters letters;
  add("한국어", letters);
  for (const text::KeyedPhrase& keyed : text::all_phrases) {
    add(keyed.phrase.in(language), letters);
  }
  return letters;
}

}  // namespace convscope
