#include "app/export/export.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "tests/app/export/decoded.h"
#include "tests/app/export/export_fixture.h"

namespace convscope {
namespace {

namespace fs = std::filesystem;
using testing::content_of;
using testing::decode;
using testing::Export;
using testing::Names;

TEST_F(Export, ExistingFilesAreReplacedOnlyWhenAsked) {
  for (const std::string name : {"a.gif", "a.png"}) {
    folder_.write(name, "old");
    ExportJob again = job(name, 1);
    EXPECT_FALSE(run(again).ok());
    EXPECT_FALSE(check_export(again.path, again.animation.frames, false).ok());
    EXPECT_EQ(content_of(again.path), "old");
    again.overwrite = true;
    expect_done(again);
    EXPECT_EQ(decode(again.path).size(), 1U);
  }
  EXPECT_EQ(folder_.names(), (Names{"a.gif", "a.png"}));
}

TEST_F(Export, NothingIsDrawnForATargetThatCannotBe) {
  for (const std::string name : {"a.avi", "no/a.gif", "%s.png", "a.png"}) {
    ExportJob bad = job(name, 2);
    bad.animation.scene = [](std::int64_t) -> Scene { throw std::logic_error("a frame was drawn"); };
    EXPECT_FALSE(run(bad).ok()) << name;
  }
  EXPECT_EQ(folder_.names(), Names{});
}

TEST_F(Export, TooManyFramesAreRefused) {
  EXPECT_TRUE(check_export(folder_.path() / "a.gif", {0, max_export_frames}, false).ok());
  EXPECT_FALSE(check_export(folder_.path() / "a.gif", {0, max_export_frames + 1}, false).ok());
}

TEST_F(Export, PngsThatCannotAllGetTheirNamesAreTakenBack) {
  ExportJob png = job("a_%d.png", 3);
  const fs::path in_the_way = folder_.path() / "a_2.png";
  png.interrupted = [&, asked = 0]() mutable {
    if (++asked == 3) {
      fs::create_directories(in_the_way / "full");  // Comes between the check and the end.
    }
    return false;
  };
  EXPECT_FALSE(run(png).ok());
  EXPECT_EQ(folder_.names(), Names{"a_2.png"});
}

}  // namespace
}  // namespace convscope
