#pragma once

#include <fmt/format.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace convscope::text {

/// What the interface speaks.
enum class Language { english, korean };
inline constexpr std::array languages{Language::english, Language::korean};

/// As flags and pages name them: en, ko.
[[nodiscard]] constexpr const char* code_of(Language language) { return language == Language::korean ? "ko" : "en"; }
[[nodiscard]] std::optional<Language> language_coded(std::string_view code);

/// Who reads a text: the window's user, in a language, or one who typed a command, in English with the flags' names.
enum class Reader { english, korean, command };
inline constexpr std::size_t readers = 3;
[[nodiscard]] constexpr Reader reader_in(Language language) {
  return language == Language::korean ? Reader::korean : Reader::english;
}

/// The language of the messages' locale: LC_ALL, LC_MESSAGES or LANG, the first that is set; English unless it is
/// another that we have. `environment` gives the value of a variable, or null.
[[nodiscard]] Language language_of_locale(const std::function<const char*(const char* name)>& environment);

/// A text of the interface in every language. With {} in it, it is one for `filled`; a language may take the values in
/// its own order, {1} {0}. Commands say the English, unless they have words of their own.
class Phrase {
 public:
  constexpr Phrase(const char* english, const char* korean) : Phrase(english, english, korean) {}
  constexpr Phrase(const char* command, const char* english, const char* korean)
      : by_reader_{english, korean, command} {}

  [[nodiscard]] constexpr const char* to(Reader reader) const { return by_reader_[static_cast<std::size_t>(reader)]; }
  [[nodiscard]] constexpr const char* in(Language language) const { return to(reader_in(language)); }

 private:
  std::array<const char*, readers> by_reader_;
};

/// A phrase with its values, in one language.
template <typename... Values>
[[nodiscard]] std::string filled(Language language, const Phrase& phrase, const Values&... values) {
  return fmt::format(fmt::runtime(phrase.in(language)), values...);
}

/// A phrase that counts: English has a form of its own for one.
struct Counted {
  Phrase one;
  Phrase many;
  [[nodiscard]] constexpr const Phrase& of(std::int64_t count) const { return count == 1 ? one : many; }
};

/// A counting phrase with its number.
[[nodiscard]] inline std::string counted(Language language, const Counted& phrase, std::int64_t count) {
  return filled(language, phrase.of(count), count);
}

}  // namespace convscope::text
