#include <gtest/gtest.h>

#include "app/ui/command_list.h"
#include "app/ui/document_edits.h"
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
  EXPECT_TRUE(workspace().refusal.has_value());
  workspace().refusal.reset();
  window.type("solver.height", "100000");
  window.frame();
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
