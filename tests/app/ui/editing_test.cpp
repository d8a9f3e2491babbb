#include <gtest/gtest.h>

#include "app/document/kernels.h"
#include "app/ui/document_edits.h"
#include "tests/app/ui/headless.h"

namespace convscope {
namespace {

class EditingTest : public ::testing::Test {
 protected:
  EditingTest() { window.workspace.playback.playing = false; }

  [[nodiscard]] Workspace& workspace() { return window.workspace; }
  [[nodiscard]] const Document& document() { return window.workspace.document; }

  void open(const std::string& tab) {
    window.click(tab);
    window.frame();
  }

  Headless window;
};

TEST_F(EditingTest, EveryChangeIsUndoneAndRedone) {
  const Document before = document();
  open("side.values");
  window.click("fill.ones");
  const Document ones = document();
  EXPECT_FLOAT_EQ(ones.input->at({0, 0, 4, 4}), 1);
  EXPECT_TRUE(ones.preset.empty()) << "it is no longer the preset";
  window.click("target.weight");
  window.click("kernel.sobel_x");
  const Document sobel = document();
  EXPECT_EQ(*sobel.weight, kernel_weight(Kernel::sobel_x, sobel.sized.layer));
  perform(workspace(), Command::undo);
  EXPECT_TRUE(document() == ones);
  window.frame();
  perform(workspace(), Command::undo);
  EXPECT_TRUE(document() == before);
  window.frame();
  EXPECT_FALSE(workspace().history.can_undo());
  perform(workspace(), Command::redo);
  window.frame();
  perform(workspace(), Command::redo);
  EXPECT_TRUE(document() == sobel);
  EXPECT_FALSE(workspace().history.can_redo());
}

TEST_F(EditingTest, OneDragOfASliderIsOneStep) {
  const Document before = document();
  window.drag("dilation.slider", 0, 0.8F);
  ASSERT_FALSE(document() == before);
  perform(workspace(), Command::undo);
  EXPECT_TRUE(document() == before);
  EXPECT_FALSE(workspace().history.can_undo());
}

TEST_F(EditingTest, MovesOfTheCameraAreOneStepAndNoneOfTheNextEdit) {
  const Document before = document();
  for (const float zoom : {1.2F, 1.4F, 1.6F}) {
    workspace().document.view.camera.zoom = zoom;
    window.frame();
  }
  const Document moved = document();
  change_view(workspace(), [&] {
    View dark = document().view;
    dark.theme = Theme::dark;
    return dark;
  }());
  window.frame();
  perform(workspace(), Command::undo);
  EXPECT_TRUE(document() == moved);
  window.frame();
  perform(workspace(), Command::undo);
  EXPECT_TRUE(document() == before);
}

TEST_F(EditingTest, UndoOfALayerKeepsTheStepWithinIt) {
  window.drag("input_size.slider", 0.1F, 0.9F);
  go_to(workspace().playback, workspace().schedule().ticks() - 1, workspace().schedule());
  perform(workspace(), Command::undo);
  EXPECT_LT(workspace().moment().step, workspace().schedule().steps());
  window.frame();
}

TEST_F(EditingTest, FillsGoIntoTheChannelInFrontAlone) {
  window.choose("preset", "conv2d_7x7x3");
  View view = document().view;
  view.input_channel = 1;
  change_view(workspace(), view);
  const Document before = document();
  open("side.values");
  window.click("part.front");
  window.click("fill.zeros");
  EXPECT_EQ(document().input->at({0, 1, 3, 3}), 0);
  EXPECT_EQ(document().input->at({0, 0, 3, 3}), before.input->at({0, 0, 3, 3}));
  EXPECT_EQ(document().input->at({0, 2, 3, 3}), before.input->at({0, 2, 3, 3}));
}

TEST_F(EditingTest, AMatrixIsPutInAndMakesTheInputAsLarge) {
  open("side.values");
  workspace().editing.pasted = "1 2 3\n4 5 6\n7 8 9\n";
  window.click("apply_typed");
  EXPECT_EQ(document().sized.input_size, (Size{3, 3}));
  EXPECT_EQ(document().input->at({0, 0, 1, 2}), 6);
  EXPECT_TRUE(workspace().editing.error.empty());
}

TEST_F(EditingTest, AMatrixThatIsNoneChangesNothingAndIsSaid) {
  const Document before = document();
  open("side.values");
  workspace().editing.pasted = "1 2\n3 x\n";
  window.click("apply_typed");
  EXPECT_TRUE(document() == before);
  EXPECT_NE(workspace().editing.error.english().find("line 2"), std::string::npos)
      << workspace().editing.error.english();
}

TEST_F(EditingTest, AKernelLargerThanTheLayersIsRefused) {
  try_parameter(workspace(), Parameter::kernel_size, Axis::height, 1);
  const Document before = document();
  open("side.values");
  window.click("target.weight");
  window.click("kernel.laplacian");
  EXPECT_TRUE(document() == before);
  EXPECT_NE(workspace().editing.error.english().find("3 × 3"), std::string::npos)
      << workspace().editing.error.english();
}

TEST_F(EditingTest, TheCodeFollowsTheLayerAndTheFramework) {
  open("side.code");
  const std::string torch = workspace().current_code.of(document(), Framework::pytorch, text::Language::english);
  EXPECT_EQ(torch, write_code(text::Language::english, Framework::pytorch, document().sized,
                              {.input = document().input.get(), .weight = document().weight.get(), .bias = {}}));
  window.click("copy_code");
  EXPECT_EQ(workspace().copied_code, torch);
  EXPECT_EQ(ImGui::GetClipboardText(), torch);
  window.choose("framework", "framework.jax");
  EXPECT_EQ(workspace().framework, Framework::jax);
  EXPECT_NE(workspace().current_code.of(document(), workspace().framework, text::Language::english).find("lax"),
            std::string::npos);
}

TEST_F(EditingTest, APoolHasNoWeightsToEdit) {
  window.choose("op", "max_pool2d");
  open("side.values");
  window.click("target.weight");
  window.frame();
  EXPECT_FALSE(window.ui.controls.contains("fill.ones"));
}

}  // namespace
}  // namespace convscope
