#include "engine/window.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "engine/arithmetic.h"
#include "tests/engine/random_layer.h"

namespace convscope {
namespace {

Index any_output(const SizedLayer& sized) {
  return output_of_step(sized, *rc::gen::inRange<std::int64_t>(0, step_count(sized)));
}

/// Where a tap lies in its window: rows and columns of the kernel from the window's corner.
Size place_of(const SizedLayer& sized, const Index& output, const Tap& tap) {
  const Layer& layer = sized.layer;
  const bool transposed = layer.op == Op::conv_transpose2d;
  const Size stretch = transposed ? layer.stride : Size{1, 1};
  const WindowOrigin corner = window_place(layer, output.y, output.x);
  return {(tap.padded_y * stretch.height - corner.y) / layer.dilation.height,
          (tap.padded_x * stretch.width - corner.x) / layer.dilation.width};
}

RC_GTEST_PROP(Window, TapsLieInItWhereTheirWeightDoes, ()) {
  const SizedLayer sized = *testing::valid_layer();
  const Index output = any_output(sized);
  for (const Tap& tap : taps(sized, output)) {
    const Size place = place_of(sized, output, tap);
    RC_ASSERT(place.height >= 0 && place.height < sized.layer.kernel_size.height);
    RC_ASSERT(place.width >= 0 && place.width < sized.layer.kernel_size.width);
    if (tap.weight) {
      RC_ASSERT(window_weight_cell(sized.layer, place) == (Size{tap.weight->y, tap.weight->x}));
    }
  }
}

RC_GTEST_PROP(Window, StaysWithinTheGridAndItsBorder, ()) {
  const SizedLayer sized = *testing::valid_layer();
  const Sides border = window_border(sized);
  const Size grid = window_grid_size(sized);
  const Size span = effective_kernel_size(sized.layer);
  const Size out = output_size(sized);
  const WindowOrigin first = window_place(sized.layer, 0, 0);
  const WindowOrigin last = window_place(sized.layer, out.height - 1, out.width - 1);
  RC_ASSERT(first.y >= -border.top && first.x >= -border.left);
  RC_ASSERT(last.y + span.height <= grid.height + border.bottom);
  RC_ASSERT(last.x + span.width <= grid.width + border.right);
}

RC_GTEST_PROP(Window, WeightChannelsAreThoseOfTheTaps, ()) {
  const SizedLayer sized = *testing::valid_layer(*rc::gen::element(Op::conv2d, Op::conv_transpose2d));
  const Index output = any_output(sized);
  const std::int64_t first = first_input_channel(sized.layer, output.channel);
  for (const Tap& tap : taps(sized, output)) {
    if (tap.input) {
      const WeightChannels channels = weight_channels(sized.layer, output.channel, tap.input->channel - first);
      RC_ASSERT(channels == (WeightChannels{tap.weight->batch, tap.weight->channel}));
    }
  }
}

TEST(Window, OfATransposedLayerSlidesOverTheStretchedInput) {
  // conv_arithmetic's padding_strides_transposed: 3×3 stretched to 5×5, one cell around it.
  const SizedLayer sized{.layer = {.op = Op::conv_transpose2d, .stride = {2, 2}, .padding = {1, 1, 1, 1}},
                         .input_size = {3, 3}};
  EXPECT_EQ(window_grid_size(sized), (Size{5, 5}));
  EXPECT_EQ(window_border(sized), (Sides{1, 1, 1, 1}));
  EXPECT_EQ(window_place(sized.layer, 0, 0), (WindowOrigin{-1, -1}));
  EXPECT_EQ(window_weight_cell(sized.layer, {0, 0}), (Size{2, 2}));
}

}  // namespace
}  // namespace convscope
