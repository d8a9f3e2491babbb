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

/// The language of the messages' locale: LC_ALL, LC_MESSAGES or LANG, the first that is set; English unless it is
/// another that we have. `environment` gives the value of a variable, or null.
[[nodiscard]] Language language_of_locale(const std::function<const char*(const char* name)>& environment);

/// A text of the interface in every language. With {} in it, it is one for `filled`; a language may take the values in
/// its own order, {1} {0}.
class Phrase {
 public:
  constexpr Phrase(const char* english, const char* korean) : by_language_{english, korean} {}

  [[nodiscard]] constexpr const char* in(Language language) const {
    return by_language_[static_cast<std::size_t>(language)];
  }

 private:
  std::array<const char*, languages.size()> by_language_;
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
