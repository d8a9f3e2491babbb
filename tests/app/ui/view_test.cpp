#include <gtest/gtest.h>

#include <map>

#include "app/document/view_names.h"
#include "tests/app/ui/headless.h"

namespace convscope {
namespace {

const View& view(const Headless& window) { return window.workspace.document.view; }

/// Chooses every item of a box of the strip, the first one last, and holds the view to it.
template <typename Value, std::size_t count>
void expect_choices(Headless& window, const std::string& box, const std::array<NamedChoice<Value>, count>& choices,
                    Value View::*field) {
  for (std::size_t i = 1; i <= count; ++i) {
    const NamedChoice<Value>& choice = choices[i % count];
    View wanted = view(window);
    wanted.*field = choice.value;
    window.choose(box, std::string(choice.name));
    EXPECT_EQ(view(window), wanted) << box << " " << choice.name << " changes that and nothing else";
  }
}

TEST(ViewBar, ChoosesColoursFlowAndMatrix) {
  Headless window;
  expect_choices(window, "color", colorings, &View::coloring);
  expect_choices(window, "flow", flows, &View::flow);
  expect_choices(window, "matrix", matrix_forms, &View::matrix);
}

TEST(ViewBar, ChoosesHowATransposedLayerIsShown) {
  Headless window;
  EXPECT_FALSE(window.ui.controls.contains("transposed"));
  window.choose("op", "conv_transpose2d");
  expect_choices(window, "transposed", transposed_forms, &View::transposed);
  window.choose("transposed", "stamping");
  EXPECT_EQ(window.workspace.schedule().steps(), 25) << "from input cell to input cell";
}

TEST(ViewBar, StandsAboveTheStage) {
  for (const ImVec2 size : {ImVec2(1024, 640), ImVec2(1280, 720), ImVec2(1920, 1080)}) {
    Headless window(size);
    window.choose("op", "conv_transpose2d");
    for (const std::string control : {"color", "flow", "matrix", "transposed", "reset_camera"}) {
      const ControlRect& place = window.ui.controls.at(control);
      EXPECT_LE(place.y + place.height, window.stage.y) << control;
      EXPECT_GE(place.x, window.stage.x) << control;
      EXPECT_LE(place.x + place.width, window.stage.x + window.stage.width) << control;
      EXPECT_GE(place.width, 28) << control;
    }
  }
}

TEST(ViewBar, BringsAMovedCameraBack) {
  Headless window;
  window.workspace.document.view.camera = {.zoom = 2, .pan_x = 30};
  window.frame();
  window.click("reset_camera");
  EXPECT_EQ(view(window).camera, CameraMove{});
}

TEST(Transport, ChoosesTheLook) {
  Headless window;
  for (const NamedChoice<Look>& look : {looks[1], looks[2], looks[0]}) {
    window.click(std::string(look.name));
    EXPECT_EQ(view(window).look, look.value);
  }
}

TEST(Transport, ChoosesThePaceAndKeepsTheStep) {
  Headless window;
  window.click("play");
  window.click("last");
  window.click("back");
  for (const NamedChoice<Pace>& pace : {paces[2], paces[1], paces[0]}) {
    window.click("pace." + std::string(pace.name));
    EXPECT_EQ(view(window).pace, pace.value);
    EXPECT_EQ(window.workspace.moment().step, 7);
  }
}

TEST(Transport, ByTapAStepIsATap) {
  Headless window;
  window.click("pace.tap");
  window.click("first");
  window.click("forward");
  EXPECT_EQ(window.workspace.moment(), (Moment{0, 0, Pace::tap, 1, 9}));
  window.drag("scrub", 0.0F, 1.0F);
  EXPECT_EQ(window.workspace.moment(), (Moment{8, 0, Pace::tap, 8, 9}));
}

TEST(Transport, NothingMovesWhateverIsTold) {
  for (const ImVec2 size : {ImVec2(1024, 640), ImVec2(1280, 720)}) {
    Headless window(size);
    window.click("play");
    const std::map<std::string, ControlRect> before = window.ui.controls;
    for (const std::string pace : {"pace.tap", "pace.channel", "pace.cell"}) {
      window.click(pace);
      for (const std::string step : {"forward", "last", "back", "first"}) {
        window.click(step);
        window.move_mouse({-10, -10});
        window.frame();
        EXPECT_EQ(window.ui.controls, before) << pace << " " << step;
      }
    }
  }
}

TEST(Transport, FullScreenIsAButton) {
  Headless window;
  window.click("full_screen");
  EXPECT_TRUE(window.workspace.full_screen);
}

TEST(ViewMenu, ChoosesTheTheme) {
  Headless window;
  for (const NamedChoice<Theme>& theme : {themes[1], themes[2], themes[0]}) {
    window.click("menu.view");
    window.frame();
    window.click("menu." + std::string(theme.name));
    EXPECT_EQ(view(window).theme, theme.value);
  }
}

}  // namespace
}  // namespace convscope
