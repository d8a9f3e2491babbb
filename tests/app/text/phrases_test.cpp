#include "app/text/phrases.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <string_view>

#include "app/text/window.h"

namespace convscope::text {
namespace {

/// The values that a text takes, by their numbers: "{} {}" and "{1} {0}" take 0 and 1.
std::multiset<int> values_of(const std::string& text) {
  static const std::regex place(R"(\{(\d*)(:[^}]*)?\})");
  std::multiset<int> numbers;
  for (std::sregex_iterator it(text.begin(), text.end(), place), end; it != end; ++it) {
    const std::string number = (*it)[1];
    numbers.insert(number.empty() ? static_cast<int>(numbers.size()) : std::stoi(number));
  }
  return numbers;
}

/// Whether a text has a Hangul syllable: U+AC00 to U+D7A3, in UTF-8 ea b0 80 to ed 9e a3.
bool has_hangul(const std::string& text) { return text.find_first_of("\xea\xeb\xec\xed") != std::string::npos; }

/// Whether there is something to translate: a letter that is not in {}.
bool has_word(const std::string& text) {
  const std::string bare = std::regex_replace(text, std::regex(R"(\{[^}]*\})"), "");
  return std::ranges::any_of(bare, [](unsigned char c) { return std::isalpha(c) != 0; });
}

/// Of names and signs alone, which every language writes alike.
const std::set<std::string_view> alike{"sum_variables", "axes_chw", "axes_hwc", "photo_rgb", "key_shift_pages"};

TEST(Phrases, AreThereInEveryLanguage) {
  EXPECT_GT(all_phrases.size(), 10U);
  for (const auto& [key, phrase] : all_phrases) {
    EXPECT_STRNE(phrase.in(Language::english), "") << key;
    EXPECT_FALSE(has_hangul(phrase.in(Language::english))) << key;
    EXPECT_TRUE(has_hangul(phrase.in(Language::korean)) || !has_word(phrase.in(Language::english)) ||
                alike.contains(key))
        << key;
  }
}

TEST(Phrases, TakeTheSameValuesInEveryLanguage) {
  for (const auto& [key, phrase] : all_phrases) {
    EXPECT_EQ(values_of(phrase.in(Language::korean)), values_of(phrase.in(Language::english))) << key;
    EXPECT_EQ(values_of(phrase.to(Reader::command)), values_of(phrase.in(Language::english))) << key;
  }
}

TEST(Phrases, NameFlagsToCommandsAlone) {
  const std::regex flag(R"(--[a-z])");
  int flagged = 0;
  for (const auto& [key, phrase] : all_phrases) {
    EXPECT_FALSE(std::regex_search(phrase.in(Language::english), flag)) << key;
    EXPECT_FALSE(std::regex_search(phrase.in(Language::korean), flag)) << key;
    flagged += std::regex_search(phrase.to(Reader::command), flag) ? 1 : 0;
  }
  EXPECT_GT(flagged, 5);
}

TEST(Phrases, AreFilledInEveryLanguage) {
  EXPECT_EQ(window::step_of(Language::english, 5, 9), "step 5 of 9");
  EXPECT_EQ(window::step_of(Language::korean, 5, 9), "9단계 중 5단계");
  const Text text = filled(window::array_as, window::as_input, "3, 3");
  EXPECT_EQ(text.english(), "the input (3, 3)");
  EXPECT_EQ(text.in(Language::korean), "입력 (3, 3)");
  EXPECT_EQ(text.to_command(), "the input (3, 3)");
}

TEST(Phrases, TheLocaleChoosesTheLanguage) {
  const auto chosen = [](const std::map<std::string, std::string>& variables) {
    return language_of_locale([&](const char* name) {
      const auto found = variables.find(name);
      return found == variables.end() ? nullptr : found->second.c_str();
    });
  };
  EXPECT_EQ(chosen({{"LANG", "ko_KR.UTF-8"}}), Language::korean);
  EXPECT_EQ(chosen({{"LANG", "ko"}}), Language::korean);
  EXPECT_EQ(chosen({{"LANG", "kok_IN"}}), Language::english) << "Konkani is not Korean";
  EXPECT_EQ(chosen({{"LANG", "de_DE.UTF-8"}}), Language::english);
  EXPECT_EQ(chosen({}), Language::english);
  EXPECT_EQ(chosen({{"LANG", "en_US"}, {"LC_MESSAGES", "ko_KR"}}), Language::korean);
  EXPECT_EQ(chosen({{"LANG", "ko_KR"}, {"LC_ALL", "C"}}), Language::english);
  EXPECT_EQ(chosen({{"LANG", "ko_KR"}, {"LC_ALL", ""}}), Language::korean);
}

}  // namespace
}  // namespace convscope::text
