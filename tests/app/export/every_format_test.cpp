#include <gtest/gtest.h>
#include <sys/resource.h>

#include <algorithm>
#include <csignal>
#include <utility>

#include "tests/app/export/export_fixture.h"

namespace convscope {
namespace {

using testing::content_of;
using testing::Export;
using testing::Names;
using testing::TemporaryFolder;

/// Sets the largest size of a file for as long as it lives, as a full disk would; without the signal that ends a
/// program.
class SmallDisk {
 public:
  explicit SmallDisk(rlim_t bytes) : signal_(std::signal(SIGXFSZ, SIG_IGN)) {
    getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit small{bytes, before_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
  }
  ~SmallDisk() {
    setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, signal_);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

 private:
  void (*signal_)(int);
  rlimit before_{};
};

/// Every way to write, with the names of all files of three frames.
const std::vector<std::pair<std::string, Names>> every_format{
    {"a.gif", {"a.gif"}},   {"a.apng", {"a.apng"}},
    {"a.webp", {"a.webp"}}, {"a.mp4", {"a.mp4"}},
    {"a.webm", {"a.webm"}}, {"a_%d.png", {"a_0.png", "a_1.png", "a_2.png"}},
    {"a.svg", {"a.svg"}},   {"a_%d.svg", {"a_0.svg", "a_1.svg", "a_2.svg"}},
    {"a.pdf", {"a.pdf"}},   {"a_%d.pdf", {"a_0.pdf", "a_1.pdf", "a_2.pdf"}},
    {"a.html", {"a.html"}}};

TEST_F(Export, BytesAreTheSameOnEveryRunAndWithAnyNumberOfThreads) {
  for (const auto& [name, files] : every_format) {
    std::vector<std::string> first;
    for (const unsigned threads : {1U, 1U, 2U, 3U, 7U}) {
      ExportJob again = job(name, 3);
      again.overwrite = true;
      again.threads = threads;
      again.animation.scene = testing::pictured_scene;
      expect_done(again);
      std::vector<std::string> bytes;
      for (const std::string& file : files) {
        bytes.push_back(content_of(folder_.path() / file));
        EXPECT_FALSE(bytes.back().empty());
      }
      if (first.empty()) {
        first = bytes;
      }
      EXPECT_TRUE(bytes == first) << name << " with " << threads << " threads";
    }
  }
}

TEST_F(Export, ProgressCountsFramesInOrderToTheEnd) {
  for (const auto& [name, files] : every_format) {
    ExportJob told = job(name, 3);
    std::vector<std::int64_t> done;
    told.progress = [&](std::int64_t frames, std::int64_t total) {
      EXPECT_EQ(total, 3);
      done.push_back(frames);
    };
    expect_done(told);
    EXPECT_TRUE(std::ranges::is_sorted(done)) << name;
    EXPECT_EQ(done.back(), 3) << name;
  }
}

TEST_F(Export, AnInterruptedExportLeavesTheOldFilesAndNothingElse) {
  for (const auto& [name, files] : every_format) {
    const TemporaryFolder folder;
    folder.write(files[0], "old");
    for (const int asked_before : {0, 1, 2}) {
      ExportJob stopped = job(name, 3);
      stopped.path = folder.path() / name;
      stopped.overwrite = true;
      stopped.interrupted = [left = asked_before]() mutable { return left-- == 0; };
      ASSERT_FALSE(run(stopped).ok()) << name << " after " << asked_before;
      EXPECT_EQ(folder.names(), Names{files[0]});
      EXPECT_EQ(content_of(folder.path() / files[0]), "old");
    }
  }
}

TEST_F(Export, AFileThatComesMeanwhileStaysUnlessReplacingIsAsked) {
  for (const auto& [name, files] : every_format) {
    for (const bool replaced : {false, true}) {
      const TemporaryFolder folder;
      ExportJob late = job(name, 3);
      late.path = folder.path() / name;
      late.overwrite = replaced;
      late.progress = [&](std::int64_t, std::int64_t) { folder.write(files[0], "another's"); };
      const Status status = run(late);
      EXPECT_EQ(status.ok(), replaced) << name;
      EXPECT_EQ(content_of(folder.path() / files[0]) != "another's", replaced) << name;
      EXPECT_EQ(folder.names(), replaced ? files : Names{files[0]});
      if (!replaced) {
        EXPECT_NE(status.error().what.english().find(files[0] + " exists already"), std::string::npos);
      }
    }
  }
}

TEST_F(Export, AFullDiskIsOneClearErrorAndLeavesNothing) {
  for (const auto& [name, files] : every_format) {
    const TemporaryFolder folder;
    folder.write(files[0], "old");
    ExportJob big = job(name, 3);
    big.path = folder.path() / name;
    big.overwrite = true;
    const Status status = [&] {
      const SmallDisk disk(100);
      return run(big);
    }();
    ASSERT_FALSE(status.ok()) << name;
    EXPECT_NE(status.error().what.english().find("File too large"), std::string::npos) << status.error().what.english();
    EXPECT_NE(status.error().what.english().find(files[0]), std::string::npos) << status.error().what.english();
    EXPECT_EQ(folder.names(), Names{files[0]});
    EXPECT_EQ(content_of(folder.path() / files[0]), "old");
  }
}

}  // namespace
}  // namespace convscope
