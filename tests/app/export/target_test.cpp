#include "app/export/target.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "tests/app/io/temporary_folder.h"

namespace convscope {
namespace {

namespace fs = std::filesystem;
using testing::TemporaryFolder;

ExportTarget parsed(const fs::path& path) {
  Result<ExportTarget> target = parse_target(path);
  EXPECT_TRUE(target.ok()) << path;
  return std::move(target).value();
}

TEST(ParseTarget, GoesByTheSuffix) {
  EXPECT_EQ(parsed("a/b.gif").format, ExportFormat::gif);
  EXPECT_EQ(parsed("B.GIF").format, ExportFormat::gif);
  EXPECT_EQ(parsed("b.Png").format, ExportFormat::png);
  EXPECT_EQ(parsed("a/b.gif").path(7), fs::path("a/b.gif"));
  EXPECT_EQ(parsed("b.png").path(7), fs::path("b.png"));
  EXPECT_EQ(parsed("100%.gif").path(0), fs::path("100%.gif")) << "a GIF is one file: no pattern in its name";
}

TEST(ParseTarget, KnowsEveryFormat) {
  EXPECT_EQ(parsed("a.apng").format, ExportFormat::apng);
  EXPECT_EQ(parsed("a.webp").format, ExportFormat::webp);
  EXPECT_EQ(parsed("a.MP4").format, ExportFormat::mp4);
  EXPECT_EQ(parsed("a.webm").format, ExportFormat::webm);
  EXPECT_EQ(parsed("a.html").format, ExportFormat::html);
  EXPECT_EQ(parsed("a_%d.svg").path(3), fs::path("a_3.svg"));
  EXPECT_FALSE(parsed("a.svg").numbered);
  EXPECT_TRUE(parsed("a_%02d.pdf").numbered);
  EXPECT_EQ(parsed("50%.mp4").path(0), fs::path("50%.mp4"));
}

TEST(ParseTarget, UnknownSuffixesAreToldWhatThereIs) {
  for (const char* path : {"a", "a.avi", "a.gif.", "gif", "a.jpg", "frames/", "", ".gif", ".png"}) {
    const Result<ExportTarget> target = parse_target(path);
    ASSERT_FALSE(target.ok()) << path;
    EXPECT_NE(target.error().remedy.english().find(".gif"), std::string::npos);
    EXPECT_NE(target.error().remedy.english().find(".png"), std::string::npos);
  }
}

TEST(ParseTarget, NumbersTakeThePatternsPlace) {
  EXPECT_EQ(parsed("frames/step_%03d.png").path(7), fs::path("frames/step_007.png"));
  EXPECT_EQ(parsed("frames/step_%03d.png").path(1234), fs::path("frames/step_1234.png"));
  EXPECT_EQ(parsed("%d.png").path(0), fs::path("0.png"));
  EXPECT_EQ(parsed("%01d of all.PNG").path(10), fs::path("10 of all.PNG"));
  EXPECT_EQ(parsed("%09d.png").path(12), fs::path("000000012.png"));
}

TEST(ParseTarget, APercentSignThatIsNoPatternIsOne) {
  for (const char* path : {"100%.png", "100%.pdf", "5% of it.svg", "50%/a.pdf"}) {
    EXPECT_FALSE(parsed(path).numbered) << path;
    EXPECT_EQ(parsed(path).path(3), fs::path(path));
  }
  EXPECT_EQ(parsed("50%/%d.png").path(3), fs::path("50%/3.png"));
  EXPECT_EQ(parsed("%d/100% %02d.pdf").path(3), fs::path("%d/100% 03.pdf")) << "the folder is as it is called";
}

TEST(ParseTarget, OtherPercentSignsAreRefused) {
  for (const char* path : {"%s.png", "%5d.png", "%00d.png", "%010d.png", "%-3d.png", "%d_%d.png", "%%d.png", "%03x.png",
                           "%03.png", "%d/step.png", "a%n%d.png", "%d/step.pdf"}) {
    const Result<ExportTarget> target = parse_target(path);
    ASSERT_FALSE(target.ok()) << path;
    EXPECT_NE(target.error().remedy.english().find("step_%03d.png"), std::string::npos);
  }
}

TEST(CheckTarget, SeveralFramesNeedANumberInPngNames) {
  const TemporaryFolder folder;
  const ExportTarget one = parsed(folder.path() / "a.png");
  EXPECT_TRUE(check_target(one, {0, 1}, false).ok());
  const Status status = check_target(one, {0, 9}, false);
  ASSERT_FALSE(status.ok());
  EXPECT_NE(status.error().what.english().find("9 frames"), std::string::npos);
  EXPECT_NE(status.error().remedy.english().find("step_%03d.png"), std::string::npos);
  EXPECT_TRUE(check_target(parsed(folder.path() / "a.gif"), {0, 9}, false).ok());
}

TEST(CheckTarget, TheFolderMustExistAndBeAFolder) {
  const TemporaryFolder folder;
  const Status missing = check_target(parsed(folder.path() / "no" / "a.gif"), {}, false);
  ASSERT_FALSE(missing.ok());
  EXPECT_NE(missing.error().what.english().find("no"), std::string::npos);
  EXPECT_NE(missing.error().remedy.english().find("mkdir -p"), std::string::npos);
  const fs::path file = folder.write("file", "");
  EXPECT_FALSE(check_target(parsed(file / "a.gif"), {}, false).ok());
  EXPECT_TRUE(check_target(parsed("a name that nobody uses.gif"), {}, false).ok()) << "the current folder";
}

TEST(CheckTarget, TheFolderMustBeWritable) {
  if (geteuid() == 0) {
    // Root may write everywhere but here.
    EXPECT_FALSE(check_target(parsed("/proc/self/a.gif"), {}, false).ok());
    return;
  }
  const TemporaryFolder folder;
  fs::permissions(folder.path(), fs::perms::owner_read | fs::perms::owner_exec);
  const Status status = check_target(parsed(folder.path() / "a.gif"), {}, false);
  fs::permissions(folder.path(), fs::perms::owner_all);
  EXPECT_FALSE(status.ok());
}

TEST(CheckTarget, FilesInTheWayAreKeptUnlessToldOtherwise) {
  const TemporaryFolder folder;
  folder.write("step_004.png", "old");
  const ExportTarget steps = parsed(folder.path() / "step_%03d.png");
  EXPECT_TRUE(check_target(steps, {0, 4}, false).ok());
  const Status status = check_target(steps, {0, 5}, false);
  ASSERT_FALSE(status.ok());
  EXPECT_NE(status.error().what.english().find("step_004.png"), std::string::npos);
  EXPECT_NE(status.error().remedy.to_command().find("--force"), std::string::npos);
  EXPECT_TRUE(check_target(steps, {0, 5}, true).ok());
}

TEST(CheckTarget, AFolderInTheWayIsNeverReplaced) {
  const TemporaryFolder folder;
  fs::create_directory(folder.path() / "a.gif");
  EXPECT_FALSE(check_target(parsed(folder.path() / "a.gif"), {}, false).ok());
  EXPECT_FALSE(check_target(parsed(folder.path() / "a.gif"), {}, true).ok());
}

}  // namespace
}  // namespace convscope
