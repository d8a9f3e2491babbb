#include "app/cli/json_output.h"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "app/text/names.h"
#include "app/text/problem_words.h"

namespace convscope {
namespace {

using nlohmann::ordered_json;

ordered_json axis_json(std::optional<Axis> axis) {
  return axis ? ordered_json(text::name(*axis)) : ordered_json(nullptr);
}

ordered_json mend_json(const std::optional<Mend>& mend) {
  if (!mend) {
    return nullptr;
  }
  ordered_json value = mend->value;
  if (mend->parameter == Parameter::padding_mode) {
    value = text::name(PaddingMode{static_cast<int>(mend->value)});
  }
  return {{"parameter", text::name(mend->parameter)}, {"axis", axis_json(mend->axis)}, {"value", value}};
}

ordered_json problem_json(const Problem& problem) {
  return {{"parameter", text::name(problem.parameter)},
          {"axis", axis_json(problem.axis)},
          {"reason", text::name(problem.reason)},
          {"value", problem.value},
          {"limit", problem.limit},
          {"tensor", problem.tensor ? ordered_json(text::name(*problem.tensor)) : ordered_json(nullptr)},
          {"message", text::problem(problem).to_command()},
          {"mend", mend_json(problem.mend)}};
}

}  // namespace

ordered_json to_json(const Size& size) { return {size.height, size.width}; }

ordered_json to_json(const AxisArithmetic& axis) {
  if (axis.transposed) {
    return {{"input", axis.input},
            {"padding_before", axis.padding_before},
            {"padding_after", axis.padding_after},
            {"kernel_size", axis.kernel_size},
            {"dilation", axis.dilation},
            {"stride", axis.stride},
            {"output_padding", axis.output_padding},
            {"effective_kernel", axis.effective_kernel},
            {"stretched_input", axis.stretched_input},
            {"full_output", axis.full_output},
            {"unread", axis.unread},
            {"output", axis.output}};
  }
  return {{"input", axis.input},
          {"padding_before", axis.padding_before},
          {"padding_after", axis.padding_after},
          {"kernel_size", axis.kernel_size},
          {"dilation", axis.dilation},
          {"stride", axis.stride},
          {"padded_input", axis.padded_input},
          {"effective_kernel", axis.effective_kernel},
          {"numerator", axis.numerator},
          {"quotient", axis.quotient},
          {"unread", axis.unread},
          {"output", axis.output}};
}

ordered_json to_json(std::span<const Problem> problems) {
  ordered_json list = ordered_json::array();
  for (const Problem& problem : problems) {
    list.push_back(problem_json(problem));
  }
  return list;
}

ordered_json to_json(std::span<const Mend> mends) {
  ordered_json list = ordered_json::array();
  for (const Mend& mend : mends) {
    list.push_back(mend_json(mend));
  }
  return list;
}

std::string json_number(float value) {
  if (std::isnan(value)) {
    return "\"nan\"";
  }
  if (std::isinf(value)) {
    return value > 0 ? "\"inf\"" : "\"-inf\"";
  }
  return fmt::format("{}", value);
}

}  // namespace convscope
