#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>

#include "app/text/phrase.h"

namespace convscope::text {

/// A finished text for every reader: what is said before it is known who reads it. A message of the window changes with
/// its language.
class Text {
 public:
  Text() = default;
  /// The same in every language: a name, a path, a number.
  template <std::convertible_to<std::string_view> Same>
  Text(const Same& same)  // NOLINT(google-explicit-constructor): reads as a plain text
      : by_reader_{std::string(std::string_view(same)), std::string(std::string_view(same)),
                   std::string(std::string_view(same))} {}
  Text(const Phrase& phrase)  // NOLINT(google-explicit-constructor): likewise
      : by_reader_{phrase.to(Reader::english), phrase.to(Reader::korean), phrase.to(Reader::command)} {}
  /// As each reader has it: in the order of Reader.
  explicit Text(std::array<std::string, readers> by_reader) : by_reader_(std::move(by_reader)) {}

  [[nodiscard]] const std::string& to(Reader reader) const { return by_reader_[static_cast<std::size_t>(reader)]; }
  [[nodiscard]] const std::string& in(Language language) const { return to(reader_in(language)); }
  [[nodiscard]] const std::string& english() const { return in(Language::english); }
  [[nodiscard]] const std::string& to_command() const { return to(Reader::command); }
  [[nodiscard]] bool empty() const { return english().empty(); }
  bool operator==(const Text&) const = default;

 private:
  std::array<std::string, readers> by_reader_;
};

/// A value of a phrase as it is said to a reader.
template <typename Value>
[[nodiscard]] const Value& spoken(Reader, const Value& value) {
  return value;
}
[[nodiscard]] inline const std::string& spoken(Reader reader, const Text& text) { return text.to(reader); }
[[nodiscard]] inline const char* spoken(Reader reader, const Phrase& phrase) { return phrase.to(reader); }

/// A phrase with its values, for every reader.
template <typename... Values>
[[nodiscard]] Text filled(const Phrase& phrase, const Values&... values) {
  const auto to = [&](Reader reader) {
    return fmt::format(fmt::runtime(phrase.to(reader)), spoken(reader, values)...);
  };
  return Text({to(Reader::english), to(Reader::korean), to(Reader::command)});
}

}  // namespace convscope::text
