#include "app/platform/programs.h"

#include <gtest/gtest.h>
#include <sys/mman.h>

#include "app/io/write_target.h"
#include "tests/app/io/temporary_folder.h"

namespace convscope {
namespace {

TEST(Programs, AreFoundInThePathAndEndWithAStatus) {
  EXPECT_EQ(start_program("true", {})->wait(), 0);
  EXPECT_EQ(start_program("sh", {"-c", "exit 3"})->wait(), 3);
  EXPECT_GT(start_program("sh", {"-c", "kill -9 $$"})->wait(), 0);
  EXPECT_FALSE(start_program("no-such-program-of-convscope", {}));
}

TEST(Programs, TakeTheirWordsAsTheyAreAndReadTheirInput) {
  const testing::TemporaryFolder folder;
  const FileDescriptor input(::memfd_create("input", MFD_CLOEXEC));
  const std::string content = "two\nlines\n";
  ASSERT_FALSE(write_bytes(input.get(), std::as_bytes(std::span(content))));
  ASSERT_EQ(::lseek(input.get(), 0, SEEK_SET), 0);
  const std::string file = (folder.path() / "a b").string();
  EXPECT_EQ(start_program("sh", {"-c", "cat > \"$1\"", "sh", file}, &input)->wait(), 0);
  EXPECT_EQ(testing::content_of(file), content);
}

TEST(Programs, HaveNoStatusWhileTheyRun) {
  StartedProgram sleeper = *start_program("sleep", {"0.2"});
  EXPECT_EQ(sleeper.status(), std::nullopt);
  EXPECT_EQ(sleeper.wait(), 0);
  EXPECT_EQ(sleeper.status(), 0);
}

}  // namespace
}  // namespace convscope
