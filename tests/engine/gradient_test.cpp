#include "engine/gradient.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>
#include <span>

#include "engine/forward.h"
#include "engine/taps.h"
#include "tests/engine/random_layer.h"

namespace convscope {
namespace {

struct Case {
  SizedLayer sized;
  Tensor input;
  Tensor weight;
};

Case random_case(Op op, std::int64_t batch) {
  const SizedLayer sized = *testing::valid_layer(op);
  Shape input = input_shape(sized);
  input.batch = batch;
  return {sized, *testing::integer_tensor(input), *testing::integer_weight(sized.layer)};
}

double sum_of_outputs(const Layer& layer, const Tensor& input, const Tensor& weight) {
  const Tensor output = forward(layer, input, weight, {});
  return std::accumulate(output.values().begin(), output.values().end(), 0.0);
}

/// How much the sum grows when one value grows by one: exact, as the layer is linear in it and values are integers.
double difference(const Case& c, Tensor Case::*tensor, std::size_t place) {
  Case changed = c;
  (changed.*tensor).values()[place] += 1;
  return sum_of_outputs(changed.sized.layer, changed.input, changed.weight) -
         sum_of_outputs(c.sized.layer, c.input, c.weight);
}

std::size_t place_in(const Tensor& tensor) { return *rc::gen::inRange<std::size_t>(0, tensor.values().size()); }

RC_GTEST_PROP(Gradient, ByInputIsTheFiniteDifference, ()) {
  const Case c = random_case(*rc::gen::element(Op::conv2d, Op::conv_transpose2d, Op::avg_pool2d), 2);
  const Gradients gradients = gradients_of_sum(c.sized.layer, c.input, c.weight);
  RC_ASSERT(gradients.input.shape() == c.input.shape());
  const std::size_t place = place_in(c.input);
  // Integers are exact; the means of avg_pool2d are rounded.
  RC_ASSERT(std::abs(static_cast<double>(gradients.input.values()[place]) - difference(c, &Case::input, place)) < 1e-3);
}

RC_GTEST_PROP(Gradient, ByWeightIsTheFiniteDifference, ()) {
  const Case c = random_case(*rc::gen::element(Op::conv2d, Op::conv_transpose2d), 2);
  const Gradients gradients = gradients_of_sum(c.sized.layer, c.input, c.weight);
  RC_ASSERT(gradients.weight.shape() == c.weight.shape());
  const std::size_t place = place_in(c.weight);
  RC_ASSERT(static_cast<double>(gradients.weight.values()[place]) == difference(c, &Case::weight, place));
}

/// As many as there are outputs, at cells that hold the outputs' values.
RC_GTEST_PROP(Gradient, OfMaxPoolGoesToTheWinners, ()) {
  const Case c = random_case(Op::max_pool2d, 1);
  const Gradients gradients = gradients_of_sum(c.sized.layer, c.input, c.weight);
  double won = 0;
  double sum = 0;
  for (std::size_t i = 0; i < c.input.values().size(); ++i) {
    won += gradients.input.values()[i];
    sum += gradients.input.values()[i] > 0 ? gradients.input.values()[i] * c.input.values()[i] : 0.0F;
  }
  const Tensor output = forward(c.sized.layer, c.input, c.weight, {});
  const auto inside = std::ranges::count_if(output.values(), [](float value) { return std::isfinite(value); });
  RC_ASSERT(won == static_cast<double>(inside));
  double outputs = 0;
  for (const float value : output.values()) {
    outputs += std::isfinite(value) ? value : 0.0F;
  }
  RC_ASSERT(sum == outputs);
  RC_ASSERT(gradients.weight.values().empty() && gradients.bias.empty());
}

void add(Tensor& sum, const Tensor& more) {
  std::ranges::transform(sum.values(), more.values(), sum.values().begin(), std::plus{});
}

/// avg_pool2d's sums of 1 / (kH·kW) are rounded; all others are integers.
bool nearly_equal(std::span<const float> a, std::span<const float> b) {
  return std::ranges::equal(a, b, [](float x, float y) { return std::abs(x - y) < 1e-3F; });
}

RC_GTEST_PROP(Gradient, OfAllOutputsAddUpToThatOfTheSum, ()) {
  const Case c = random_case(*rc::gen::elementOf(ops), 2);
  Gradients sum{Tensor(c.input.shape()), is_pool(c.sized.layer.op) ? Tensor() : Tensor(c.weight.shape()), {}};
  for (std::int64_t step = 0; step < 2 * step_count(c.sized); ++step) {
    Index output = output_of_step(c.sized, step % step_count(c.sized));
    output.batch = step / step_count(c.sized);
    const Gradients one = gradients_of_output(c.sized.layer, c.input, c.weight, output);
    add(sum.input, one.input);
    add(sum.weight, one.weight);
    sum.bias.resize(one.bias.size());
    std::ranges::transform(sum.bias, one.bias, sum.bias.begin(), std::plus{});
  }
  const Gradients whole = gradients_of_sum(c.sized.layer, c.input, c.weight);
  RC_ASSERT(nearly_equal(sum.input.values(), whole.input.values()));
  RC_ASSERT(sum.weight == whole.weight);
  RC_ASSERT(sum.bias == whole.bias);
}

TEST(Gradient, OfOneOutputIsItsTaps) {
  Layer layer;
  layer.out_channels = 2;
  layer.kernel_size = {1, 3};
  layer.padding = {0, 0, 1, 0};
  layer.padding_mode = PaddingMode::replicate;
  const Tensor input({1, 1, 1, 4}, {5, 6, 7, 8});
  const Tensor weight({2, 1, 1, 3}, {1, 2, 3, 10, 20, 40});
  const Gradients gradients = gradients_of_output(layer, input, weight, {0, 1, 0, 0});
  EXPECT_EQ(gradients.input, Tensor({1, 1, 1, 4}, {30, 40, 0, 0}));
  EXPECT_EQ(gradients.weight, Tensor({2, 1, 1, 3}, {0, 0, 0, 5, 5, 6}));
  EXPECT_EQ(gradients.bias, (std::vector<float>{0, 1}));
}

TEST(Gradient, OfMaxPoolTakesTheFirstOfEqualsAndTheLastNaN) {
  Layer layer;
  layer.op = Op::max_pool2d;
  layer.kernel_size = {1, 3};
  const auto gradient = [&](std::vector<float> values) {
    return gradients_of_sum(layer, Tensor({1, 1, 1, 3}, std::move(values)), Tensor()).input;
  };
  constexpr float nan = std::numeric_limits<float>::quiet_NaN();
  EXPECT_EQ(gradient({1, 2, 2}), Tensor({1, 1, 1, 3}, {0, 1, 0}));
  EXPECT_EQ(gradient({nan, 2, nan}), Tensor({1, 1, 1, 3}, {0, 0, 1}));
}

TEST(Gradient, ByBiasCountsTheOutputs) {
  Layer layer;
  layer.out_channels = 2;
  const Tensor input({3, 1, 4, 5});
  const Tensor weight(weight_shape(layer));
  EXPECT_EQ(gradients_of_sum(layer, input, weight).bias, (std::vector<float>{18, 18}));  // 3 · 2 · 3
  layer.bias = false;
  EXPECT_TRUE(gradients_of_sum(layer, input, weight).bias.empty());
}

TEST(Gradient, OfTheSumStopsWhenItIsAskedTo) {
  std::stop_source source;
  source.request_stop();
  for (const Op op : {Op::conv2d, Op::max_pool2d}) {
    Layer layer;
    layer.op = op;
    const Tensor input({1, 1, 9, 9}, std::vector<float>(81, 1));
    const Tensor weight = is_pool(op) ? Tensor() : Tensor(weight_shape(layer), std::vector<float>(9, 1));
    const Gradients stopped = gradients_of_sum(layer, input, weight, source.get_token());
    EXPECT_EQ(stopped.input, Tensor(input.shape())) << "no window was looked at";
  }
}

}  // namespace
}  // namespace convscope
