#include "app/code/write_code.h"

#include <algorithm>

#include "app/code/program.h"
#include "engine/check.h"
#include "engine/problem.h"

namespace convscope {

std::string_view name(Framework framework) {
  switch (framework) {
    case Framework::pytorch:
      return "pytorch";
    case Framework::keras:
      return "keras";
    case Framework::jax:
      return "jax";
    case Framework::onnx:
      return "onnx";
    case Framework::numpy:
      return "numpy";
  }
  return "";
}

std::optional<Framework> framework_named(std::string_view wanted) {
  const auto* const found = std::ranges::find(frameworks, wanted, [](Framework each) { return name(each); });
  return found == frameworks.end() ? std::nullopt : std::optional(*found);
}

std::string write_code(text::Language language, Framework framework, const SizedLayer& sized, const LayerValues& values,
                       std::int64_t most_values) {
  CHECK_EQ(is_valid(sized), true);
  const Program program{sized, values, most_values, language};
  switch (framework) {
    case Framework::pytorch:
      return write_pytorch(program);
    case Framework::keras:
      return write_keras(program);
    case Framework::jax:
      return write_jax(program);
    case Framework::onnx:
      return write_onnx(program);
    case Framework::numpy:
      return write_numpy(program);
  }
  return {};
}

}  // namespace convscope
