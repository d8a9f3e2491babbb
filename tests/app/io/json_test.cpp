#include "app/io/json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/app/io/temporary_folder.h"

namespace convscope {
namespace {

TEST(Json, ReadsAFile) {
  const testing::TemporaryFolder folder;
  EXPECT_EQ(read_json_file(folder.write("a.json", R"({"a": [1, {"b": null}]})")).value().dump(),
            R"({"a":[1,{"b":null}]})");
  EXPECT_FALSE(read_json_file(folder.path() / "none.json").ok());
}

TEST(Json, RefusesWhatIsNone) {
  for (const char* text :
       {"", "{", "{\"a\": }", "nul", "\xff", "{\"a\": \"\xc3\"}", "[1] x", "1e999", "// comment\n1"}) {
    const auto result = parse_json(text, "a.json");
    ASSERT_FALSE(result.ok()) << text;
    EXPECT_EQ(result.error().what.english().substr(0, 19), "a.json is not JSON:") << result.error().what.english();
  }
}

TEST(Json, SaysWhatIsWrongWhereInBothLanguages) {
  const auto cause = [](const char* text) { return parse_json(text, "f").error().what; };
  EXPECT_EQ(cause("{\n  \"a\": [1,").english(), "f is not JSON: it ends too early, at line 2, column 11");
  EXPECT_EQ(cause("{\n  \"a\": [1,").in(text::Language::korean),
            "f: JSON이 아닙니다 (2번째 줄 11번째 글자에서 너무 일찍 끝납니다)");
  EXPECT_EQ(cause("{\"é\": }").english(), "f is not JSON: what is at line 1, column 7 has no place there");
  EXPECT_EQ(cause("[\n\n tru]").english(), "f is not JSON: what is at line 3, column 5 has no place there");
  EXPECT_EQ(cause("[1.]").english(), "f is not JSON: the number at line 1, column 4 is broken off");
  EXPECT_EQ(cause("[\"a\nb\"]").english(),
            "f is not JSON: the string at line 1, column 4 has a sign that must be escaped, or no end");
  EXPECT_EQ(cause("[\"\xc3\"]").english(), "f is not JSON: line 1, column 4 is not UTF-8");
  EXPECT_EQ(cause("[1e999]").english(), "f is not JSON: a number is too large");
}

TEST(Json, RefusesAKeyGivenTwice) {
  EXPECT_EQ(parse_json(R"({"a": {"b": 1, "c": [{"b": 2}], "b": 3}})", "f").error().what.english(),
            "f gives \"b\" twice");
  EXPECT_TRUE(parse_json(R"([{"a": 1, "b": {"a": 1}}, {"a": {"a": 1}}])", "f").ok());
}

TEST(Json, RefusesDeepNestingWithoutRecursion) {
  for (const std::string& unit : {std::string("["), std::string("{\"a\":")}) {
    std::string text;
    for (int i = 0; i < 200'000; ++i) {
      text += unit;
    }
    EXPECT_FALSE(parse_json(text, "f").ok());
    text += "1" + std::string(200'000, unit == "[" ? ']' : '}');
    EXPECT_EQ(parse_json(text, "f").error().what.english(), "f is not JSON: it is nested too deeply");
  }
}

TEST(Json, RefusesMoreValuesThanMemoryIsFor) {
  std::string text = "[0";
  for (int i = 0; i < 1 << 24; ++i) {
    text += ",0";
  }
  EXPECT_EQ(parse_json(text + "]", "f").error().what.english(), "f holds more than 16777216 values");
}

TEST(Json, NestsAsDeepAsOurFilesAndHardlyDeeper) {
  const auto nested = [](std::size_t levels) { return std::string(levels, '[') + "1" + std::string(levels, ']'); };
  EXPECT_TRUE(parse_json(nested(16), "f").ok());
  EXPECT_FALSE(parse_json(nested(20), "f").ok());
}

TEST(Json, DescribesValuesShortly) {
  const auto description = [](const char* text) { return describe(parse_json(text, "f").value()).english(); };
  EXPECT_EQ(description(R"("same")"), R"("same")");
  EXPECT_EQ(description("[1, 2.5, null]"), "[1,2.5,null]");
  EXPECT_EQ(description("[[1], 2]"), "an array of 2");
  EXPECT_EQ(description("{\"a\": 1}"), "an object");
  EXPECT_EQ(describe(nlohmann::json(std::string(100, 'x'))).english(), "a long string");
}

}  // namespace
}  // namespace convscope
