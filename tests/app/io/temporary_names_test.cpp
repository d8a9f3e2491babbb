#include "app/io/temporary_names.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "app/io/atomic_file.h"
#include "app/io/atomic_files.h"
#include "tests/app/io/temporary_folder.h"

namespace convscope {
namespace {

namespace fs = std::filesystem;
using testing::TemporaryFolder;
using Names = std::vector<std::string>;

/// Ends a process of its own in the middle of its work, as kill -9 would.
template <typename Work>
void kill_in(Work work) {
  const pid_t child = ::fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    work();
    ::raise(SIGKILL);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFSIGNALED(status));
}

TEST(Temporaries, WhatAKilledProgramLeftIsRemovedByTheNext) {
  const TemporaryFolder folder;
  kill_in([&] {
    AtomicFile file = AtomicFile::open(folder.path() / "a.gif").value();
    AtomicFiles files = AtomicFiles::open(folder.path()).value();
    (void)files.write("b.png", {});
    ::raise(SIGKILL);
  });
  EXPECT_EQ(folder.names().size(), 2U) << "a file and a folder";
  ASSERT_TRUE(write_file(folder.path() / "c.gif", {}).ok());
  EXPECT_EQ(folder.names(), Names{"c.gif"});
}

TEST(Temporaries, WhatOthersAreStillAtStays) {
  const TemporaryFolder folder;
  AtomicFile first = AtomicFile::open(folder.path() / "a").value();
  AtomicFiles several = AtomicFiles::open(folder.path()).value();
  ASSERT_TRUE(several.write("b", {}).ok());
  remove_stale_temporaries(folder.path());
  ASSERT_TRUE(first.commit().ok());
  ASSERT_TRUE(several.commit().ok());
  EXPECT_EQ(folder.names(), (Names{"a", "b"}));
}

TEST(Temporaries, OnlyOurOwnNamesAreRemoved) {
  const TemporaryFolder folder;
  const Names others{".convscope-", ".convscope-0123456789abcdeg", ".convscope-notes.txt",
                     "convscope-0123456789abcdef"};
  for (const std::string& name : others) {
    folder.write(name, "");
  }
  fs::create_symlink("elsewhere", folder.path() / ".convscope-0123456789abcdef");
  remove_stale_temporaries(folder.path());
  EXPECT_EQ(folder.names().size(), others.size() + 1);
  folder.write(".convscope-0123456789abcdee.gif", "");
  remove_stale_temporaries(folder.path());
  EXPECT_EQ(folder.names().size(), others.size() + 1);
}

}  // namespace
}  // namespace convscope
