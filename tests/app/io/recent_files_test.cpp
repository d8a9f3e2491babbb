#include "app/io/recent_files.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/app/io/temporary_folder.h"

namespace convscope {
namespace {

TEST(RecentFiles, TheNewestIsFirstAndEachIsThereOnce) {
  RecentFiles files;
  for (const char* file : {"/a", "/b", "/a/../c", "/b"}) {
    files = with_recent(files, file);
  }
  EXPECT_EQ(files, (RecentFiles{"/b", "/c", "/a"}));
  for (int i = 0; i < 20; ++i) {
    files = with_recent(files, fmt::format("/{}", i));
  }
  EXPECT_EQ(files.size(), most_recent_files);
  EXPECT_EQ(files.front(), "/19");
  EXPECT_TRUE(with_recent({}, "relative.json").front().is_absolute());
}

TEST(RecentFiles, OfTwoWindowsAreJoined) {
  EXPECT_EQ(joined({"/a", "/b"}, {"/c", "/b", "/d"}), (RecentFiles{"/a", "/b", "/c", "/d"}));
  RecentFiles many;
  for (std::size_t i = 0; i < most_recent_files; ++i) {
    many.push_back(fmt::format("/{}", i));
  }
  EXPECT_EQ(joined(many, {"/a"}), many);
}

TEST(RecentFiles, ThoseThatAreGoneAreLeftOut) {
  const testing::TemporaryFolder folder;
  const auto here = folder.write("here", "");
  std::filesystem::create_symlink("nowhere", folder.path() / "dangling");
  EXPECT_EQ(without_gone({folder.path() / "gone", here, folder.path() / "dangling", folder.path()}),
            (RecentFiles{here, folder.path()}));
}

TEST(RecentFiles, ComeBack) {
  const testing::TemporaryFolder folder;
  const auto file = folder.path() / "state" / "recent.json";
  const RecentFiles files{"/a b/\"quoted\"\n", "/한국어.json"};
  ASSERT_TRUE(write_recent_files(file, files).ok());
  EXPECT_EQ(read_recent_files(file).value, files);
  EXPECT_TRUE(read_recent_files(folder.path() / "none").value.empty());
}

TEST(RecentFiles, OfALongFileTheFirstAreTaken) {
  const testing::TemporaryFolder folder;
  const auto file = folder.path() / "recent.json";
  RecentFiles files;
  for (std::size_t i = 0; i < most_recent_files + 2; ++i) {
    files.emplace_back(fmt::format("/{}", i));
  }
  ASSERT_TRUE(write_recent_files(file, files).ok());
  files.resize(most_recent_files);
  EXPECT_EQ(read_recent_files(file).value, files);
}

TEST(RecentFiles, APathThatJsonCannotHoldIsLeftOut) {
  const testing::TemporaryFolder folder;
  const auto file = folder.path() / "recent.json";
  ASSERT_TRUE(write_recent_files(file, {"/\xff", "/good"}).ok());
  EXPECT_EQ(read_recent_files(file).value, RecentFiles{"/good"});
}

TEST(RecentFiles, OfABrokenFileTheGoodOnesAreTaken) {
  const testing::TemporaryFolder folder;
  const auto read = read_recent_files(folder.write("r.json", R"({"files": [5, "/good", "relative"]})"));
  EXPECT_EQ(read.value, RecentFiles{"/good"});
  ASSERT_TRUE(read.problem.has_value());
  EXPECT_NE(read.problem->what.english().find("\"files\" is 5"), std::string::npos) << read.problem->what.english();
  for (const char* text : {"", "[]", "{\"files\": 1}", "{}"}) {
    EXPECT_TRUE(read_recent_files(folder.write("r.json", text)).problem.has_value()) << text;
  }
}

}  // namespace
}  // namespace convscope
