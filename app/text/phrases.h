#pragma once

#include <array>
#include <string_view>

#include "app/text/phrase.h"

/// The catalogue: every text of the interface by its key, in each language. phrases.inc has the window's
/// (text::window::menu_file), picture_phrases.inc what pictures and their arithmetic say (text::picture::kernel),
/// message_phrases.inc what can go wrong (text::message::cannot_read), code_phrases.inc the comments in programs
/// (text::code::stamps); synonyms.inc what is never shown, only found (text::also::quit). FLAGGED is a PHRASE that
/// commands say in other words, with their flags.

#define PHRASE(key, english, korean) inline constexpr Phrase key{english, korean};
#define FLAGGED(key, command, english, korean) inline constexpr Phrase key{command, english, korean};
#define COUNTED(key, one, many, korean) inline constexpr Counted key{{one, korean}, {many, korean}};
namespace convscope::text::window {
#include "app/text/phrases.inc"
}  // namespace convscope::text::window
namespace convscope::text::picture {
#include "app/text/picture_phrases.inc"
}  // namespace convscope::text::picture
namespace convscope::text::message {
#include "app/text/message_phrases.inc"
}  // namespace convscope::text::message
namespace convscope::text::code {
#include "app/text/code_phrases.inc"
}  // namespace convscope::text::code
namespace convscope::text::also {
#include "app/text/synonyms.inc"
}  // namespace convscope::text::also
#undef PHRASE
#undef FLAGGED
#undef COUNTED

namespace convscope::text {

/// All that are shown, for tests, and for what a font must have.
struct KeyedPhrase {
  std::string_view key;
  Phrase phrase;
};
#define PHRASE(key, english, korean) KeyedPhrase{#key, {english, korean}},
#define FLAGGED(key, command, english, korean) KeyedPhrase{#key, {command, english, korean}},
#define COUNTED(key, one, many, korean) KeyedPhrase{#key, {one, korean}}, KeyedPhrase{#key, {many, korean}},
inline constexpr auto all_phrases = std::to_array<KeyedPhrase>({
#include "app/text/code_phrases.inc"
#include "app/text/message_phrases.inc"
#include "app/text/phrases.inc"
#include "app/text/picture_phrases.inc"
});
#undef PHRASE
#undef FLAGGED
#undef COUNTED

}  // namespace convscope::text
