#include "app/io/file_stamp.h"

#include <gtest/gtest.h>

#include "tests/app/io/temporary_folder.h"

namespace convscope {
namespace {

TEST(FileStamp, TellsThatAFileWasWrittenOrReplaced) {
  const testing::TemporaryFolder folder;
  const auto path = folder.write("a", "one");
  const auto before = stamp_of(path);
  ASSERT_TRUE(before.has_value());
  EXPECT_EQ(stamp_of(path), before);
  folder.write("a", "three");
  EXPECT_NE(stamp_of(path), before);
  const auto written = stamp_of(path);
  std::filesystem::last_write_time(path, std::filesystem::last_write_time(path) - std::chrono::seconds(5));
  EXPECT_NE(stamp_of(path), written);
  const auto older = stamp_of(path);
  std::filesystem::rename(folder.write("b", "three"), path);
  EXPECT_NE(stamp_of(path), older);
  std::filesystem::create_symlink("a", folder.path() / "link");
  EXPECT_EQ(stamp_of(folder.path() / "link"), stamp_of(path));
  EXPECT_EQ(stamp_of(folder.path() / "none"), std::nullopt);
}

}  // namespace
}  // namespace convscope
