#include "app/ui/stage_input.h"

#include <gtest/gtest.h>

#include <string>

#include "app/scene/camera.h"
#include "app/ui/document_edits.h"
#include "app/ui/edit_steps.h"
#include "tests/app/ui/headless.h"

namespace convscope {
namespace {

/// The panels with the stage between them, on padding_strides at rest.
class StageInputTest : public ::testing::Test {
 protected:
  StageInputTest() {
    window.workspace.playback.playing = false;
    frame();
  }

  [[nodiscard]] Workspace& workspace() { return window.workspace; }
  [[nodiscard]] CameraMove& camera() { return workspace().document.view.camera; }
  [[nodiscard]] StageView view() const { return {window.stage, room_, scene_}; }

  void frame() {
    ImGui::NewFrame();
    window.stage = draw_window(window.ui, workspace(), window.presets);
    room_ = {.size = {window.stage.width, window.stage.height}};
    scene_ = build_scene(workspace().document, workspace().result(), workspace().moment(), room_);
    input_.take(window.ui, view(), workspace());
    record_changes(workspace(), is_held());
    ImGui::Render();
  }

  void move(ImVec2 position) {
    window.move_mouse(position);
    frame();
  }

  void click(ImVec2 position, int button = 0) {
    move(position);
    set_button(true, button);
    set_button(false, button);
  }

  void set_button(bool down, int button = 0) {
    window.set_button(down, button);
    frame();
  }

  void drag(ImVec2 from, ImVec2 to, int button = 0) {
    move(from);
    set_button(true, button);
    constexpr int moves = 7;
    for (int i = 1; i <= moves; ++i) {
      const float share = static_cast<float>(i) / moves;
      move({from.x + share * (to.x - from.x), from.y + share * (to.y - from.y)});
    }
    set_button(false, button);
  }

  /// Time passes, so that the next click is not the second of a double click.
  void wait() {
    ImGui::GetIO().DeltaTime = 1;
    frame();
    ImGui::GetIO().DeltaTime = 1.0F / 60;
  }

  void wheel(float notches) {
#if IMGUI_VERSION_NUM < 18700
    ImGui::GetIO().MouseWheel = notches;
#else
    ImGui::GetIO().AddMouseWheelEvent(0, notches);
#endif
    frame();
  }

  void hold_shift(bool down) {
#if IMGUI_VERSION_NUM < 18700
    ImGui::GetIO().KeyShift = down;
#else
    ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, down);
#endif
    frame();
  }

  [[nodiscard]] static CellRef output(std::int64_t y, std::int64_t x) { return {PlaneRole::output, {0, 0, y, x}}; }
  [[nodiscard]] static CellRef input(std::int64_t y, std::int64_t x) { return {PlaneRole::input, {0, 0, y, x}}; }

  /// The middle of a cell, in the window.
  [[nodiscard]] ImVec2 at(const CellRef& cell) const {
    const ControlRect rect = view().place_of(cell_box(scene_, cell).value());
    return {rect.x + rect.width / 2, rect.y + rect.height / 2};
  }

  /// The stage's corner, where there is no plane.
  [[nodiscard]] ImVec2 beside() const { return {window.stage.x + 3, window.stage.y + 3}; }

  Headless window;

 private:
  Stage room_;
  Scene scene_;
  StageInput input_;
};

TEST_F(StageInputTest, RestingOnACellHoversIt) {
  move(at(output(1, 2)));
  EXPECT_EQ(workspace().hovered, output(1, 2));
  frame();
  EXPECT_EQ(workspace().hovered, output(1, 2));
  move(at(input(3, 0)));
  EXPECT_EQ(workspace().hovered, input(3, 0));
  move(beside());
  EXPECT_EQ(workspace().hovered, std::nullopt);
}

TEST_F(StageInputTest, PanelsAreNotLookedThrough) {
  move(at(output(0, 0)));
  workspace().show_keys = true;
  frame();
  frame();
  const ControlRect close = window.ui.controls.at("sheet.close");
  move({close.x + 2, close.y + 2});
  frame();
  EXPECT_EQ(workspace().hovered, std::nullopt);
  workspace().show_keys = false;
  move(window.middle("stride.slider"));
  EXPECT_EQ(workspace().hovered, std::nullopt);
}

TEST_F(StageInputTest, AClickPinsUntilTheNext) {
  click(at(output(0, 1)));
  EXPECT_EQ(workspace().pinned, output(0, 1));
  move(at(input(2, 2)));
  EXPECT_EQ(workspace().pinned, output(0, 1));
  EXPECT_EQ(workspace().hovered, input(2, 2));
  wait();
  click(at(input(2, 2)));
  EXPECT_EQ(workspace().pinned, input(2, 2)) << "another cell takes its place";
  wait();
  click(at(input(2, 2)));
  EXPECT_EQ(workspace().pinned, std::nullopt) << "the same lets go";
  wait();
  click(at(input(2, 2)));
  wait();
  click(beside());
  EXPECT_EQ(workspace().pinned, std::nullopt) << "and so does a place without a cell";
}

TEST_F(StageInputTest, EscapeLetsGoWhenNothingLiesOverTheWindow) {
  click(at(output(0, 1)));
  workspace().show_keys = true;
  perform(workspace(), Command::close_popup);
  EXPECT_EQ(workspace().pinned, output(0, 1));
  perform(workspace(), Command::close_popup);
  EXPECT_EQ(workspace().pinned, std::nullopt);
}

TEST_F(StageInputTest, ATremblingHandClicks) {
  const ImVec2 start = at(output(1, 1));
  drag(start, {start.x + 2, start.y - 2});
  EXPECT_EQ(workspace().pinned, output(1, 1));
  EXPECT_EQ(camera(), CameraMove{});
}

TEST_F(StageInputTest, ADragPansAndPinsNothing) {
  for (const Look look : {Look::flat, Look::oblique}) {
    workspace().document.view.look = look;
    frame();
    const ImVec2 start = at(output(1, 1));
    drag(start, {start.x + 60, start.y - 25});
    EXPECT_EQ(workspace().pinned, std::nullopt);
    EXPECT_FLOAT_EQ(camera().pan_x, 60);
    EXPECT_FLOAT_EQ(camera().pan_y, -25);
    camera() = {};
  }
}

TEST_F(StageInputTest, ADragTurnsTheStackAndShiftOrTheMiddleButtonPansIt) {
  const ImVec2 start = beside();
  const ImVec2 end{start.x + 50, start.y + 10};
  workspace().document.view.look = Look::stack;
  frame();
  drag(start, end);
  EXPECT_FLOAT_EQ(camera().pan_x, 0);
  EXPECT_GT(camera().yaw, 5);
  EXPECT_GT(camera().pitch, 1);
  camera() = {};
  hold_shift(true);
  drag(start, end);
  hold_shift(false);
  EXPECT_FLOAT_EQ(camera().pan_x, 50);
  EXPECT_EQ(camera().yaw, 0);
  drag(start, end, ImGuiMouseButton_Middle);
  EXPECT_FLOAT_EQ(camera().pan_x, 100);
  EXPECT_EQ(camera().yaw, 0);
  EXPECT_EQ(workspace().pinned, std::nullopt);
}

TEST_F(StageInputTest, NothingIsHoveredWhileDragging) {
  const ImVec2 start = at(output(1, 1));
  move(start);
  set_button(true);
  move({start.x + 30, start.y});
  EXPECT_EQ(workspace().hovered, std::nullopt);
  set_button(false);
  move(at(output(1, 1)));
  EXPECT_EQ(workspace().hovered, output(1, 1));
}

TEST_F(StageInputTest, ADragGoesOnOverPanels) {
  drag(beside(), window.middle("stride.slider"));
  EXPECT_LT(camera().pan_x, -10);
  EXPECT_EQ(workspace().document.sized.layer.stride, (Size{2, 2}));
}

TEST_F(StageInputTest, WhatBeginsOnAPanelIsNotTheStages) {
  const SizedLayer before = workspace().document.sized;
  drag(window.middle("bias"), at(output(0, 0)));
  EXPECT_EQ(workspace().document.sized, before);
  EXPECT_EQ(workspace().pinned, std::nullopt);
  EXPECT_EQ(camera(), CameraMove{});
}

TEST_F(StageInputTest, TheWheelZoomsAroundThePointer) {
  const ImVec2 pointer = at(output(2, 2));
  const Vec2 pixel = view().pixel_of(pointer);
  move(pointer);
  wheel(2);
  const Stage room{.size = {window.stage.width, window.stage.height}};
  EXPECT_GT(camera().zoom, 1.3F);
  EXPECT_EQ(camera(), zoomed({}, camera().zoom, pixel, room));
  move(window.middle("stride.slider"));
  const CameraMove before = camera();
  wheel(1);
  EXPECT_EQ(camera(), before) << "the slider's own";
}

TEST_F(StageInputTest, ADoubleClickPutsTheCameraBackAndKeepsThePin) {
  click(at(output(0, 0)));
  wait();
  camera().zoom = 1.5F;
  frame();
  const ImVec2 elsewhere = at(input(1, 1));
  click(elsewhere);
  click(elsewhere);
  EXPECT_EQ(camera(), CameraMove{});
  EXPECT_EQ(workspace().pinned, output(0, 0));
}

TEST_F(StageInputTest, APinnedCellGoesWithTheLayerThatHadIt) {
  click(at(output(2, 2)));
  window.move_mouse(beside());
  SizedLayer smaller = workspace().document.sized;
  smaller.input_size = {4, 4};
  try_layer(workspace(), smaller);
  frame();
  EXPECT_EQ(workspace().pinned, std::nullopt);
}

TEST_F(StageInputTest, APinnedCellStaysWhereItStillIs) {
  click(at(output(1, 1)));
  SizedLayer larger = workspace().document.sized;
  larger.input_size = {9, 9};
  try_layer(workspace(), larger);
  frame();
  EXPECT_EQ(workspace().pinned, output(1, 1));
}

TEST_F(StageInputTest, PaintingGivesCellsOnTheWayItsValueAsOneStep) {
  const Document before = workspace().document;
  workspace().editing.painting = true;
  workspace().editing.paint = 9;
  drag(at(input(1, 0)), at(input(1, 4)));
  for (std::int64_t x = 0; x < 5; ++x) {
    EXPECT_EQ(workspace().document.input->at({0, 0, 1, x}), 9) << x;
    EXPECT_EQ(workspace().document.input->at({0, 0, 2, x}), before.input->at({0, 0, 2, x})) << x;
  }
  EXPECT_EQ(camera(), CameraMove{});
  EXPECT_EQ(workspace().pinned, std::nullopt);
  perform(workspace(), Command::undo);
  EXPECT_TRUE(workspace().document == before);
}

TEST_F(StageInputTest, PaintingLeavesOutputsAndPaddingAlone) {
  const Document before = workspace().document;
  workspace().editing.painting = true;
  click(at(output(1, 1)));
  click(at({PlaneRole::input, {0, 0, -1, 2}, CellKind::padding}));
  click(beside());
  EXPECT_TRUE(workspace().document == before);
}

TEST_F(StageInputTest, TheWheelChangesThePinnedCellsValue) {
  const float before = workspace().document.input->at({0, 0, 2, 3});
  click(at(input(2, 3)));
  wheel(1);
  EXPECT_EQ(workspace().document.input->at({0, 0, 2, 3}), before + 1);
  hold_shift(true);
  wheel(-1);
  hold_shift(false);
  EXPECT_FLOAT_EQ(workspace().document.input->at({0, 0, 2, 3}), before + 0.9F);
  EXPECT_EQ(camera(), CameraMove{}) << "it zooms elsewhere";
  move(at(input(4, 4)));
  wheel(1);
  EXPECT_GT(camera().zoom, 1);
}

TEST_F(StageInputTest, DraggingThePinnedCellUpRaisesItsValueAsOneStep) {
  const Document before = workspace().document;
  const float value = before.input->at({0, 0, 2, 3});
  const ImVec2 cell = at(input(2, 3));
  click(cell);
  wait();
  drag(cell, {cell.x, cell.y - 40});
  EXPECT_EQ(workspace().document.input->at({0, 0, 2, 3}), value + 5);
  EXPECT_EQ(camera(), CameraMove{});
  EXPECT_EQ(workspace().pinned, input(2, 3));
  perform(workspace(), Command::undo);
  EXPECT_TRUE(workspace().document == before);
}

}  // namespace
}  // namespace convscope
