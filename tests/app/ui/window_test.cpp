#include <gtest/gtest.h>

#include <map>
#include <random>

#include "app/text/names.h"
#include "app/ui/path_sheet.h"
#include "engine/arithmetic.h"
#include "tests/app/ui/headless.h"

namespace convscope {
namespace {

const std::vector<std::string> sliders{"input_size.slider",  "in_channels.slider", "out_channels.slider",
                                       "kernel_size.slider", "stride.slider",      "padding.slider",
                                       "dilation.slider",    "groups.slider"};

bool inside(const ControlRect& inner, const ControlRect& outer) {
  return inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.width <= outer.x + outer.width &&
         inner.y + inner.height <= outer.y + outer.height;
}

bool overlap(const ControlRect& a, const ControlRect& b) {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

std::vector<std::pair<ImVec2, Op>> sizes_and_ops() {
  std::vector<std::pair<ImVec2, Op>> all;
  for (const ImVec2 size : {ImVec2(1024, 640), ImVec2(1280, 720), ImVec2(1920, 1080), ImVec2(3840, 2160)}) {
    for (const Op op : ops) {
      all.emplace_back(size, op);
    }
  }
  return all;
}

TEST(Window, ControlsLieInTheWindowAndApart) {
  for (const auto& [size, op] : sizes_and_ops()) {
    Headless window(size);
    window.choose("op", std::string(text::name(op)));
    const ControlRect all{0, 0, size.x, size.y};
    for (const auto& [name, rect] : window.ui.controls) {
      EXPECT_TRUE(inside(rect, all)) << name;
      EXPECT_FALSE(overlap(rect, window.stage)) << name << " covers the stage";
      for (const auto& [other, place] : window.ui.controls) {
        if (name < other) {
          EXPECT_FALSE(overlap(rect, place)) << name << " over " << other;
        }
      }
    }
  }
}

TEST(Window, DraggingASliderChangesTheLayerAndTheOutput) {
  Headless window;
  window.drag("stride.slider", 0.14F, 0.0F);
  EXPECT_EQ(window.workspace.document.sized.layer.stride, (Size{1, 1}));
  EXPECT_EQ(output_size(window.workspace.document.sized), (Size{5, 5}));
  EXPECT_EQ(window.workspace.result().steps, 25);
  EXPECT_EQ(window.workspace.document.preset, "");
}

TEST(Window, NoDragReachesAnInvalidLayer) {
  Headless window;
  std::mt19937 random(7);
  std::uniform_real_distribution<float> share(0, 1);
  for (int i = 0; i < 60; ++i) {
    window.drag(sliders[random() % sliders.size()], share(random), share(random));
    ASSERT_FALSE(window.workspace.refusal.has_value());
    ASSERT_TRUE(validate(window.workspace.document.sized).empty());
  }
}

TEST(Window, TheWheelMovesASliderByOneValidValue) {
  Headless window;
  window.move_mouse(window.middle("kernel_size.slider"));
  window.frame();
  window.wheel(-1);
  window.wheel(0);
  EXPECT_EQ(window.workspace.document.sized.layer.kernel_size, (Size{2, 2}));
}

TEST(Window, AnUnlinkedAxisMovesAlone) {
  Headless window;
  window.click("kernel_size.link");
  window.drag("kernel_size.width.slider", 0.2F, 0.0F);
  EXPECT_EQ(window.workspace.document.sized.layer.kernel_size, (Size{3, 1}));
}

TEST(Window, TypedValuesMayLieBeyondTheSlider) {
  Headless window;
  window.type("input_size.box", "48");
  EXPECT_EQ(window.workspace.document.sized.input_size, (Size{48, 48}));
}

TEST(Window, ATypedInvalidValueIsExplainedAndThePictureStays) {
  Headless window;
  const SizedLayer before = window.workspace.document.sized;
  window.type("kernel_size.box", "9");
  ASSERT_TRUE(window.workspace.refusal.has_value());
  ASSERT_FALSE(window.workspace.refusal->problems.empty());
  EXPECT_EQ(window.workspace.refusal->problems.front().parameter, Parameter::kernel_size);
  EXPECT_EQ(window.workspace.document.sized, before);
  window.frame();
  while (window.workspace.refusal) {
    window.click("mend.0");
    window.frame();
  }
  EXPECT_TRUE(validate(window.workspace.document.sized).empty());
  EXPECT_NE(window.workspace.document.sized, before) << "the mend keeps what was wanted and changes the rest";
}

TEST(Window, TypedNonsenseIsExplained) {
  for (const std::string nonsense : {"1.5", "-", "+*/"}) {
    Headless window;
    const SizedLayer before = window.workspace.document.sized;
    window.type("stride.box", nonsense);
    ASSERT_TRUE(window.workspace.refusal.has_value()) << nonsense;
    EXPECT_NE(window.workspace.refusal->message.english().find(nonsense), std::string::npos);
    EXPECT_EQ(window.workspace.document.sized, before);
  }
}

TEST(Window, HugeTypedValuesAreRefusedBeforeAnythingIsAllocated) {
  for (const std::string huge : {"99999999999999999999", "268435456", "16000", "-5"}) {
    Headless window;
    const SizedLayer before = window.workspace.document.sized;
    window.type("input_size.box", huge);
    EXPECT_TRUE(window.workspace.refusal.has_value()) << huge;
    EXPECT_EQ(window.workspace.document.sized, before) << huge;
  }
}

TEST(Window, NothingMovesWhenNumbersGrow) {
  Headless window;
  const std::map<std::string, ControlRect> before = window.ui.controls;
  window.type("input_size.box", "1000");
  window.workspace.playback.position = 123456;
  window.move_mouse({-10, -10});
  window.frame();
  for (const auto& [name, rect] : before) {
    EXPECT_EQ(window.ui.controls.at(name), rect) << name;
  }
}

TEST(Window, AMultichannelPresetAndBackIsOneClickEach) {
  Headless window;
  window.click("preset");
  window.click("preset.conv2d_7x7x3");
  EXPECT_EQ(window.workspace.document.preset, "conv2d_7x7x3");
  EXPECT_EQ(window.workspace.result().steps, 18);
}

TEST(Window, TransportButtonsStepPlayAndScrub) {
  Headless window;
  EXPECT_TRUE(window.workspace.playback.playing) << "it starts playing";
  window.click("play");
  EXPECT_FALSE(window.workspace.playback.playing);
  window.click("forward");
  window.click("forward");
  window.click("back");
  EXPECT_EQ(window.workspace.moment().step, 1);
  window.click("last");
  EXPECT_EQ(window.workspace.moment().step, 8);
  window.click("first");
  EXPECT_EQ(window.workspace.moment().step, 0);
  window.drag("scrub", 0.0F, 0.5F);
  EXPECT_EQ(window.workspace.moment().step, 4);
}

TEST(Window, HidingPanelsGivesTheStageTheirRoom) {
  Headless window;
  const float before = window.stage.width;
  window.workspace.show_layer_panel = false;
  window.workspace.show_arithmetic_panel = false;
  window.frame();
  EXPECT_FLOAT_EQ(window.stage.width, 1280);
  EXPECT_LT(before, 1280);
}

TEST(Workspace, EscPutsAwayWhatIsSaid) {
  Headless window;
  window.type("kernel_size.box", "99");
  ASSERT_TRUE(window.workspace.refusal);
  window.workspace.files.failed = true;
  window.workspace.files.message = text::Text("cannot");
  perform(window.workspace, Command::step_forward);
  EXPECT_TRUE(window.workspace.refusal);
  EXPECT_FALSE(window.workspace.files.message.empty()) << "an error stays until it has been read";
  perform(window.workspace, Command::close_popup);
  EXPECT_FALSE(window.workspace.refusal);
  EXPECT_TRUE(window.workspace.files.message.empty());
}

TEST(Workspace, SessionsHaveTheirSuffixAndTheirFolder) {
  EXPECT_EQ(session_path("/a/lesson.json"), "/a/lesson.json");
  EXPECT_EQ(session_path("/a/lesson"), "/a/lesson.json");
  EXPECT_EQ(session_path("/a/lesson.png"), "/a/lesson.png.json");
  EXPECT_EQ(session_path("lesson"), std::filesystem::current_path() / "lesson.json");
  EXPECT_EQ(session_path("b/lesson", "/a"), "/a/b/lesson.json");
  EXPECT_EQ(session_path("/lesson", "/a"), "/lesson.json");
}

TEST(Workspace, KeysDoWhatTheTransportDoes) {
  Workspace workspace;
  open_preset(workspace, preset_of("x", {}));
  perform(workspace, Command::step_forward);
  EXPECT_FALSE(workspace.playback.playing) << "stepping by hand pauses";
  EXPECT_EQ(workspace.moment().step, 1);
  perform(workspace, Command::last_step);
  perform(workspace, Command::step_forward);
  EXPECT_EQ(workspace.moment().step, 8);
  perform(workspace, Command::faster);
  EXPECT_EQ(workspace.playback.speed, 2);
  for (int i = 0; i < 20; ++i) {
    perform(workspace, Command::slower);
  }
  EXPECT_EQ(workspace.playback.speed, speeds.front());
  perform(workspace, Command::oblique_look);
  EXPECT_EQ(workspace.document.view.look, Look::oblique);
  perform(workspace, Command::stack_look);
  EXPECT_EQ(workspace.document.view.look, Look::stack);
  workspace.document.view.camera.zoom = 3;
  perform(workspace, Command::reset_camera);
  EXPECT_EQ(workspace.document.view.camera, CameraMove{});
}

TEST(Workspace, WholeStepsGoFromCellToCell) {
  Workspace workspace;
  open_preset(workspace, preset_of("x", {}));
  View view = workspace.document.view;
  view.pace = Pace::tap;
  change_view(workspace, view);
  perform(workspace, Command::step_forward);
  EXPECT_EQ(workspace.moment().step, 0);
  EXPECT_EQ(workspace.moment().part, 1) << "one tap";
  perform(workspace, Command::whole_step_forward);
  perform(workspace, Command::whole_step_forward);
  EXPECT_EQ(workspace.playback.position, 18);
  perform(workspace, Command::step_forward);
  perform(workspace, Command::whole_step_back);
  EXPECT_EQ(workspace.playback.position, 18) << "first back to the beginning of this one";
  perform(workspace, Command::whole_step_back);
  EXPECT_EQ(workspace.playback.position, 9);
  perform(workspace, Command::last_step);
  perform(workspace, Command::whole_step_forward);
  EXPECT_EQ(workspace.playback.position, 80) << "there is nothing behind the last tap";
  perform(workspace, Command::first_step);
  perform(workspace, Command::whole_step_back);
  EXPECT_EQ(workspace.playback.position, 0);
}

}  // namespace
}  // namespace convscope
