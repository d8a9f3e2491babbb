#include "app/ui/export_sheet.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "app/text/window.h"
#include "app/ui/export_path_note.h"
#include "tests/app/ui/headless.h"

namespace convscope {
namespace {

class ExportSheet : public ::testing::Test {
 protected:
  ExportSheet() {
    ask_to_export(window_.workspace);
    settle();
  }
  /// A sheet finds its place over its first frames.
  void settle() {
    for (int i = 0; i < 4; ++i) {
      window_.frame();
    }
  }
  [[nodiscard]] const ExportChoices& choices() const { return window_.workspace.exports.choices; }
  [[nodiscard]] const View& view() const { return window_.workspace.exports.view; }

  [[nodiscard]] const std::string& refusal() const { return window_.workspace.exports.refusal.english(); }

  Headless window_;
};

TEST_F(ExportSheet, NumbersOutOfRangeAreRefusedInWords) {
  window_.click("export.smooth");
  settle();
  window_.type("export.fps", "99");
  EXPECT_EQ(choices().frames_per_second, 25);
  EXPECT_NE(refusal().find("\"99\" is not a number from 1 to 50"), std::string::npos) << refusal();
  window_.type("export.seconds", "0.02");
  EXPECT_EQ(choices().seconds_per_tick, 0.02) << "the least";
  EXPECT_EQ(refusal(), "");
  window_.type("export.hold", "1e9x");
  EXPECT_NE(refusal().find("1e9x"), std::string::npos) << refusal();
  EXPECT_EQ(choices().hold_seconds, 0);
}

TEST_F(ExportSheet, AStepThatPassesTheOtherTakesItAlong) {
  window_.type("export.last", "3");
  EXPECT_EQ(choices().steps, (StepRange{0, 2}));
  window_.type("export.first", "7");
  EXPECT_EQ(choices().steps, (StepRange{6, 6}));
  window_.type("export.last", "2");
  EXPECT_EQ(choices().steps, (StepRange{1, 1}));
  window_.type("export.last", "0");
  EXPECT_EQ(choices().steps, (StepRange{1, 1}));
  EXPECT_NE(refusal().find("from 1 to 9"), std::string::npos) << refusal();
}

TEST_F(ExportSheet, EveryChoiceCanBeMade) {
  window_.click("export.oblique");
  window_.choose("export.theme", "dark");
  window_.choose("export.colors", "diverging");
  window_.click("export.by_tap");
  EXPECT_EQ(view().look, Look::oblique);
  EXPECT_EQ(view().theme, Theme::dark);
  EXPECT_EQ(view().coloring, Coloring::diverging);
  EXPECT_EQ(view().pace, Pace::tap);
  EXPECT_EQ(window_.workspace.document.view, View{}) << "the window's own stays";
  window_.choose("export.background", "transparent");
  window_.click("export.labels");
  window_.choose("export.language", "ko");
  window_.click("export.formula");
  window_.click("export.loop");
  window_.click("export.smooth");
  settle();
  window_.type("export.fps", "12");
  window_.type("export.hold", "1.5");
  window_.type("export.seconds", "0.25");
  window_.type("export.first", "2");
  EXPECT_TRUE(choices().background.transparent);
  EXPECT_EQ(choices().labels, true) << "the oblique look had none";
  EXPECT_EQ(choices().formula, true);
  EXPECT_EQ(choices().language, text::Language::korean);
  EXPECT_FALSE(choices().loop);
  EXPECT_TRUE(choices().smooth);
  EXPECT_EQ(choices().frames_per_second, 12);
  EXPECT_EQ(choices().hold_seconds, 1.5);
  EXPECT_EQ(choices().seconds_per_tick, 0.25);
  ASSERT_TRUE(choices().steps);
  EXPECT_EQ(choices().steps->first, 1) << "counted from 1 in the window";
}

TEST_F(ExportSheet, HowTheLayerIsShownIsChosenForTheFileAlone) {
  window_.choose("export.flow", "gradient-of-sum");
  window_.choose("export.matrix", "im2col");
  window_.choose("export.axes", "hwc");
  EXPECT_EQ(view().flow, Flow::gradient_of_sum);
  EXPECT_EQ(view().matrix, MatrixForm::im2col);
  EXPECT_EQ(view().axis_order, AxisOrder::channels_last);
  EXPECT_EQ(window_.workspace.document.view, View{}) << "the window's own stays";
  EXPECT_EQ(preview_request(window_.workspace).document.view, view()) << "the preview follows";
  EXPECT_EQ(chosen_plan(window_.workspace).value().document.view, view());
}

TEST_F(ExportSheet, ANameIsTypedWithoutAnotherPreview) {
  const PreviewRequest before = preview_request(window_.workspace);
  window_.workspace.exports.path = "/tmp/another.gif";
  EXPECT_EQ(preview_request(window_.workspace), before);
  window_.workspace.exports.path = "/tmp/another.html";
  EXPECT_NE(preview_request(window_.workspace), before) << "a page has its formula beside the picture";
}

TEST_F(ExportSheet, AsksOnlyWhatTheLayerHas) {
  const auto has = [this](const char* name) { return window_.ui.controls.contains(name); };
  EXPECT_FALSE(has("export.transposed"));
  EXPECT_FALSE(has("export.channel"));
  SizedLayer sized{.layer = {.op = Op::conv_transpose2d,
                             .in_channels = 4,
                             .out_channels = 2,
                             .kernel_size = {3, 3},
                             .stride = {2, 2},
                             .groups = 2},
                   .input_size = {3, 3}};
  window_.workspace.document = with_layer(window_.workspace.document, sized);
  settle();
  window_.choose("export.transposed", "stamping");
  EXPECT_EQ(view().transposed, TransposedForm::stamping);
  window_.type("export.channel", "7");
  EXPECT_EQ(view().input_channel, 0) << "a group has two";
  EXPECT_NE(refusal().find("\"7\" is not a whole number from 0 to 1"), std::string::npos) << refusal();
  window_.type("export.channel", "1");
  EXPECT_EQ(view().input_channel, 1);
  EXPECT_EQ(refusal(), "");
}

TEST_F(ExportSheet, StepsThatAnotherFormHasNotAreLeftOut) {
  const SizedLayer sized{.layer = {.op = Op::conv_transpose2d, .kernel_size = {3, 3}, .stride = {2, 2}},
                         .input_size = {2, 2}};
  window_.workspace.document = with_layer(window_.workspace.document, sized);
  settle();
  window_.type("export.last", "20");
  EXPECT_EQ(choices().steps, (StepRange{0, 19}));
  window_.choose("export.transposed", "stamping");
  EXPECT_TRUE(chosen_plan(window_.workspace));
  EXPECT_EQ(choices().steps, std::nullopt) << "all of the four input cells";
}

TEST_F(ExportSheet, SizesAreNaturalInPixelsOrAScale) {
  window_.choose("export.size", "pixels");
  settle();
  window_.type("export.width", "640");
  EXPECT_EQ(choices().size->x, 640);
  const float height = choices().size->y;
  window_.type("export.height", "99999");
  EXPECT_EQ(choices().size, (Vec2{640, height})) << "the box stays";
  EXPECT_NE(refusal().find("height: \"99999\" is not a whole number from 16 to 8192"), std::string::npos) << refusal();
  window_.type("export.height", "33.5");
  EXPECT_EQ(choices().size, (Vec2{640, height})) << "pixels are whole";
  window_.choose("export.size", "scale");
  settle();
  window_.type("export.scale", "1.5");
  EXPECT_EQ(choices().size, std::nullopt);
  EXPECT_EQ(choices().scale, 1.5);
}

TEST_F(ExportSheet, ARefusalGoesWithWhatWasRefused) {
  window_.workspace.exports.refusal = "no";
  settle();
  EXPECT_EQ(window_.workspace.exports.refusal, "no");
  window_.click("export.loop");
  EXPECT_EQ(window_.workspace.exports.refusal, "");
}

TEST_F(ExportSheet, APathIsSpokenOfAsItIsTyped) {
  const auto note_of = [this](const std::string& path) {
    window_.workspace.exports.path = path;
    settle();
    return export_path_note(window_.workspace);
  };
  const std::string folder = ::testing::TempDir();
  EXPECT_EQ(note_of(folder + "free_of_all.gif").words, "");
  const ExportPathNote unknown = note_of(folder + "a.bmp");
  EXPECT_TRUE(unknown.refused);
  EXPECT_NE(unknown.words.english().find(".gif .apng .webp .mp4 .webm .svg .pdf .html"), std::string::npos);
  EXPECT_TRUE(note_of(folder + "no_such_folder/a.gif").refused);
  EXPECT_TRUE(note_of(folder + "one.png").refused) << "nine frames";
  std::ofstream(folder + "there.gif") << "mine";
  const ExportPathNote there = note_of(folder + "there.gif");
  EXPECT_FALSE(there.refused);
  EXPECT_EQ(there.words, text::Text(text::window::export_is_there));
  std::filesystem::remove(folder + "there.gif");
}

TEST_F(ExportSheet, AnotherFormatIsAnotherSuffix) {
  window_.workspace.exports.path = "/tmp/film.gif";
  window_.choose("export.format", "png");
  EXPECT_EQ(window_.workspace.exports.path, "/tmp/film_%03d.png");
  settle();
  window_.choose("export.format", "mp4");
  EXPECT_EQ(window_.workspace.exports.path, "/tmp/film.mp4");
  window_.workspace.exports.path = "/tmp/film%d.png";
  window_.choose("export.format", "webm");
  EXPECT_EQ(window_.workspace.exports.path, "/tmp/film.webm");
}

TEST(SmallExportSheet, LiesWithinTheSmallestWindowAndMovesNothing) {
  Headless small({1024, 640});
  ask_to_export(small.workspace);
  const auto settled = [&small] {
    for (int i = 0; i < 4; ++i) {
      small.frame();
    }
    return small.ui.controls;
  };
  const auto before = settled();
  const ControlRect start = before.at("export.start");
  EXPECT_LE(start.y + start.height, 640 - 8);
  EXPECT_GE(before.at("export.path").x, 8);
  for (const auto& [name, rect] : before) {
    if (name.starts_with("export.")) {
      EXPECT_LE(rect.x + rect.width, 1024) << name;
    }
  }
  small.workspace.exports.refusal = std::string(300, 'w') + " " + std::string(80, 'm');
  small.workspace.exports.choices.smooth = true;
  EXPECT_EQ(settled().at("export.start"), start);
  EXPECT_EQ(settled().at("export.path"), before.at("export.path"));
}

TEST_F(ExportSheet, TakesTheClicksBesideIt) {
  window_.workspace.playback.playing = false;
  window_.click("play");
  window_.click("stack");
  EXPECT_FALSE(window_.workspace.playback.playing);
  EXPECT_EQ(window_.workspace.document.view.look, Look::flat);
  settle();
  window_.click("export.loop");
  EXPECT_FALSE(choices().loop) << "the sheet still lies in front";
  window_.click("export.close");
  settle();
  window_.click("stack");
  EXPECT_EQ(window_.workspace.document.view.look, Look::stack);
}

}  // namespace
}  // namespace convscope
