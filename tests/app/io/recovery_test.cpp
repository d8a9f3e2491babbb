#include "app/io/recovery.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/document/edit_values.h"
#include "app/io/presets.h"
#include "tests/app/io/temporary_folder.h"

namespace convscope {
namespace {

Session work(float value) {
  const CellEdit edit{{}, value};
  return {with_cells(make_document(*find_preset("dilation")), ValueTarget::input, {&edit, 1}), 0, 1};
}

/// A program that keeps work aside and ends without a farewell.
void crash_with(const std::filesystem::path& folder, float value, const char* opened_from) {
  const pid_t child = ::fork();
  if (child == 0) {
    Result<RecoveryFile> opened = RecoveryFile::open(folder);
    RecoveryFile file = std::move(opened).value();
    ::_exit(file.keep(work(value), opened_from).ok() ? 0 : 1);
  }
  int status = -1;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  ASSERT_EQ(status, 0);
}

TEST(Recovery, WorkThatACrashLeftIsFound) {
  const testing::TemporaryFolder folder;
  const auto place = folder.path() / "recovery";
  EXPECT_TRUE(left_work(place).empty()) << "no folder yet";
  crash_with(place, 42, "/home/me/lesson.json");
  const std::vector<LeftWork> left = left_work(place);
  ASSERT_EQ(left.size(), 1U);
  EXPECT_EQ(opened_from(left[0].file), "/home/me/lesson.json");
  EXPECT_EQ(read_session(left[0].file).value().document, work(42).document);
  EXPECT_EQ(left_work(place).size(), 1U) << "it stays until it is taken over";
  forget(left[0]);
  EXPECT_TRUE(left_work(place).empty());
  EXPECT_TRUE(std::filesystem::is_empty(place));
}

TEST(Recovery, TheNewestIsFirst) {
  const testing::TemporaryFolder folder;
  crash_with(folder.path(), 1, "");
  crash_with(folder.path(), 2, "");
  std::vector<LeftWork> left = left_work(folder.path());
  ASSERT_EQ(left.size(), 2U);
  EXPECT_GE(left[0].time, left[1].time);
  EXPECT_EQ(opened_from(left[0].file), "");
}

TEST(Recovery, WorkOfAProgramThatRunsIsNotFound) {
  const testing::TemporaryFolder folder;
  {
    Result<RecoveryFile> opened = RecoveryFile::open(folder.path());
    ASSERT_TRUE(opened.ok());
    RecoveryFile file = std::move(opened).value();
    ASSERT_TRUE(file.keep(work(1), "/a").ok());
    ASSERT_TRUE(file.keep(work(2), "/b/longer").ok());
    EXPECT_TRUE(left_work(folder.path()).empty());
    EXPECT_EQ(folder.names().size(), 2U);
    file.clear();
    EXPECT_EQ(folder.names().size(), 1U) << "nothing is unsaved, the lock stays";
  }
  EXPECT_TRUE(folder.names().empty()) << "a program that ends as it should leaves nothing";
}

TEST(Recovery, ALockWithoutWorkIsClearedAway) {
  const testing::TemporaryFolder folder;
  folder.write("0123.lock", "/a");
  folder.write("other", "");
  EXPECT_TRUE(left_work(folder.path()).empty());
  EXPECT_EQ(folder.names(), std::vector<std::string>{"other"});
}

TEST(Recovery, SaysWhereItCannotWrite) {
  const testing::TemporaryFolder folder;
  const auto opened = RecoveryFile::open(folder.write("file", "") / "recovery");
  ASSERT_FALSE(opened.ok());
  EXPECT_NE(opened.error().what.english().find("file/recovery"), std::string::npos);
}

}  // namespace
}  // namespace convscope
