#include "app/ui/export_sheet.h"

#include <gtest/gtest.h>

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

  Headless window_;
};

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
  EXPECT_EQ(view().input_channel, 1) << "a group has two";
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
  window_.type("export.height", "99999");
  EXPECT_EQ(choices().size, (Vec2{640, max_export_side}));
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
