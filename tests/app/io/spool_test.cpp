#include "app/io/spool.h"

#include <gtest/gtest.h>

#include <vector>

#include "tests/app/io/temporary_folder.h"

namespace convscope {
namespace {

TEST(Spool, GivesBackWhatItTookWhereverItLies) {
  const testing::TemporaryFolder folder;
  Spool spool(folder.path());
  std::vector<std::pair<SpoolPlace, std::string>> all;
  for (std::size_t i = 0; i < 300; ++i) {
    const std::string text(1 + i * 131 % 20'000, static_cast<char>('a' + i % 26));
    all.emplace_back(spool.add(text).value(), text);
  }
  for (const auto& [place, text] : all) {
    EXPECT_EQ(spool.read(place).value(), text);
  }
  EXPECT_EQ(folder.names(), std::vector<std::string>{}) << "its file has no name";
}

TEST(Spool, OfLittleNeedsNoFolder) {
  Spool spool("/no/such/folder");
  const SpoolPlace place = spool.add("few").value();
  EXPECT_EQ(spool.read(place).value(), "few");
  EXPECT_EQ(spool.read(spool.add("").value()).value(), "");
}

TEST(Spool, ThatCannotBeWrittenSaysWhere) {
  Spool spool("/no/such/folder");
  const Result<SpoolPlace> place = spool.add(std::string(2'000'000, 'x'));
  ASSERT_FALSE(place.ok());
  EXPECT_NE(place.error().what.english().find("/no/such/folder"), std::string::npos);
}

}  // namespace
}  // namespace convscope
