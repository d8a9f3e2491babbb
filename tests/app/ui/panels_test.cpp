#include <gtest/gtest.h>

#include <algorithm>

#include "app/text/window.h"
#include "app/ui/command_list.h"
#include "app/ui/document_edits.h"
#include "app/ui/file_sheets.h"
#include "engine/arithmetic.h"
#include "engine/problem.h"
#include "tests/app/ui/headless.h"

namespace convscope {
namespace {

class PanelsTest : public ::testing::Test {
 protected:
  PanelsTest() { window.workspace.playback.playing = false; }

  [[nodiscard]] Workspace& workspace() { return window.workspace; }
  [[nodiscard]] const SizedLayer& sized() { return window.workspace.document.sized; }

  void open(const std::string& tab) {
    window.click(tab);
    window.frame();
  }

  Headless window;
};

TEST_F(PanelsTest, NotesTheLettersOfANameThatItsFontLacks) {
  const std::string name = "caf\u00e9 \u0142\ud55c.json";
  EXPECT_EQ(window.ui.shown(name), name);
  EXPECT_EQ(window.ui.lacking, (std::set<char32_t>{U'\u0142', U'\ud55c'})) << "Dear ImGui's own font has Latin 1";
}

TEST_F(PanelsTest, TheSolverAnswersWhichStrideGivesASize) {
  open("side.solver");
  window.click("solver.padding");  // Held from now on: stride alone is open.
  window.type("solver.height", "5");
  window.type("solver.width", "5");
  window.frame();
  window.click("solution.0");
  EXPECT_EQ(sized().layer.stride, (Size{1, 1}));
  EXPECT_EQ(output_size(sized()), (Size{5, 5}));
  EXPECT_FALSE(window.ui.controls.contains("solution.1"));
  perform(workspace(), Command::undo);
  EXPECT_EQ(sized().layer.stride, (Size{2, 2}));
}

TEST_F(PanelsTest, WhatTheSolverTakesMakesTheSizeThatWasAskedFor) {
  window.choose("preset", "conv2d_7x7x3");
  open("side.solver");
  window.click("solver.dilation");
  window.click("solver.kernel_size");
  window.type("solver.height", "4");
  window.frame();
  for (const int number : {0, 3, 5}) {
    window.click("solution." + std::to_string(number));
    EXPECT_EQ(output_size(sized()), (Size{4, 3})) << number;
    window.frame();
  }
}

TEST_F(PanelsTest, TheSolverHasNoAnswerToTheImpossible) {
  open("side.solver");
  window.type("solver.height", "1.5");
  EXPECT_NE(workspace().solver.refusal.english().find("\"1.5\" is not a whole number from 1 to"), std::string::npos);
  EXPECT_EQ(workspace().solver.output_size, std::nullopt) << "the box stays";
  window.type("solver.height", "100000");
  window.frame();
  EXPECT_TRUE(workspace().solver.refusal.empty());
  EXPECT_FALSE(window.ui.controls.contains("solution.0"));
}

TEST_F(PanelsTest, ALayerOfTheChainIsAStepOfItsOwnAndNotSavedYet) {
  open("side.chain");
  ASSERT_TRUE(workspace().history.is_saved());
  window.click("chain.add");
  window.frame();
  EXPECT_FALSE(workspace().history.is_saved());
  ASSERT_TRUE(workspace().history.can_undo());
  perform(workspace(), Command::undo);
  window.frame();
  EXPECT_TRUE(workspace().document.chain.layers.empty());
}

TEST_F(PanelsTest, AChainGrowsMovesAndShrinksAndAllOfItIsUndone) {
  open("side.chain");
  const Document before = workspace().document;
  const Size input = sized().input_size;
  window.click("chain.add");
  window.frame();
  window.choose("op", "max_pool2d");
  window.click("chain.add");
  window.frame();
  const LayerChain& chain = workspace().document.chain;
  ASSERT_EQ(chain.layers.size(), 2U);
  EXPECT_EQ(chain.input_size, input);
  EXPECT_EQ(chain.layers[1].op, Op::max_pool2d);
  window.click("chain.1.up");
  window.frame();
  EXPECT_EQ(chain.layers[0].op, Op::max_pool2d);
  window.click("chain.0.remove");
  window.frame();
  ASSERT_EQ(chain.layers.size(), 1U);
  EXPECT_EQ(chain.layers[0].op, Op::conv2d);
  while (workspace().history.can_undo()) {
    perform(workspace(), Command::undo);
    window.frame();
  }
  EXPECT_EQ(workspace().document, before);
}

TEST_F(PanelsTest, AClickOnALinkShowsItOnItsInput) {
  window.choose("preset", "padding_strides");
  open("side.chain");
  window.click("chain.add");
  window.frame();
  const Size between = output_size(sized());
  window.click("chain.add");
  window.frame();
  window.click("chain.1");
  EXPECT_EQ(sized().input_size, between);
  EXPECT_EQ(workspace().document.chain.input_size, (Size{5, 5})) << "the chain keeps its own input";
}

TEST_F(PanelsTest, ALinkThatCannotBeComputedStaysAndIsTold) {
  try_layer(workspace(), {.layer = {}, .input_size = {4, 4}});
  window.frame();
  open("side.chain");
  for (int i = 0; i < 3; ++i) {  // 4 → 2, which a 3×3 kernel does not fit into.
    window.click("chain.add");
    window.frame();
  }
  window.click("chain.1");
  EXPECT_TRUE(workspace().refusal.has_value()) << "the layer cannot be shown on 2×2";
  EXPECT_EQ(sized().input_size, (Size{4, 4}));
}

TEST_F(PanelsTest, CommandsAreFoundByPartsOfTheirNames) {
  const std::vector<ListedCommand> commands = listed_commands(workspace(), window.presets);
  EXPECT_EQ(matching(commands, "").size(), commands.size());
  EXPECT_TRUE(matching(commands, "no such thing").empty());
  const std::vector<std::size_t> found = matching(commands, "  THEME dark ");
  ASSERT_EQ(found.size(), 1U);
  commands[found[0]].run(workspace());
  EXPECT_EQ(workspace().document.view.theme, Theme::dark);
}

TEST_F(PanelsTest, CommandsAreFoundByOtherWordsInBothLanguages) {
  const std::vector<ListedCommand> commands = listed_commands(workspace(), window.presets);
  const auto finds = [&](std::string_view typed, const text::Text& wanted) {
    const std::vector<std::size_t> found = matching(commands, typed);
    return std::ranges::any_of(found, [&](std::size_t i) { return commands[i].label == wanted; });
  };
  using namespace text::window;
  EXPECT_TRUE(finds("fullscreen", menu_full_screen));
  EXPECT_TRUE(finds("Exit", menu_quit));
  EXPECT_TRUE(finds("close", menu_quit));
  EXPECT_TRUE(finds("preferences", menu_larger));
  EXPECT_TRUE(finds("zoom", menu_smaller));
  EXPECT_TRUE(finds("photo", menu_open));
  EXPECT_TRUE(finds("dark mode", text::filled(under_heading, menu_view, menu_dark)));
  EXPECT_FALSE(finds("dark mode", text::filled(under_heading, menu_view, menu_light)));
  EXPECT_TRUE(finds("다크 모드", text::filled(under_heading, menu_view, menu_dark)));
  EXPECT_TRUE(finds("종료", menu_quit));
  EXPECT_TRUE(finds("사진", menu_open));
  EXPECT_TRUE(finds("전체화면", menu_full_screen));
  EXPECT_TRUE(finds("korean", text::filled(under_heading, menu_language, "한국어")));
  EXPECT_EQ(commands[matching(commands, "save").front()].label, text::Text(menu_save)) << "names come first";
}

TEST_F(PanelsTest, ChangesOfAPresetsViewAreUnsavedButForWhatTheSettingsRemember) {
  EXPECT_FALSE(has_unsaved(workspace()));
  const auto change = [&](auto View::*field, auto value) {
    View view = workspace().document.view;
    view.*field = value;
    change_view(workspace(), view);
    window.frame();
  };
  change(&View::theme, Theme::dark);
  change(&View::axis_order, AxisOrder::channels_last);
  open_preset(workspace(), window.presets.back());
  window.frame();
  EXPECT_FALSE(has_unsaved(workspace())) << "all of it is there the next time, or one click away";
  change(&View::look, Look::stack);
  EXPECT_TRUE(has_unsaved(workspace()));
  change(&View::look, Look::flat);
  EXPECT_FALSE(has_unsaved(workspace()));
  change(&View::coloring, Coloring::weight);
  EXPECT_TRUE(has_unsaved(workspace()));
}

TEST_F(PanelsTest, ASessionsThemeIsSavedWithIt) {
  workspace().files.path = "/tmp/lesson.json";
  EXPECT_FALSE(has_unsaved(workspace()));
  View view = workspace().document.view;
  view.theme = Theme::dark;
  change_view(workspace(), view);
  window.frame();
  EXPECT_TRUE(has_unsaved(workspace()));
}

TEST(ValuesPanel, WhatIsWrongWithATypedMatrixIsSeenAndGoesWithIt) {
  int tried = 0;
  for (float height = 640; height < 800; height += 20) {
    Headless window({1280, height});
    window.click("side.values");
    window.frame();
    window.click("target.weight");
    window.frame();
    if (!window.ui.controls.contains("apply_typed")) {
      continue;  // Too low to press it without scrolling.
    }
    ++tried;
    window.workspace.editing.pasted = "1 x";
    window.click("apply_typed");
    window.frame();
    ASSERT_FALSE(window.workspace.editing.error.empty());
    ASSERT_TRUE(window.ui.controls.contains("values_error")) << height;
    EXPECT_GE(window.ui.controls.at("values_error").height, ImGui::GetFontSize()) << height;
    window.workspace.editing.target = ValueTarget::input;
    window.frame();
    window.frame();
    window.click("target.bias");
    EXPECT_TRUE(window.workspace.editing.error.empty());
  }
  EXPECT_GT(tried, 1);
}

TEST_F(PanelsTest, ASeedThatIsNoneIsRefusedInWords) {
  open("side.values");
  window.type("seed", "-1");
  EXPECT_EQ(workspace().editing.seed, 0);
  EXPECT_NE(workspace().editing.error.english().find("\"-1\" is not a whole number from 0 to"), std::string::npos);
  window.type("seed", "123456789");
  EXPECT_EQ(workspace().editing.seed, 123456789) << "all its digits";
  EXPECT_TRUE(workspace().editing.error.empty());
}

TEST_F(PanelsTest, EveryListedCommandCanBeRun) {
  const std::vector<ListedCommand> commands = listed_commands(workspace(), window.presets);
  for (const ListedCommand& command : commands) {
    SCOPED_TRACE(command.label.english());
    command.run(workspace());
    window.frame();
    EXPECT_TRUE(is_valid(sized()));
  }
  EXPECT_GT(commands.size(), 60U);
}

TEST_F(PanelsTest, AClickOnACommandRunsItAndClosesTheList) {
  perform(workspace(), Command::toggle_command_list);
  window.frame();
  workspace().command_list.typed = "weight";
  window.frame();
  window.frame();
  window.click("command.0");
  window.frame();
  EXPECT_FALSE(workspace().command_list.open);
  EXPECT_EQ(workspace().document.view.coloring, Coloring::weight);
}

}  // namespace
}  // namespace convscope
