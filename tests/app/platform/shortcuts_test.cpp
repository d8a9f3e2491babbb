#include "app/platform/shortcuts.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <gtest/gtest.h>

namespace convscope {
namespace {

TEST(Shortcuts, AreThoseOfTheKeyList) {
  EXPECT_EQ(command_of({.key = GLFW_KEY_SPACE}), Command::toggle_play);
  EXPECT_EQ(command_of({.key = GLFW_KEY_RIGHT}), Command::step_forward);
  EXPECT_EQ(command_of({.key = GLFW_KEY_PAGE_DOWN}), Command::step_forward);
  EXPECT_EQ(command_of({.key = GLFW_KEY_LEFT}), Command::step_back);
  EXPECT_EQ(command_of({.key = GLFW_KEY_PAGE_UP}), Command::step_back);
  EXPECT_EQ(command_of({.key = GLFW_KEY_HOME}), Command::first_step);
  EXPECT_EQ(command_of({.key = GLFW_KEY_END}), Command::last_step);
  EXPECT_EQ(command_of({.key = GLFW_KEY_UP}), Command::faster);
  EXPECT_EQ(command_of({.key = GLFW_KEY_DOWN}), Command::slower);
  EXPECT_EQ(command_of({.key = GLFW_KEY_1}), Command::flat_look);
  EXPECT_EQ(command_of({.key = GLFW_KEY_2}), Command::oblique_look);
  EXPECT_EQ(command_of({.key = GLFW_KEY_3}), Command::stack_look);
  EXPECT_EQ(command_of({.key = GLFW_KEY_0}), Command::reset_camera);
  EXPECT_EQ(command_of({.key = GLFW_KEY_RIGHT, .modifiers = GLFW_MOD_CONTROL}), Command::whole_step_forward);
  EXPECT_EQ(command_of({.key = GLFW_KEY_LEFT, .modifiers = GLFW_MOD_CONTROL}), Command::whole_step_back);
  EXPECT_EQ(command_of({.key = GLFW_KEY_LEFT, .modifiers = GLFW_MOD_SHIFT}), Command::cell_left);
  EXPECT_EQ(command_of({.key = GLFW_KEY_DOWN, .modifiers = GLFW_MOD_SHIFT}), Command::cell_down);
  EXPECT_EQ(command_of({.key = GLFW_KEY_PAGE_DOWN, .modifiers = GLFW_MOD_SHIFT}), Command::next_grid);
  EXPECT_EQ(command_of({.key = GLFW_KEY_F1}), Command::toggle_keys);
  EXPECT_EQ(command_of({.key = GLFW_KEY_F11}), Command::toggle_full_screen);
  EXPECT_EQ(command_of({.key = GLFW_KEY_ESCAPE}), Command::close_popup);
  EXPECT_EQ(command_of({.key = GLFW_KEY_Q, .modifiers = GLFW_MOD_CONTROL}), Command::quit);
  EXPECT_EQ(command_of({.key = GLFW_KEY_Z}), std::nullopt);
}

TEST(Shortcuts, WantTheirModifiersExactly) {
  EXPECT_EQ(command_of({.key = GLFW_KEY_Q}), std::nullopt);
  EXPECT_EQ(command_of({.key = GLFW_KEY_SPACE, .modifiers = GLFW_MOD_CONTROL}), std::nullopt);
  EXPECT_EQ(command_of({.key = GLFW_KEY_Q, .modifiers = GLFW_MOD_CONTROL | GLFW_MOD_NUM_LOCK}), Command::quit);
}

TEST(Shortcuts, RepeatStepsWhileHeldAndNothingElse) {
  EXPECT_EQ(command_of({.key = GLFW_KEY_RIGHT, .repeat = true}), Command::step_forward);
  EXPECT_EQ(command_of({.key = GLFW_KEY_LEFT, .repeat = true}), Command::step_back);
  EXPECT_EQ(command_of({.key = GLFW_KEY_RIGHT, .modifiers = GLFW_MOD_CONTROL, .repeat = true}),
            Command::whole_step_forward);
  EXPECT_EQ(command_of({.key = GLFW_KEY_SPACE, .repeat = true}), std::nullopt);
  EXPECT_EQ(command_of({.key = GLFW_KEY_F11, .repeat = true}), std::nullopt);
}

}  // namespace
}  // namespace convscope
