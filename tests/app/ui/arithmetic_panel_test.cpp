#include <gtest/gtest.h>

#include <map>

#include "app/document/view_names.h"
#include "app/scene/sum_text.h"
#include "app/text/names.h"
#include "app/ui/arithmetic_sections.h"
#include "app/ui/math_text.h"
#include "tests/app/ui/headless.h"

namespace convscope {
namespace {

/// What the panels have drawn: every vertex of every window.
std::size_t vertices_drawn() {
  const ImDrawData& data = *ImGui::GetDrawData();
  return static_cast<std::size_t>(data.TotalVtxCount);
}

void set(Headless& window, const View& view) {
  change_view(window.workspace, view);
  window.frame();
}

TEST(ArithmeticPanel, DrawsEveryOpPaceAndFlowAtEveryTick) {
  for (const Op op : ops) {
    Headless window;
    window.choose("preset", "conv2d_7x7x3");
    if (op != Op::conv2d) {
      window.choose("op", std::string(text::name(op)));
    }
    window.workspace.playback.playing = false;
    for (const auto& flow : flows) {
      View flowing = window.workspace.document.view;
      flowing.flow = flow.value;
      set(window, flowing);
      const std::map<std::string, ControlRect> before = window.ui.controls;
      for (const auto& pace : paces) {
        for (const auto& form : transposed_forms) {
          View view = window.workspace.document.view;
          view.flow = flow.value;
          view.pace = pace.value;
          view.transposed = form.value;
          set(window, view);
          const std::int64_t ticks = window.workspace.schedule().ticks();
          for (std::int64_t tick = 0; tick < ticks; tick += std::max<std::int64_t>(1, ticks / 7)) {
            go_to(window.workspace.playback, tick, window.workspace.schedule());
            window.frame();
            ASSERT_EQ(window.ui.controls, before) << text::name(op) << " " << flow.name << " " << pace.name;
          }
        }
      }
    }
  }
}

TEST(ArithmeticPanel, GrowsWithTheNumbersItLists) {
  Headless window;
  window.workspace.playback.playing = false;
  window.frame();
  const std::size_t nine = vertices_drawn();
  window.workspace.document = with_layer(window.workspace.document, {.layer = {.kernel_size = {5, 5}}});
  window.frame();
  EXPECT_GT(vertices_drawn(), nine + 16 * 20) << "16 more boxes";
}

TEST(ArithmeticPanel, ManyNumbersAreNotListed) {
  Headless window;
  SizedLayer wide{.layer = {.kernel_size = {60, 60}}, .input_size = {60, 60}};
  try_layer(window.workspace, wide);
  window.frame();
  window.frame();
  EXPECT_LT(vertices_drawn(), 20000U);
}

TEST(ArithmeticPanel, SumsOfChannelsStandInFewerColumnsBeforeTheyAreShrunk) {
  const Headless window;
  EXPECT_EQ(channel_columns(window.ui, 1000), 3);
  EXPECT_EQ(channel_columns(window.ui, 50), 1);
  const MathText usual = channel_text(text::Language::english, {.channel = 11, .sum = -12.345});
  for (float width = 200; width < 600; width += 10) {
    const auto columns = static_cast<float>(channel_columns(window.ui, width));
    EXPECT_LE(math_width(window.ui, usual, {}), width / columns) << width;
  }
}

TEST(ArithmeticPanel, AThousandChannelsAreCountedNotListed) {
  Headless window;
  SizedLayer deep{.layer = {.in_channels = 1000, .kernel_size = {1, 1}}, .input_size = {3, 3}};
  try_layer(window.workspace, deep);
  window.frame();
  window.frame();
  EXPECT_LT(vertices_drawn(), 20000U);
}

TEST(ArithmeticPanel, LightsTheInputOfTheProductUnderTheMouse) {
  Headless window;
  window.workspace.playback.playing = false;
  window.frame();
  const ControlRect numbers = window.ui.controls.at("sum.numbers");
  // The chips lie below the heading; the second row's second is the middle of the window: input[0, 0, 0].
  window.move_mouse({numbers.x - 60, numbers.y + 88});
  window.frame();
  ASSERT_TRUE(shown_cell(window.workspace).has_value());
  EXPECT_EQ(shown_cell(window.workspace)->role, PlaneRole::input);
  window.move_mouse({-10, -10});
  window.frame();
  EXPECT_FALSE(shown_cell(window.workspace).has_value());
}

TEST(ArithmeticPanel, IsWrittenInLettersWhenAsked) {
  Headless window;
  window.workspace.playback.playing = false;
  window.click("sum.variables");
  EXPECT_TRUE(window.workspace.variables);
  window.click("sum.numbers");
  EXPECT_FALSE(window.workspace.variables);
}

}  // namespace
}  // namespace convscope
