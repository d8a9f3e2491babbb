#include "app/io/folders.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <map>
#include <string>

#include "tests/app/io/temporary_folder.h"

namespace convscope {
namespace {

std::optional<Folders> folders(const std::map<std::string, std::string>& variables) {
  return folders_of([&](const char* name) {
    const auto found = variables.find(name);
    return found == variables.end() ? nullptr : found->second.c_str();
  });
}

TEST(Folders, AreThoseOfTheSpecification) {
  const Folders named =
      folders({{"HOME", "/home/me"}, {"XDG_CONFIG_HOME", "/a"}, {"XDG_STATE_HOME", "/b"}, {"XDG_CACHE_HOME", "/c"}})
          .value();
  EXPECT_EQ(named.config, "/a/convscope");
  EXPECT_EQ(named.state, "/b/convscope");
  EXPECT_EQ(named.cache, "/c/convscope");
  const Folders usual = folders({{"HOME", "/home/me"}}).value();
  EXPECT_EQ(usual.config, "/home/me/.config/convscope");
  EXPECT_EQ(usual.state, "/home/me/.local/state/convscope");
  EXPECT_EQ(usual.cache, "/home/me/.cache/convscope");
}

TEST(Folders, RelativePathsCountAsUnset) {
  EXPECT_EQ(folders({{"HOME", "/h"}, {"XDG_CONFIG_HOME", "here"}, {"XDG_CACHE_HOME", ""}})->config,
            "/h/.config/convscope");
  EXPECT_FALSE(folders({{"HOME", ""}}).has_value());
  EXPECT_FALSE(folders({{"XDG_CONFIG_HOME", "/a"}}).has_value());
}

TEST(Folders, AUserHasThemWhateverHomeIs) {
  const std::string before = std::getenv("HOME") == nullptr ? "" : std::getenv("HOME");
  EXPECT_TRUE(user_folders().has_value());
  for (const char* home : {"", "relative"}) {
    ::setenv("HOME", home, 1);
    EXPECT_TRUE(user_folders().has_value()) << home;
  }
  ::setenv("HOME", before.c_str(), 1);
}

TEST(Folders, AreMadeForTheirOwnerAlone) {
  const testing::TemporaryFolder folder;
  const auto made = folder.path() / "a" / "b";
  ASSERT_TRUE(make_folder(made).ok());
  EXPECT_EQ(std::filesystem::status(made).permissions(), std::filesystem::perms::owner_all);
  EXPECT_TRUE(make_folder(made).ok()) << "again";
  folder.write("file", "");
  const Status status = make_folder(folder.path() / "file" / "c");
  ASSERT_FALSE(status.ok());
  EXPECT_NE(status.error().what.english().find("file/c"), std::string::npos) << status.error().what.english();
}

}  // namespace
}  // namespace convscope
