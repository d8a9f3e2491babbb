#include "app/io/settings.h"

#include <gtest/gtest.h>

#include "tests/app/io/damage.h"
#include "tests/app/io/temporary_folder.h"

namespace convscope {
namespace {

Settings unusual() {
  return {.theme = Theme::high_contrast,
          .language = LanguageChoice::korean,
          .axis_order = AxisOrder::channels_last,
          .interface_scale = 1.5,
          .layer_panel = {.shown = false, .width = 310},
          .arithmetic_panel = {.shown = true, .width = 280.5}};
}

TEST(Settings, ComeBack) {
  const testing::TemporaryFolder folder;
  const auto file = folder.path() / "config" / "settings.json";
  ASSERT_TRUE(write_settings(file, unusual()).ok());
  const Tolerated<Settings> read = read_settings(file);
  EXPECT_EQ(read.value, unusual());
  EXPECT_FALSE(read.problem.has_value());
  ASSERT_TRUE(write_settings(file, {}).ok()) << "in place of the old ones";
  EXPECT_EQ(read_settings(file).value, Settings{});
}

TEST(Settings, AMissingFileIsNoProblem) {
  const Tolerated<Settings> read = read_settings("/nowhere/settings.json");
  EXPECT_EQ(read.value, Settings{});
  EXPECT_FALSE(read.problem.has_value());
}

TEST(Settings, WhatIsWrongHasItsDefaultAndTheRestStays) {
  const testing::TemporaryFolder folder;
  const auto file = folder.write("s.json", R"({"theme": "dark", "language": "tlh", "interface_scale": 90,
    "layer_panel": 1, "arithmetic_panel": {"shown": "no", "width": 200}, "of_a_newer_program": [1]})");
  const Tolerated<Settings> read = read_settings(file);
  EXPECT_EQ(read.value, (Settings{.theme = Theme::dark, .arithmetic_panel = {.shown = true, .width = 200}}));
  ASSERT_TRUE(read.problem.has_value());
  EXPECT_EQ(read.problem->what.english(), file.string() + ": \"language\" is \"tlh\"");
  EXPECT_EQ(read.problem->remedy.english(), "write locale, en or ko");
}

TEST(Settings, ABrokenFileIsDefaultsAndAProblem) {
  const testing::TemporaryFolder folder;
  for (const char* text : {"", "{", "[]", "5", "\xff", R"({"theme": "dark", "theme": "light"})"}) {
    const Tolerated<Settings> read = read_settings(folder.write("s.json", text));
    EXPECT_EQ(read.value, Settings{}) << text;
    ASSERT_TRUE(read.problem.has_value()) << text;
    EXPECT_NE(read.problem->what.english().find("s.json"), std::string::npos);
  }
  ASSERT_TRUE(write_settings(folder.path() / "s.json", unusual()).ok());
  const std::string good = testing::content_of(folder.path() / "s.json");
  for (std::uint64_t number = 0; number < 100; ++number) {
    const Settings read = read_settings(folder.write("s.json", testing::damaged(good, number))).value;
    EXPECT_TRUE(read.interface_scale >= 0.5 && read.interface_scale <= 4) << number;
  }
}

TEST(Settings, WhatAnotherWindowHasChangedStays) {
  const Settings read;
  Settings mine = read;
  mine.theme = Theme::dark;
  Settings others = read;
  others.language = LanguageChoice::korean;
  others.arithmetic_panel.width = 300;
  Settings both = others;
  both.theme = Theme::dark;
  EXPECT_EQ(merged(read, mine, others), both);
  EXPECT_EQ(merged(read, read, unusual()), unusual());
  EXPECT_EQ(merged(read, unusual(), read), unusual());
}

TEST(Settings, KeysOfANewerProgramStay) {
  const testing::TemporaryFolder folder;
  const auto file = folder.write("s.json", R"({"of_a_newer_program": [1, {"a": 2}], "theme": "dark"})");
  ASSERT_TRUE(write_settings(file, unusual()).ok());
  EXPECT_EQ(read_settings(file).value, unusual());
  EXPECT_NE(testing::content_of(file).find("of_a_newer_program"), std::string::npos);
}

}  // namespace
}  // namespace convscope
