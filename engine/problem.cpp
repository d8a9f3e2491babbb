#include "engine/problem.h"

#include <algorithm>

#include "engine/find_problems.h"
#include "engine/mend.h"

namespace convscope {

std::int64_t minimum_of(Parameter parameter) {
  const bool from_zero =
      parameter == Parameter::padding || parameter == Parameter::output_padding || parameter == Parameter::padding_mode;
  return from_zero ? 0 : 1;
}

std::int64_t maximum_of(Parameter parameter) {
  return parameter == Parameter::padding_mode ? static_cast<std::int64_t>(PaddingMode::circular) : max_parameter;
}

std::vector<Problem> validate(const SizedLayer& sized) {
  std::vector<Problem> problems = find_problems(sized);
  for (Problem& problem : problems) {
    problem.mend = find_mend(sized, problem);
    if (problem.reason == Reason::too_many_elements && problem.mend) {
      problem.parameter = problem.mend->parameter;
      problem.axis = problem.mend->axis;
    }
  }
  return problems;
}

bool is_valid(const SizedLayer& sized) { return find_problems(sized).empty(); }

std::vector<std::int64_t> valid_values(const SizedLayer& sized, Parameter parameter, std::optional<Axis> axis,
                                       std::int64_t lowest, std::int64_t highest) {
  std::vector<std::int64_t> values;
  SizedLayer candidate = sized;
  const std::int64_t last = std::min(highest, maximum_of(parameter));
  for (std::int64_t value = std::max(lowest, minimum_of(parameter)); value <= last; ++value) {
    set_parameter(candidate, parameter, axis, value);
    if (is_valid(candidate)) {
      values.push_back(value);
    }
  }
  return values;
}

}  // namespace convscope
