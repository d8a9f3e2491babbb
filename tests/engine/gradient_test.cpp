#include "engine/gradient.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <numeric>

#include "engine/forward.h"
#include "tests/engine/random_layer.h"

namespace convscope {
namespace {

struct Case {
  SizedLayer sized;
  Tensor input;
  Tensor weight;
};

Case random_case(std::int64_t batch) {
  const SizedLayer sized = *testing::valid_layer();
  Shape input = input_shape(sized);
  input.batch = batch;
  return {sized, *testing::integer_tensor(input), *testing::integer_tensor(weight_shape(sized.layer))};
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
  const Case c = random_case(2);
  const Gradients gradients = gradients_of_sum(c.sized.layer, c.input, c.weight);
  RC_ASSERT(gradients.input.shape() == c.input.shape());
  const std::size_t place = place_in(c.input);
  RC_ASSERT(static_cast<double>(gradients.input.values()[place]) == difference(c, &Case::input, place));
}

RC_GTEST_PROP(Gradient, ByWeightIsTheFiniteDifference, ()) {
  const Case c = random_case(2);
  const Gradients gradients = gradients_of_sum(c.sized.layer, c.input, c.weight);
  RC_ASSERT(gradients.weight.shape() == c.weight.shape());
  const std::size_t place = place_in(c.weight);
  RC_ASSERT(static_cast<double>(gradients.weight.values()[place]) == difference(c, &Case::weight, place));
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

}  // namespace
}  // namespace convscope
