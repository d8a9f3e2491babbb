#include "engine/forward_fast.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <atomic>
#include <bit>
#include <chrono>
#include <cmath>
#include <limits>
#include <thread>

#include "engine/forward.h"
#include "tests/engine/random_layer.h"

namespace convscope {
namespace {

struct Case {
  SizedLayer sized;
  Tensor input;
  Tensor weight;
  std::vector<float> bias;
};

/// Values whose sums round at every addition; now and then one that is not finite, or −0.
float any_value() {
  constexpr float infinity = std::numeric_limits<float>::infinity();
  if (*rc::gen::inRange(0, 40) == 0) {
    return *rc::gen::element(infinity, -infinity, std::numeric_limits<float>::quiet_NaN(), -0.0F);
  }
  return static_cast<float>(*rc::gen::inRange(-1000000, 1000000)) * 1.1e-5F;
}

void fill(std::span<float> values) { std::ranges::generate(values, any_value); }

Case random_case(const SizedLayer& sized, std::int64_t batch) {
  Shape shape = input_shape(sized);
  shape.batch = batch;
  Case c{sized, Tensor(shape), *testing::integer_weight(sized.layer), *testing::integer_bias(sized.layer)};
  fill(c.input.values());
  fill(c.weight.values());
  fill(c.bias);
  return c;
}

/// Bit by bit, where they are not both NaN.
bool identical(const Tensor& a, const Tensor& b) {
  return a.shape() == b.shape() && std::ranges::equal(a.values(), b.values(), [](float x, float y) {
           return std::bit_cast<std::uint32_t>(x) == std::bit_cast<std::uint32_t>(y) ||
                  (std::isnan(x) && std::isnan(y));
         });
}

bool equals_forward(const Case& c) {
  const auto fast = forward_fast(c.sized.layer, {c.input, c.weight, c.bias}, {});
  return fast && identical(*fast, forward(c.sized.layer, c.input, c.weight, c.bias));
}

RC_GTEST_PROP(ForwardFast, IsTheReferenceBitForBit, ()) {
  RC_ASSERT(equals_forward(random_case(*testing::valid_layer(), *rc::gen::inRange<std::int64_t>(1, 4))));
}

/// Rows longer than a run, and more output channels than are taken at once.
RC_GTEST_PROP(ForwardFast, IsTheReferenceInWideAndDeepLayers, ()) {
  SizedLayer sized = *testing::valid_layer();
  sized.input_size.width += *rc::gen::inRange<std::int64_t>(250, 600);
  sized.input_size.height = std::min<std::int64_t>(sized.input_size.height, 4);
  RC_PRE(is_valid(sized));
  if (!is_pool(sized.layer.op)) {
    sized.layer.out_channels *= *rc::gen::element<std::int64_t>(1, 5, 9);
  }
  Case c = random_case({sized.layer, {1, 1}}, 1);
  // Many random numbers are slow to make: few, repeated with a period that fits no row.
  std::vector<float> few(31);
  fill(few);
  c.sized = sized;
  c.input = Tensor(input_shape(sized));
  std::size_t place = 0;
  std::ranges::generate(c.input.values(), [&] { return few[place++ % few.size()]; });
  RC_ASSERT(equals_forward(c));
}

/// Enough work for three threads and more, of every op.
class ForwardFastThreads : public ::testing::TestWithParam<Op> {};

TEST_P(ForwardFastThreads, MakeNoDifference) {
  Case c;
  Layer& layer = c.sized.layer;
  layer.op = GetParam();
  layer.in_channels = layer.out_channels = 4;
  layer.kernel_size = {4, 5};
  layer.stride = is_pool(layer.op) ? Size{1, 1} : Size{2, 2};
  layer.padding = {1, 1, 2, 2};
  c.sized.input_size = {60, 110};
  c.input = Tensor({2, 4, 60, 110});
  c.weight = is_pool(layer.op) ? Tensor() : Tensor(weight_shape(layer));
  for (Tensor* tensor : {&c.input, &c.weight}) {
    float value = 0;
    std::ranges::generate(tensor->values(), [&] { return value = std::fmod(value + 0.7316F, 1.0F); });
  }
  const Tensor reference = forward(layer, c.input, c.weight, {});
  for (const std::int64_t threads : {1, 2, 3, 8}) {
    const auto fast = forward_fast(layer, {c.input, c.weight}, {threads});
    EXPECT_TRUE(fast && identical(*fast, reference)) << threads;
  }
}

INSTANTIATE_TEST_SUITE_P(Ops, ForwardFastThreads, ::testing::ValuesIn(ops));

TEST(ForwardFast, PaddingZeroTimesInfinityIsNotANumber) {
  constexpr float infinity = std::numeric_limits<float>::infinity();
  Layer layer;
  layer.kernel_size = {1, 2};
  layer.padding = {0, 0, 1, 0};
  const Tensor input({1, 1, 1, 1}, {1});
  const Tensor weight({1, 1, 1, 2}, {infinity, 1});
  EXPECT_TRUE(std::isnan(forward_fast(layer, {input, weight}, {})->at({0, 0, 0, 0})));
  layer.op = Op::conv_transpose2d;
  layer.padding = {};
  EXPECT_EQ(*forward_fast(layer, {input, weight}, {}), Tensor({1, 1, 1, 2}, {infinity, 1}));
}

TEST(ForwardFast, UsesMemoryAgainWhereItFits) {
  const Tensor input({1, 1, 1, 3}, {1, 2, 3});
  const Tensor weight({1, 1, 1, 1}, {2});
  Layer layer;
  layer.kernel_size = {1, 1};
  Tensor output({1, 1, 1, 3}, {9, 9, 9});
  const float* const memory = output.values().data();
  EXPECT_TRUE(forward_fast_into(layer, {input, weight}, {}, output));
  EXPECT_EQ(output, Tensor({1, 1, 1, 3}, {2, 4, 6}));
  EXPECT_EQ(output.values().data(), memory);
  layer.stride = {1, 2};
  EXPECT_TRUE(forward_fast_into(layer, {input, weight}, {}, output));
  EXPECT_EQ(output, Tensor({1, 1, 1, 2}, {2, 6}));
  EXPECT_EQ(output.values().data(), memory) << "a smaller one has room";
}

TEST(ForwardFast, TellsEachLineOnceItIsComplete) {
  const SizedLayer sized{.layer = {.in_channels = 2, .out_channels = 3, .padding = {1, 1, 1, 1}}, .input_size = {9, 7}};
  const Tensor input(input_shape(sized), std::vector<float>(2 * 9 * 7, 1));
  const Tensor weight(weight_shape(sized.layer), std::vector<float>(3 * 2 * 9, 0.5F));
  std::atomic<int> lines = 0;
  std::atomic<int> cells = 0;
  std::atomic<bool> complete = true;
  ForwardOptions options{.threads = 2, .stop = {}, .line_done = {}};
  options.line_done = [&](std::span<const float> line) {
    ++lines;
    cells += static_cast<int>(line.size());
    complete = complete && std::ranges::all_of(line, [](float value) { return value >= 4; });  // Four taps and more.
  };
  EXPECT_TRUE(forward_fast(sized.layer, {input, weight}, options));
  EXPECT_EQ(lines, 3 * 9);
  EXPECT_EQ(cells, 3 * 9 * 7);
  EXPECT_TRUE(complete);
}

TEST(ForwardFast, DoesNothingOnceStopped) {
  std::stop_source source;
  source.request_stop();
  EXPECT_FALSE(forward_fast(Layer{}, {Tensor({1, 1, 5, 5}), Tensor({1, 1, 3, 3})}, {1, source.get_token()}));
}

/// Half a minute's work, which a stop cuts short: cells remain that nobody has written.
TEST(ForwardFast, StopsInTheMiddle) {
  Layer layer;
  layer.kernel_size = {401, 401};
  const Tensor input({1, 1, 1000, 1000});
  const Tensor weight({1, 1, 401, 401});
  Tensor output({1, 1, 600, 600}, std::vector<float>(360000, 9));
  std::stop_source source;
  std::jthread worker([&] {
    EXPECT_FALSE(forward_fast_into(layer, {input, weight}, {2, source.get_token()}, output));
  });
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  source.request_stop();
  worker.join();
  EXPECT_GT(std::ranges::count(output.values(), 9.0F), 0);
}

TEST(ForwardFastDeathTest, TensorsThatDoNotFitAreBugs) {
  EXPECT_DEATH((void)forward_fast(Layer{}, {Tensor({1, 2, 5, 5}), Tensor({1, 1, 3, 3})}, {}), "check failed");
  EXPECT_DEATH((void)forward_fast(Layer{}, {Tensor({1, 1, 5, 5}), Tensor({1, 1, 3, 3})}, {0}), "check failed");
}

}  // namespace
}  // namespace convscope
