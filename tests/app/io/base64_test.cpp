#include "app/io/base64.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace convscope {
namespace {

std::string encoded(const std::string& text) { return to_base64(std::as_bytes(std::span(text))); }

TEST(Base64, IsThatOfRfc4648) {
  EXPECT_EQ(encoded(""), "");
  EXPECT_EQ(encoded("f"), "Zg==");
  EXPECT_EQ(encoded("fo"), "Zm8=");
  EXPECT_EQ(encoded("foo"), "Zm9v");
  EXPECT_EQ(encoded("foobar"), "Zm9vYmFy");
  EXPECT_EQ(encoded("\xfb\xff\xbf"), "+/+/");
}

TEST(Base64, RefusesWhatItDoesNotWrite) {
  for (const char* text :
       {"Zg", "Zg=", "Zg===", "Z===", "====", "Zh==", "Zm9=", "Zg==Zg==", "Z m8", "Zm8\n", "Zm-_", "Zg=a"}) {
    EXPECT_FALSE(from_base64(text).has_value()) << text;
  }
}

RC_GTEST_PROP(Base64, ComesBack, (const std::vector<std::uint8_t>& numbers)) {
  std::vector<std::byte> bytes(numbers.size());
  std::ranges::transform(numbers, bytes.begin(), [](std::uint8_t number) { return static_cast<std::byte>(number); });
  RC_ASSERT(from_base64(to_base64(bytes)) == bytes);
}

}  // namespace
}  // namespace convscope
