#include "app/text/utf8.h"

#include <gtest/gtest.h>

namespace convscope {
namespace {

TEST(CountCharacters, CountsLettersAndNotBytes) {
  EXPECT_EQ(count_characters(""), 0);
  EXPECT_EQ(count_characters("a\u00e9\u230a\U0001f600\ud55c"), 5);
}

TEST(DecodeUtf8, ReadsEveryLengthOfSequence) {
  EXPECT_EQ(decode_utf8("a\u00e9\u230a\U0001f600"), U"a\u00e9\u230a\U0001f600");
  EXPECT_EQ(decode_utf8(""), U"");
}

TEST(DecodeUtf8, ReplacesEachInvalidByteAndGoesOn) {
  EXPECT_EQ(decode_utf8("a\xff"
                        "b"),
            U"a\ufffdb");
  EXPECT_EQ(decode_utf8("\xe2\x8c"), U"\ufffd\ufffd") << "cut off at the end";
  EXPECT_EQ(decode_utf8("\xe2z"), U"\ufffdz") << "cut off in the middle";
  EXPECT_EQ(decode_utf8("\xc0\x80"), U"\ufffd\ufffd") << "longer than need be";
  EXPECT_EQ(decode_utf8("\xed\xa0\x80"), U"\ufffd\ufffd\ufffd") << "half of a surrogate pair";
  EXPECT_EQ(decode_utf8("\xf4\x90\x80\x80"), U"\ufffd\ufffd\ufffd\ufffd") << "beyond U+10FFFF";
  EXPECT_EQ(decode_utf8("\x80"), U"\ufffd");
}

TEST(EncodeUtf8, WritesWhatDecodingReads) {
  for (const char32_t point : {0x0U, 0x41U, 0x7FU, 0x80U, 0x7FFU, 0x800U, 0xD55CU, 0xFFFFU, 0x10000U, 0x10FFFFU}) {
    const std::string text = encode_utf8(point);
    EXPECT_EQ(decode_utf8(text), std::u32string(1, point)) << std::hex << static_cast<std::uint32_t>(point);
    EXPECT_EQ(count_characters(text), 1);
  }
}

}  // namespace
}  // namespace convscope
