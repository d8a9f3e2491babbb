#include "app/scene/line_gaps.h"

#include <gtest/gtest.h>

#include "app/scene/text_width.h"
#include "tests/app/scene/scenes.h"

namespace convscope::testing {
namespace {

Scene crossed(std::vector<Label> labels) {
  Scene scene;
  scene.size = {400, 300};
  scene.items.emplace_back(Line{.from = {0, 100, 0}, .to = {400, 100, 0}, .color = {}, .name = "line"});
  for (Label& label : labels) {
    scene.items.emplace_back(std::move(label));
  }
  leave_gaps_for_labels(scene);
  return scene;
}

Label word(float x, float y) { return {.text = "word", .position = {x, y, 0}, .size = 10, .color = {}}; }

TEST(LineGaps, LeaveAGapForEachTextThatALineMeets) {
  const std::vector<Line> lines = all_of<Line>(crossed({word(100, 104), word(300, 104), word(200, 140)}));
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lines[0].name, "line");
  EXPECT_EQ(lines[2].name, "line rest rest");
  EXPECT_EQ(lines[0].from.x, 0);
  EXPECT_NEAR(lines[0].to.x, 100, 1e-2F);
  EXPECT_NEAR(lines[1].from.x, 100 + text_width("word", 10), 1e-2F);
  EXPECT_NEAR(lines[1].to.x, 300, 1e-2F);
  EXPECT_NEAR(lines[2].to.x, 400, 1e-2F);
}

TEST(LineGaps, LeaveOtherLinesAsTheyAre) {
  EXPECT_EQ(all_of<Line>(crossed({word(100, 90), word(300, 120)})).size(), 1U);
  EXPECT_EQ(all_of<Line>(crossed({})).at(0).to.x, 400);
}

TEST(LineGaps, NoLineOfTheStackCrossesATextWhateverItsSizes) {
  for (const Size size : {Size{64, 1}, Size{1, 64}, Size{5, 5}, Size{1, 1}}) {
    Preset preset;
    preset.sized.input_size = size;
    preset.sized.layer.kernel_size = {std::min<std::int64_t>(3, size.height), std::min<std::int64_t>(3, size.width)};
    const Document document = make_document(preset, {.look = Look::stack});
    Scene scene = build_scene(document, compute(document), {}, {.size = {1000, 800}});
    const std::vector<SceneItem> before = scene.items;
    leave_gaps_for_labels(scene);
    EXPECT_EQ(scene.items.size(), before.size()) << size.height << " x " << size.width;
  }
}

}  // namespace
}  // namespace convscope::testing
