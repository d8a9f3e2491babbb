#include "app/cli/parse_values.h"

#include <gtest/gtest.h>

#include <limits>

namespace convscope {
namespace {

TEST(ParseValues, Integers) {
  EXPECT_EQ(parse_integer("12"), 12);
  EXPECT_EQ(parse_integer("-3"), -3);
  EXPECT_EQ(parse_integer("9223372036854775807"), std::numeric_limits<std::int64_t>::max());
  for (const char* text : {"", " 1", "1 ", "1.0", "1e3", "0x10", "+1", "--1", "9223372036854775808", "١"}) {
    EXPECT_EQ(parse_integer(text), std::nullopt) << text;
  }
}

TEST(ParseValues, Sizes) {
  EXPECT_EQ(parse_size("7"), (Size{7, 7}));
  EXPECT_EQ(parse_size("7x5"), (Size{7, 5}));
  EXPECT_EQ(parse_size("-1x0"), (Size{-1, 0}));
  for (const char* text : {"", "x", "7x", "x7", "7x5x3", "7,5", "7 x 5", "7X5", "axb"}) {
    EXPECT_EQ(parse_size(text), std::nullopt) << text;
  }
}

TEST(ParseValues, Flags) {
  EXPECT_EQ(parse_flag("true"), true);
  EXPECT_EQ(parse_flag("False"), false);
  EXPECT_EQ(parse_flag("1"), std::nullopt);
  EXPECT_EQ(parse_flag(""), std::nullopt);
}

TEST(ParseValues, Paddings) {
  EXPECT_EQ(parse_padding("2")->amounts, (Sides{2, 2, 2, 2}));
  EXPECT_EQ(parse_padding("1x2")->amounts, (Sides{1, 1, 2, 2}));
  EXPECT_EQ(parse_padding("1,2,3,4")->amounts, (Sides{1, 2, 3, 4}));
  EXPECT_EQ(parse_padding("2")->rule, PaddingRule::amounts);
  EXPECT_EQ(parse_padding("same")->rule, PaddingRule::same);
  EXPECT_EQ(parse_padding("valid")->rule, PaddingRule::valid);
  for (const char* text : {"", "1,2", "1,2,3", "1,2,3,4,5", "1,2,3,", "Same", "1x2x3x4"}) {
    EXPECT_FALSE(parse_padding(text)) << text;
  }
}

}  // namespace
}  // namespace convscope
