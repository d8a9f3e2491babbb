#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>

#include "app/text/phrase.h"

namespace convscope::text {

/// A finished text in every language: what is said before it is known who reads it. A message of the window changes
/// with its language; commands read the English.
class Text {
 public:
  Text() = default;
  /// The same in every language: a name, a path, a number.
  template <std::convertible_to<std::string_view> Same>
  Text(const Same& same)  // NOLINT(google-explicit-constructor): reads as a plain text
      : Text(std::string(std::string_view(same)), std::string(std::string_view(same))) {}
  Text(const Phrase& phrase)  // NOLINT(google-explicit-constructor): likewise
      : Text(phrase.in(Language::english), phrase.in(Language::korean)) {}
  Text(std::string english, std::string korean) : by_language_{std::move(english), std::move(korean)} {}

  [[nodiscard]] const std::string& in(Language language) const {
    return by_language_[static_cast<std::size_t>(language)];
  }
  [[nodiscard]] const std::string& english() const { return in(Language::english); }
  [[nodiscard]] bool empty() const { return english().empty(); }
  bool operator==(const Text&) const = default;

 private:
  std::array<std::string, languages.size()> by_language_;
};

/// A value of a phrase as a language says it.
template <typename Value>
[[nodiscard]] const Value& spoken(Language, const Value& value) {
  return value;
}
[[nodiscard]] inline const std::string& spoken(Language language, const Text& text) { return text.in(language); }
[[nodiscard]] inline const char* spoken(Language language, const Phrase& phrase) { return phrase.in(language); }

/// A phrase with its values, in every language.
template <typename... Values>
[[nodiscard]] Text filled(const Phrase& phrase, const Values&... values) {
  const auto in = [&](Language language) { return filled(language, phrase, spoken(language, values)...); };
  return {in(Language::english), in(Language::korean)};
}

}  // namespace convscope::text
