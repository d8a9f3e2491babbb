#include "app/io/read_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "tests/app/io/temporary_folder.h"

namespace convscope {
namespace {

using testing::TemporaryFolder;

TEST(ReadFile, GivesAllBytes) {
  const TemporaryFolder folder;
  const std::string content("a\0b\r\n\xff", 6);
  EXPECT_EQ(read_file(folder.write("f", content), 6).value(), content);
  EXPECT_EQ(read_file(folder.write("empty", ""), 6).value(), "");
}

TEST(ReadFile, RefusesWhatIsTooLarge) {
  const TemporaryFolder folder;
  EXPECT_EQ(read_file(folder.write("f", "1234567"), 6).error().remedy.english(), "choose a smaller file");
}

TEST(ReadFile, RefusesWhatIsNoFileWithoutWaiting) {
  const TemporaryFolder folder;
  ASSERT_EQ(::mkfifo((folder.path() / "pipe").c_str(), 0600), 0);
  EXPECT_FALSE(read_file(folder.path() / "pipe", 100).ok());
  EXPECT_FALSE(read_file(folder.path(), 100).ok());
  EXPECT_FALSE(read_file("/dev/zero", 100).ok());
  EXPECT_NE(read_file(folder.path() / "none", 100).error().what.english().find("No such file"), std::string::npos);
}

}  // namespace
}  // namespace convscope
