#include "app/ui/edit_steps.h"

#include <gtest/gtest.h>

#include <chrono>
#include <thread>

#include "app/ui/document_edits.h"
#include "tests/app/ui/headless.h"

namespace convscope {
namespace {

/// Edits of a large input, which are done in another thread.
class EditStepsTest : public ::testing::Test {
 protected:
  EditStepsTest() {
    window.workspace.playback.playing = false;
    open_preset(workspace(), preset_of("large", {.layer = {.padding = {1, 1, 1, 1}}, .input_size = {1500, 1500}}));
    settle();
    workspace().history = History(document());
  }

  [[nodiscard]] Workspace& workspace() { return window.workspace; }
  [[nodiscard]] const Document& document() { return window.workspace.document; }

  void settle() {
    do {
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
      window.frame();
    } while (workspace().edits.is_busy());
    window.frame();
  }

  Headless window;
};

TEST_F(EditStepsTest, CommandsWaitForTheEditsBeforeThem) {
  const Document before = document();
  fill(workspace(), FillKind::random);
  perform(workspace(), Command::undo);
  settle();
  EXPECT_EQ(document().input, before.input);
  EXPECT_TRUE(workspace().history.can_redo()) << "the edit was done, and undone";
  perform(workspace(), Command::redo);
  EXPECT_EQ(*document().input, filled({1, 1, 1500, 1500}, {FillKind::random, 0}));
}

TEST_F(EditStepsTest, WhatIsInTheDocumentSinceTheLastFrameIsUndoneToo) {
  const Document before = document();
  set_value(workspace(), CellRef{.role = PlaneRole::weight, .index = {}}, 77);
  ASSERT_NE(document().weight, before.weight) << "done at once";
  perform(workspace(), Command::undo);
  EXPECT_EQ(document().weight, before.weight);
  perform(workspace(), Command::redo);
  EXPECT_EQ(document().weight->at({}), 77);
}

TEST_F(EditStepsTest, QuittingAsksForWhatIsStillBeingDone) {
  ASSERT_TRUE(workspace().history.is_saved());
  fill(workspace(), FillKind::random);
  perform(workspace(), Command::quit);
  settle();
  EXPECT_EQ(workspace().files.sheet, FileSheet::unsaved);
  EXPECT_FALSE(workspace().files.request);
}

TEST_F(EditStepsTest, EachIsAStep) {
  const Document before = document();
  fill(workspace(), FillKind::ramp);
  window.frame();
  fill(workspace(), FillKind::ones);
  settle();
  EXPECT_EQ(document().input->at({0, 0, 9, 9}), 1);
  perform(workspace(), Command::undo);
  EXPECT_EQ(document().input->at({0, 0, 0, 9}), 9);
  perform(workspace(), Command::undo);
  EXPECT_EQ(document().input, before.input);
  EXPECT_FALSE(workspace().history.can_undo());
}

TEST_F(EditStepsTest, ControlsShowAndChangeTheLayerThatIsComing) {
  try_parameter(workspace(), Parameter::input_size, Axis::height, 1600);
  EXPECT_EQ(workspace().sized().input_size, (Size{1600, 1600}));
  try_parameter(workspace(), Parameter::stride, Axis::height, 2);
  settle();
  EXPECT_EQ(document().sized.input_size, (Size{1600, 1600}));
  EXPECT_EQ(document().sized.layer.stride, (Size{2, 2}));
  EXPECT_EQ(document().input->shape(), (Shape{1, 1, 1600, 1600}));
}

TEST_F(EditStepsTest, CellsThatASmallerInputHasNoPlaceForArePassedOver) {
  const CellRef corner{.role = PlaneRole::input, .index = {0, 0, 1499, 1499}};
  try_parameter(workspace(), Parameter::input_size, Axis::height, 1400);
  set_value(workspace(), corner, 9);
  settle();
  EXPECT_EQ(document().sized.input_size, (Size{1400, 1400}));
}

TEST_F(EditStepsTest, AKernelAfterAnOpWithoutWeightsIsRefusedInWords) {
  choose_op(workspace(), Op::max_pool2d);
  put_kernel(workspace(), Kernel::box);
  settle();
  EXPECT_EQ(document().sized.layer.op, Op::max_pool2d);
  EXPECT_FALSE(workspace().editing.error.empty());
}

TEST_F(EditStepsTest, APresetIsNotChangedByTheEditsBeforeIt) {
  fill(workspace(), FillKind::random);
  open_preset(workspace(), window.presets.front());
  settle();
  EXPECT_EQ(document().preset, window.presets.front().name);
  EXPECT_FALSE(workspace().edits.is_busy());
}

}  // namespace
}  // namespace convscope
