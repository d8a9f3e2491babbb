#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "app/io/json.h"
#include "app/io/layer_json.h"
#include "engine/forward.h"
#include "engine/problem.h"

namespace convscope {
namespace {

std::vector<float> numbers(const std::string& text, float unit) {
  std::vector<float> values;
  std::istringstream stream(text);
  for (std::string number; text != "-" && std::getline(stream, number, ',');) {
    values.push_back(std::stof(number) * unit);
  }
  return values;
}

/// A line of layers.golden; make_golden.py tells its form.
struct Case {
  SizedLayer sized;
  std::int64_t batch = 1;
  bool refused = false;
  std::vector<float> input, weight, bias;
  Shape output_shape;
  std::vector<float> output;
};

Case read_case(const std::string& line) {
  std::istringstream fields(line);
  Case result;
  std::string layer, input, weight, bias, output;
  fields >> layer >> result.batch >> result.sized.input_size.height >> result.sized.input_size.width >> input;
  result.sized.layer = layer_from_json(parse_json(layer, "golden").value(), "golden").value();
  result.refused = input == "refused";
  if (!result.refused) {
    char times = 'x';
    Shape& shape = result.output_shape;
    shape.batch = result.batch;
    fields >> weight >> bias >> shape.channels >> times >> shape.height >> times >> shape.width >> output;
    constexpr float quarter = 0.25F;
    result.input = numbers(input, quarter);
    result.weight = numbers(weight, quarter);
    result.bias = numbers(bias, quarter);
    result.output = numbers(output, 1.0F);
  }
  return result;
}

/// All lines, with their numbers for messages.
std::map<int, Case> all_cases() {
  std::ifstream file(GOLDEN_LAYERS);
  std::map<int, Case> cases;
  int number = 0;
  for (std::string line; std::getline(file, line);) {
    cases[++number] = read_case(line);
  }
  return cases;
}

Tensor compute(const Case& golden) {
  Shape shape = input_shape(golden.sized);
  shape.batch = golden.batch;
  const Layer& layer = golden.sized.layer;
  const Tensor weight = is_pool(layer.op) ? Tensor() : Tensor(weight_shape(layer), golden.weight);
  return forward(layer, Tensor(shape, golden.input), weight, golden.bias);
}

void expect_same(const Case& golden, int line) {
  ASSERT_TRUE(is_valid(golden.sized)) << "line " << line;
  const Tensor output = compute(golden);
  ASSERT_EQ(output.shape(), golden.output_shape) << "line " << line;
  float largest = 0;
  float difference = 0;
  for (std::size_t i = 0; i < golden.output.size(); ++i) {
    largest = std::max(largest, std::abs(golden.output[i]));
    const float one = std::abs(output.values()[i] - golden.output[i]);
    // −∞ on both sides, a window in padding alone, is no difference.
    difference = output.values()[i] == golden.output[i] ? difference : std::max(difference, one);
  }
  EXPECT_LE(difference, 2e-5F * largest) << "line " << line;
}

TEST(Golden, LayersComputeWhatPyTorchComputes) {
  std::map<Op, int> computed;
  for (const auto& [line, golden] : all_cases()) {
    if (!golden.refused) {
      expect_same(golden, line);
      ++computed[golden.sized.layer.op];
    }
  }
  EXPECT_EQ(computed,
            (std::map<Op, int>{
                {Op::conv2d, 1000}, {Op::conv_transpose2d, 600}, {Op::max_pool2d, 320}, {Op::avg_pool2d, 280}}));
}

TEST(Golden, LayersThatPyTorchRefusesAreRefusedWithAMend) {
  int refused = 0;
  for (const auto& [line, golden] : all_cases()) {
    if (!golden.refused) {
      continue;
    }
    ++refused;
    const std::vector<Problem> problems = validate(golden.sized);
    ASSERT_FALSE(problems.empty()) << "line " << line;
    EXPECT_TRUE(problems.front().mend.has_value()) << "line " << line;
  }
  EXPECT_EQ(refused, 320);
}

}  // namespace
}  // namespace convscope
