#include "app/io/atomic_file.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>
#include <fstream>

#include "app/text/errors.h"
#include "tests/app/io/temporary_folder.h"

namespace convscope {
namespace {

namespace fs = std::filesystem;
using testing::content_of;
using testing::TemporaryFolder;
using Names = std::vector<std::string>;

std::span<const std::byte> bytes_of(std::string_view text) { return std::as_bytes(std::span(text)); }

TEST(AtomicFile, AppearsWhenCommitted) {
  const TemporaryFolder folder;
  AtomicFile file = AtomicFile::open(folder.path() / "a.gif").value();
  EXPECT_EQ(file.temporary().parent_path(), folder.path());
  EXPECT_EQ(file.temporary().extension(), ".gif");
  std::ofstream(file.temporary()) << "picture";
  EXPECT_FALSE(fs::exists(folder.path() / "a.gif"));
  ASSERT_TRUE(file.commit().ok());
  EXPECT_EQ(content_of(folder.path() / "a.gif"), "picture");
  EXPECT_EQ(folder.names(), Names{"a.gif"});
}

TEST(AtomicFile, LeavesTheOldFileWhenGivenUp) {
  const TemporaryFolder folder;
  const fs::path target = folder.write("a.png", "old");
  {
    const AtomicFile file = AtomicFile::open(target).value();
    std::ofstream(file.temporary()) << "half";
    EXPECT_EQ(folder.names().size(), 2U);
  }
  EXPECT_EQ(content_of(target), "old");
  EXPECT_EQ(folder.names(), Names{"a.png"});
}

TEST(AtomicFile, ReplacesAndKeepsThePermissions) {
  const TemporaryFolder folder;
  const fs::path target = folder.write("a", "old");
  fs::permissions(target, static_cast<fs::perms>(0640));
  ASSERT_TRUE(write_file(target, {bytes_of("new")}).ok());
  EXPECT_EQ(content_of(target), "new");
  EXPECT_EQ(fs::status(target).permissions(), static_cast<fs::perms>(0640));
}

TEST(AtomicFile, KeepsAFileThatCameMeanwhile) {
  const TemporaryFolder folder;
  AtomicFile file = AtomicFile::open(folder.path() / "a.gif", Existing::kept).value();
  ASSERT_TRUE(file.append(bytes_of("new")).ok());
  const fs::path target = folder.write("a.gif", "another's");
  const Status committed = file.commit();
  ASSERT_FALSE(committed.ok());
  EXPECT_NE(text::error_line(committed.error()).find("a.gif exists already"), std::string::npos);
  EXPECT_EQ(content_of(target), "another's");
  EXPECT_EQ(folder.names(), Names{"a.gif"});
}

TEST(AtomicFile, TakesAFreeNameWhereFilesAreKept) {
  const TemporaryFolder folder;
  AtomicFile file = AtomicFile::open(folder.path() / "a.gif", Existing::kept).value();
  ASSERT_TRUE(file.append(bytes_of("new")).ok());
  ASSERT_TRUE(file.commit().ok());
  EXPECT_EQ(content_of(folder.path() / "a.gif"), "new");
  EXPECT_EQ(folder.names(), Names{"a.gif"});
}

TEST(AtomicFile, MovesAsAValue) {
  const TemporaryFolder folder;
  {
    AtomicFile first = AtomicFile::open(folder.path() / "a").value();
    AtomicFile second = AtomicFile::open(folder.path() / "b").value();
    second = std::move(first);
    ASSERT_TRUE(second.commit().ok());
  }
  EXPECT_EQ(folder.names(), Names{"a"});
}

TEST(AtomicFile, FollowsALink) {
  const TemporaryFolder folder;
  const fs::path target = folder.write("target", "old");
  fs::create_symlink("target", folder.path() / "link");
  ASSERT_TRUE(write_file(folder.path() / "link", {bytes_of("new")}).ok());
  EXPECT_TRUE(fs::is_symlink(folder.path() / "link"));
  EXPECT_EQ(content_of(target), "new");
}

TEST(AtomicFile, FollowsALinkToWhatIsNotThereYet) {
  const TemporaryFolder folder;
  fs::create_directory(folder.path() / "other");
  fs::create_symlink("other/second", folder.path() / "first");
  fs::create_symlink("target", folder.path() / "other" / "second");
  ASSERT_TRUE(write_file(folder.path() / "first", {bytes_of("new")}).ok());
  EXPECT_EQ(content_of(folder.path() / "other" / "target"), "new");
  EXPECT_TRUE(fs::is_symlink(folder.path() / "first"));
  EXPECT_TRUE(fs::is_symlink(folder.path() / "other" / "second"));
}

TEST(AtomicFile, RefusesLinksInACircle) {
  const TemporaryFolder folder;
  fs::create_symlink("b", folder.path() / "a");
  fs::create_symlink("a", folder.path() / "b");
  const Status status = write_file(folder.path() / "a", {bytes_of("new")});
  ASSERT_FALSE(status.ok());
  EXPECT_NE(status.error().what.english().find("symbolic links"), std::string::npos) << status.error().what.english();
  EXPECT_EQ(folder.names(), (Names{"a", "b"}));
}

TEST(AtomicFile, TakesANameAsLongAsTheSystemAllows) {
  const TemporaryFolder folder;
  const fs::path target = folder.path() / (std::string(251, 'n') + ".npy");
  ASSERT_TRUE(write_file(target, {bytes_of("long")}).ok());
  EXPECT_EQ(content_of(target), "long");
}

TEST(AtomicFile, RefusesAMissingFolder) {
  const TemporaryFolder folder;
  const Status status = write_file(folder.path() / "missing" / "a", {bytes_of("x")});
  ASSERT_FALSE(status.ok());
  EXPECT_NE(status.error().what.english().find("missing/a: No such file or directory"), std::string::npos)
      << status.error().what.english();
  EXPECT_TRUE(folder.names().empty());
}

TEST(AtomicFile, RefusesFoldersAndDevices) {
  const TemporaryFolder folder;
  ASSERT_EQ(::mkfifo((folder.path() / "pipe").c_str(), 0600), 0);
  for (const fs::path& target :
       {folder.path(), folder.path() / "", folder.path() / "pipe", fs::path("/dev/null"), fs::path()}) {
    EXPECT_FALSE(write_file(target, {bytes_of("x")}).ok()) << target;
  }
  EXPECT_TRUE(fs::is_fifo(folder.path() / "pipe"));
  EXPECT_TRUE(fs::is_character_file("/dev/null"));
  EXPECT_EQ(folder.names(), Names{"pipe"});
}

TEST(AtomicFile, AFailedWriteLeavesTheOldFileAndNoDebris) {
  const TemporaryFolder folder;
  const fs::path target = folder.write("a", "old");
  rlimit before{};
  ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
  const auto previous = std::signal(SIGXFSZ, SIG_IGN);
  const rlimit small{1000, before.rlim_max};
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
  const Status status = write_file(target, {bytes_of(std::string(5000, 'x'))});
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &before), 0);
  std::signal(SIGXFSZ, previous);

  ASSERT_FALSE(status.ok());
  EXPECT_NE(status.error().what.english().find("File too large"), std::string::npos) << status.error().what.english();
  EXPECT_EQ(content_of(target), "old");
  EXPECT_EQ(folder.names(), Names{"a"});
}

TEST(AtomicFile, ACommitThatFailsLeavesNoDebris) {
  const TemporaryFolder folder;
  AtomicFile file = AtomicFile::open(folder.path() / "a").value();
  fs::create_directory(folder.path() / "a");  // Comes between, so that the renaming fails.
  EXPECT_FALSE(file.commit().ok());
  EXPECT_EQ(folder.names(), Names{"a"});
  EXPECT_TRUE(fs::is_directory(folder.path() / "a"));
}

TEST(AtomicFile, TakesPiecesOneAfterTheOther) {
  const TemporaryFolder folder;
  AtomicFile file = AtomicFile::open(folder.path() / "a").value();
  ASSERT_TRUE(file.append(bytes_of("one ")).ok());
  ASSERT_TRUE(file.append(bytes_of("two")).ok());
  ASSERT_TRUE(file.commit().ok());
  EXPECT_EQ(content_of(folder.path() / "a"), "one two");
}

}  // namespace
}  // namespace convscope
