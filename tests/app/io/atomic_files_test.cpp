#include "app/io/atomic_files.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "tests/app/io/temporary_folder.h"

namespace convscope {
namespace {

namespace fs = std::filesystem;
using testing::content_of;
using testing::TemporaryFolder;
using Names = std::vector<std::string>;

std::span<const std::byte> bytes_of(std::string_view text) { return std::as_bytes(std::span(text)); }

AtomicFiles two_files(const TemporaryFolder& folder) {
  AtomicFiles files = AtomicFiles::open(folder.path()).value();
  for (const char* name : {"a", "b"}) {
    EXPECT_TRUE(files.write(name, {bytes_of("new "), bytes_of(name)}).ok());
  }
  return files;
}

TEST(AtomicFiles, AppearTogether) {
  const TemporaryFolder folder;
  AtomicFiles files = two_files(folder);
  EXPECT_FALSE(fs::exists(folder.path() / "a"));
  ASSERT_TRUE(files.commit().ok());
  EXPECT_EQ(content_of(folder.path() / "a"), "new a");
  EXPECT_EQ(content_of(folder.path() / "b"), "new b");
  EXPECT_EQ(folder.names(), (Names{"a", "b"}));
}

TEST(AtomicFiles, HaveThePermissionsOfTheFilesTheyReplace) {
  const TemporaryFolder folder;
  fs::permissions(folder.write("a", "old"), static_cast<fs::perms>(0640));
  const mode_t mask = ::umask(022);
  ASSERT_TRUE(two_files(folder).commit().ok());
  ::umask(mask);
  EXPECT_EQ(fs::status(folder.path() / "a").permissions(), static_cast<fs::perms>(0640));
  EXPECT_EQ(fs::status(folder.path() / "b").permissions(), static_cast<fs::perms>(0644));
}

TEST(AtomicFiles, LeaveTheOldOnesWhenGivenUp) {
  const TemporaryFolder folder;
  folder.write("a", "old");
  { const AtomicFiles files = two_files(folder); }
  EXPECT_EQ(folder.names(), Names{"a"});
  EXPECT_EQ(content_of(folder.path() / "a"), "old");
}

TEST(AtomicFiles, KeepWhatCameMeanwhile) {
  const TemporaryFolder folder;
  AtomicFiles files = AtomicFiles::open(folder.path(), Existing::kept).value();
  for (const char* name : {"a", "b"}) {
    ASSERT_TRUE(files.write(name, {bytes_of("new")}).ok());
  }
  folder.write("b", "another's");
  EXPECT_FALSE(files.commit().ok());
  EXPECT_EQ(folder.names(), Names{"b"});
  EXPECT_EQ(content_of(folder.path() / "b"), "another's");
}

TEST(AtomicFiles, NoneAppearsWhenOneCannot) {
  const TemporaryFolder folder;
  AtomicFiles files = two_files(folder);
  fs::create_directory(folder.path() / "b");
  const Status status = files.commit();
  ASSERT_FALSE(status.ok());
  EXPECT_NE(status.error().what.english().find("/b"), std::string::npos) << status.error().what.english();
  EXPECT_EQ(folder.names(), Names{"b"});
}

TEST(AtomicFiles, AFolderInTheWayIsToldWhenItsFileIsWritten) {
  const TemporaryFolder folder;
  fs::create_directory(folder.path() / "a");
  AtomicFiles files = AtomicFiles::open(folder.path()).value();
  EXPECT_FALSE(files.write("a", {bytes_of("x")}).ok());
}

TEST(AtomicFiles, RefuseAMissingFolder) {
  const TemporaryFolder folder;
  const Result<AtomicFiles> files = AtomicFiles::open(folder.path() / "missing");
  ASSERT_FALSE(files.ok());
  EXPECT_NE(files.error().what.english().find("missing"), std::string::npos);
}

}  // namespace
}  // namespace convscope
