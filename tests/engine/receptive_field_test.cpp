#include "engine/receptive_field.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <optional>

#include "engine/arithmetic.h"
#include "engine/taps.h"
#include "tests/engine/random_layer.h"

namespace convscope {
namespace {

Layer square(std::int64_t kernel_size, std::int64_t stride, std::int64_t padding, std::int64_t dilation = 1) {
  Layer layer;
  layer.kernel_size = {kernel_size, kernel_size};
  layer.stride = {stride, stride};
  layer.padding = {padding, padding, padding, padding};
  layer.dilation = {dilation, dilation};
  return layer;
}

TEST(ReceptiveField, OfAlexNet) {
  // Araujo et al. 2019, table 1: alexnet_v2's receptive field at pool5 is 195, its effective stride 32 (padding "valid"
  // in conv1).
  const std::vector<Layer> chain{square(11, 4, 0), square(3, 2, 0), square(5, 1, 2), square(3, 2, 0),
                                 square(3, 1, 1),  square(3, 1, 1), square(3, 1, 1), square(3, 2, 0)};
  const std::vector<ReceptiveField> fields = receptive_fields(chain);
  ASSERT_EQ(fields.size(), 8U);
  EXPECT_EQ(fields[0].height, (AxisReceptiveField{11, 4, 0, 5}));
  EXPECT_EQ(fields[1].height, (AxisReceptiveField{19, 8, 0, 9}));
  EXPECT_EQ(fields[2].height, (AxisReceptiveField{51, 8, -16, 9}));
  EXPECT_EQ(fields[7].width.size, 195);
  EXPECT_EQ(fields[7].width.jump, 32);
}

TEST(ReceptiveField, OfAChainBeyondExactNumbersEndsBefore) {
  const std::vector<Layer> chain(70, square(3, 2, 1));
  EXPECT_EQ(receptive_fields(chain).size(), 52U);
  EXPECT_TRUE(receptive_fields({}).empty());
}

TEST(ReceptiveField, OfATransposedLayerHasAFractionOfAJump) {
  Layer upsampling = square(4, 2, 1);
  upsampling.op = Op::conv_transpose2d;
  const std::vector<ReceptiveField> fields = receptive_fields(std::vector<Layer>{upsampling, square(3, 1, 1)});
  EXPECT_EQ(fields[0].height, (AxisReceptiveField{2, 0.5, -1, -0.25}));
  EXPECT_EQ(fields[1].height, (AxisReceptiveField{3, 0.5, -1.5, -0.25}));
}

TEST(ReceptiveField, OfTenTenthsIsAWholeCell) {
  Layer upsampling = square(1, 10, 0);
  upsampling.op = Op::conv_transpose2d;
  std::vector<Layer> chain(11, square(2, 1, 0));
  chain.front() = upsampling;
  const AxisReceptiveField field = receptive_fields(chain).back().height;
  EXPECT_EQ(field.size, 2) << "a tenth is no binary fraction: ten of them miss 1";
  EXPECT_EQ(field.jump, 0.1);
}

/// Rows of the first layer's padded input that rows from `first` to `last` of the last layer's output come from, by
/// taps.
struct Rows {
  std::int64_t first = 0;
  std::int64_t last = 0;
};

RC_GTEST_PROP(ReceptiveField, IsWhatTapsSay, ()) {
  const auto chain = *rc::gen::container<std::vector<SizedLayer>>(3, testing::valid_layer(Op::max_pool2d));
  std::vector<Layer> layers;
  std::ranges::transform(chain, std::back_inserter(layers), &SizedLayer::layer);
  Rows rows;
  for (std::size_t i = layers.size(); i > 0; --i) {
    const SizedLayer sized{layers[i - 1], {1, 1}};
    const std::int64_t first = taps(sized, {0, 0, rows.first, 0}).front().padded_y;
    const std::int64_t last = taps(sized, {0, 0, rows.last, 0}).back().padded_y;
    rows = {first, last};
  }
  const AxisReceptiveField field = receptive_fields(layers).back().height;
  RC_ASSERT(field.start == static_cast<double>(rows.first));
  RC_ASSERT(field.size == static_cast<double>(rows.last - rows.first + 1));
  RC_ASSERT(field.center == static_cast<double>(rows.first + rows.last) / 2);
}

}  // namespace
}  // namespace convscope
