#include <gtest/gtest.h>

#include <random>

#include "app/text/names.h"
#include "engine/arithmetic.h"
#include "tests/app/ui/headless.h"

namespace convscope {
namespace {

const Layer& layer(const Headless& window) { return window.workspace.document.sized.layer; }

bool shows(const Headless& window, const std::string& control) { return window.ui.controls.contains(control); }

void expect_valid(const Headless& window) {
  EXPECT_FALSE(window.workspace.refusal.has_value());
  EXPECT_TRUE(is_valid(window.workspace.document.sized));
}

TEST(LayerPanel, EveryOpIsAChoice) {
  for (const Op op : ops) {
    Headless window;
    window.choose("op", std::string(text::name(op)));
    EXPECT_EQ(layer(window).op, op);
    expect_valid(window);
    EXPECT_EQ(window.workspace.result().output->shape().channels, layer(window).out_channels);
  }
}

TEST(LayerPanel, EachOpHasItsOwnRows) {
  Headless window;
  EXPECT_TRUE(shows(window, "padding_mode"));
  EXPECT_TRUE(shows(window, "groups.slider"));
  EXPECT_FALSE(shows(window, "output_padding.slider"));
  window.choose("op", "conv_transpose2d");
  EXPECT_FALSE(shows(window, "padding_mode"));
  EXPECT_TRUE(shows(window, "output_padding.slider"));
  EXPECT_TRUE(shows(window, "flip_kernel"));
  window.choose("op", "max_pool2d");
  EXPECT_FALSE(shows(window, "groups.slider"));
  EXPECT_FALSE(shows(window, "bias"));
  EXPECT_FALSE(shows(window, "flip_kernel"));
  EXPECT_FALSE(shows(window, "out_channels.slider"));
  EXPECT_TRUE(shows(window, "dilation.slider"));
  window.choose("op", "avg_pool2d");
  EXPECT_FALSE(shows(window, "dilation.slider"));
}

TEST(LayerPanel, APoolAndBackKeepsTheFiltersAndTheirWeights) {
  Headless window;
  window.choose("preset", "conv2d_7x7x3");
  Tensor weight = *window.workspace.document.weight;
  weight.at({1, 2, 0, 1}) = 42;  // No sample.
  window.workspace.document.weight = std::make_shared<const Tensor>(weight);
  const Document before = window.workspace.document;
  window.choose("op", "avg_pool2d");
  EXPECT_EQ(layer(window).out_channels, 3);
  EXPECT_EQ(window.workspace.document.weight->shape(), Tensor().shape());
  window.choose("op", "conv2d");
  EXPECT_EQ(window.workspace.document.sized, before.sized);
  EXPECT_EQ(*window.workspace.document.weight, *before.weight);
}

TEST(LayerPanel, APoolsChannelsAreOneSlider) {
  Headless window;
  window.choose("op", "max_pool2d");
  window.drag("in_channels.slider", 0.1F, 1.0F);
  EXPECT_EQ(layer(window).in_channels, 16);
  EXPECT_EQ(layer(window).out_channels, 16);
  expect_valid(window);
}

TEST(LayerPanel, NoDragReachesAnInvalidLayerOfAnyOp) {
  std::mt19937 random(11);
  std::uniform_real_distribution<float> share(0, 1);
  Headless window({1280, 900});
  for (int i = 0; i < 80; ++i) {
    if (i % 10 == 0) {
      const Op op = ops[random() % ops.size()];
      if (op != layer(window).op) {
        window.choose("op", std::string(text::name(op)));
      }
    }
    std::vector<std::string> sliders;
    for (const auto& [name, place] : window.ui.controls) {
      if (name.ends_with(".slider")) {
        sliders.push_back(name);
      }
    }
    window.drag(sliders[random() % sliders.size()], share(random), share(random));
    ASSERT_FALSE(window.workspace.refusal.has_value());
    ASSERT_TRUE(is_valid(window.workspace.document.sized));
  }
}

TEST(LayerPanel, OutputPaddingEndsBelowTheStride) {
  Headless window;
  window.choose("op", "conv_transpose2d");
  window.drag("output_padding.slider", 0.0F, 1.0F);
  EXPECT_EQ(layer(window).output_padding, (Size{1, 1}));
  window.click("output_padding.link");
  window.drag("output_padding.width.slider", 0.2F, 0.0F);
  EXPECT_EQ(layer(window).output_padding, (Size{1, 0}));
}

TEST(LayerPanel, SwitchesSwitch) {
  Headless window;
  window.click("flip_kernel");
  EXPECT_TRUE(layer(window).flip_kernel);
  window.click("bias");
  EXPECT_TRUE(layer(window).bias);
}

TEST(LayerPanel, PaddingModesAreChoices) {
  Headless window;
  for (const PaddingMode mode : {PaddingMode::reflect, PaddingMode::replicate, PaddingMode::circular}) {
    window.choose("padding_mode", std::string(text::name(mode)));
    EXPECT_EQ(layer(window).padding_mode, mode);
    expect_valid(window);
  }
}

TEST(LayerPanel, AModeThatCannotBeIsExplainedAndMended) {
  Headless window;
  window.type("padding.box", "5");
  window.choose("padding_mode", "reflect");
  ASSERT_TRUE(window.workspace.refusal.has_value());
  EXPECT_EQ(window.workspace.refusal->problems.front().reason, Reason::reflect_exceeds_input);
  EXPECT_EQ(layer(window).padding_mode, PaddingMode::zeros);
  window.frame();
  window.click("mend.0");
  expect_valid(window);
  EXPECT_EQ(layer(window).padding_mode, PaddingMode::reflect);
}

TEST(LayerPanel, PaddingIsAlsoAWord) {
  Headless window;
  window.choose("padding.rule", "same");
  ASSERT_TRUE(window.workspace.refusal.has_value()) << "same needs stride 1";
  window.frame();
  window.click("mend.0");
  expect_valid(window);
  EXPECT_EQ(layer(window).padding_rule, PaddingRule::same);
  EXPECT_EQ(output_size(window.workspace.document.sized), (Size{5, 5}));
  window.choose("padding.rule", "valid");
  EXPECT_EQ(layer(window).padding_rule, PaddingRule::valid);
  EXPECT_EQ(output_size(window.workspace.document.sized), (Size{3, 3}));
  window.choose("padding.rule", "amounts");
  EXPECT_EQ(layer(window).padding_rule, PaddingRule::amounts);
  EXPECT_EQ(layer(window).padding, (Sides{0, 0, 0, 0}));
}

TEST(LayerPanel, PaddingHasFourSides) {
  Headless window;
  EXPECT_FALSE(shows(window, "padding.top"));
  window.choose("padding.rule", "sides");
  EXPECT_EQ(layer(window).padding, (Sides{1, 1, 1, 1})) << "nothing has changed yet";
  EXPECT_FALSE(shows(window, "padding.slider"));
  window.type("padding.top", "3");
  window.type("padding.bottom", "0");
  window.type("padding.left", "2");
  window.type("padding.right", "4");
  EXPECT_EQ(layer(window).padding, (Sides{3, 0, 2, 4}));
  window.choose("padding.rule", "amounts");
  EXPECT_EQ(layer(window).padding, (Sides{3, 3, 2, 2}));
  EXPECT_TRUE(shows(window, "padding.slider"));
}

TEST(LayerPanel, ASideOfSameMakesAmountsOfIt) {
  Headless window;
  window.drag("stride.slider", 0.2F, 0.0F);
  window.choose("padding.rule", "same");
  window.type("padding.right", "0");
  EXPECT_EQ(layer(window).padding_rule, PaddingRule::amounts);
  EXPECT_EQ(layer(window).padding, (Sides{1, 1, 1, 0}));
}

TEST(LayerPanel, FitsWithoutScrollingForConv2d) {
  for (const ImVec2 size : {ImVec2(1280, 720), ImVec2(1024, 640)}) {
    Headless window(size);
    window.choose("preset", "conv2d_7x7x3");
    for (const std::string control : {"preset", "op", "groups.slider", "bias", "front_channel"}) {
      ASSERT_TRUE(shows(window, control)) << control << " at " << size.y;
    }
    const ControlRect& last = window.ui.controls.at("front_channel");
    EXPECT_EQ(last.height, 20) << "all of it can be seen";
  }
}

TEST(LayerPanel, ScrollsWhereItIsLow) {
  Headless window({1024, 400});
  EXPECT_FALSE(shows(window, "bias"));
  window.move_mouse({20, 100});
  window.frame();
  for (int i = 0; i < 40; ++i) {
    window.wheel(-1);
    window.wheel(0);
  }
  EXPECT_TRUE(shows(window, "bias"));
}

TEST(LayerPanel, TheFrontChannelFollowsItsSlider) {
  Headless window;
  EXPECT_FALSE(shows(window, "front_channel")) << "there is but one";
  window.choose("preset", "conv2d_7x7x3");
  window.drag("front_channel", 0.0F, 1.0F);
  EXPECT_EQ(window.workspace.document.view.input_channel, 2);
}

TEST(LayerPanel, ALayerWithTooMuchWorkIsRefusedForPoolsToo) {
  Headless window;
  window.choose("op", "max_pool2d");
  window.type("kernel_size.box", "4000");
  window.workspace.refusal.reset();
  SizedLayer huge{.layer = {.op = Op::max_pool2d, .kernel_size = {3000, 3000}, .stride = {1, 1}},
                  .input_size = {4500, 4500}};
  try_layer(window.workspace, huge);
  ASSERT_TRUE(window.workspace.refusal.has_value());
  EXPECT_FALSE(window.workspace.refusal->message.empty());
}

}  // namespace
}  // namespace convscope
