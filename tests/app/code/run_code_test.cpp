#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <algorithm>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>

#include "app/code/write_code.h"
#include "engine/forward.h"
#include "tests/app/io/temporary_folder.h"
#include "tests/engine/random_layer.h"

namespace convscope {
namespace {

using nlohmann::json;

constexpr int layers_of_an_op = 60;
constexpr std::int64_t all_values = 1 << 20;

json to_json(const Tensor& tensor) {
  const Shape& s = tensor.shape();
  json values = json::array();  // As text: JSON has no −inf, which a pool's window in padding alone gives.
  std::ranges::transform(tensor.values(), std::back_inserter(values), [](float v) { return fmt::format("{}", v); });
  return {{"shape", {s.batch, s.channels, s.height, s.width}}, {"values", values}};
}

/// PyTorch 1 refuses more padding of a pool than half of kernel_size, dilated or not.
bool depends_on_version(const Layer& layer) {
  return layer.op == Op::max_pool2d &&
         (layer.padding.top > layer.kernel_size.height / 2 || layer.padding.left > layer.kernel_size.width / 2);
}

template <typename T>
T drawn(const rc::Gen<T>& gen, std::uint64_t seed) {
  constexpr int size = 100;
  return gen(rc::Random(seed), size).value();
}

/// The seed-th layer of an op, its values, the program and the engine's output.
json case_of(Framework framework, const SizedLayer& sized, std::uint64_t seed) {
  const Tensor input = drawn(testing::integer_tensor(input_shape(sized)), seed);
  const Tensor weight = drawn(testing::integer_weight(sized.layer), seed + 1);
  const std::vector<float> bias = drawn(testing::integer_bias(sized.layer), seed + 2);
  return {{"code", write_code(text::Language::english, framework, sized, {&input, &weight, bias}, all_values)},
          {"input", to_json(input)},
          {"output", to_json(forward(sized.layer, input, weight, bias))}};
}

json all_cases(Framework framework) {
  json cases = json::array();
  for (const Op op : ops) {
    for (std::uint64_t i = 0; i < layers_of_an_op; ++i) {
      const std::uint64_t seed = 1000 * static_cast<std::uint64_t>(op) + 10 * i;
      const SizedLayer sized = drawn(testing::valid_layer(op), seed);
      if (framework != Framework::pytorch || !depends_on_version(sized.layer)) {
        cases.push_back(case_of(framework, sized, seed));
      }
    }
  }
  return cases;
}

class RunCode : public ::testing::TestWithParam<Framework> {};

TEST_P(RunCode, GivesWhatTheEngineGives) {
  const testing::TemporaryFolder folder;
  const auto cases = folder.write("cases.json", all_cases(GetParam()).dump());
  const auto words = folder.path() / "words";
  const char* const python = std::getenv("CONVSCOPE_PYTHON");  // Otherwise Debian's, which has Debian's packages.
  const int status = std::system(fmt::format("PYTHONDONTWRITEBYTECODE=1 '{}' '{}' {} '{}' >'{}' 2>&1",
                                             python == nullptr ? "/usr/bin/python3" : python, RUN_CODE,
                                             name(GetParam()), cases.string(), words.string())
                                     .c_str());
  constexpr int not_installed = 77;
  const std::string said = testing::content_of(words);
  if (WEXITSTATUS(status) == not_installed) {
    GTEST_SKIP() << said;
  }
  EXPECT_EQ(status, 0) << said;
  std::puts(said.c_str());
}

INSTANTIATE_TEST_SUITE_P(All, RunCode, ::testing::ValuesIn(frameworks),
                         [](const auto& tested) { return std::string(name(tested.param)); });

}  // namespace
}  // namespace convscope
