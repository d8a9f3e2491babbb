#include "app/text/problem_words.h"

#include <fmt/format.h>

#include <limits>

#include "app/text/names.h"
#include "engine/check.h"

namespace convscope::text {
namespace {

std::string kernel_exceeds_input(const Problem& problem) {
  const char* cells = !problem.axis ? "cells" : problem.axis == Axis::height ? "rows" : "columns";
  return fmt::format("{}: the dilated kernel spans {} {}, the padded input has only {}",
                     name(problem.parameter, problem.axis), problem.value, cells, problem.limit);
}

std::string too_many_elements(const Problem& problem) {
  const bool saturated = problem.value == std::numeric_limits<std::int64_t>::max();
  return fmt::format("{}: the {} would have {}{} elements, the limit is {}", name(problem.parameter, problem.axis),
                     name(problem.tensor.value_or(TensorRole::output)), saturated ? "more than " : "", problem.value,
                     problem.limit);
}

}  // namespace

std::string problem(const Problem& problem) {
  const std::string parameter = name(problem.parameter, problem.axis);
  switch (problem.reason) {
    case Reason::below_minimum:
      return fmt::format("{} is {}, at least {} is needed", parameter, problem.value, problem.limit);
    case Reason::above_maximum:
      return fmt::format("{} is {}, the limit is {}", parameter, problem.value, problem.limit);
    case Reason::not_divisible:
      return fmt::format("{} is {}, not divisible by groups {}", parameter, problem.value, problem.limit);
    case Reason::kernel_exceeds_input:
      return kernel_exceeds_input(problem);
    case Reason::same_needs_stride_one:
      return fmt::format("{} is {}, but padding \"same\" needs stride {}", parameter, problem.value, problem.limit);
    case Reason::too_many_elements:
      return too_many_elements(problem);
  }
  return parameter;
}

std::string mend(const Problem& problem) {
  if (!problem.mend) {
    return "make in_channels or out_channels smaller, and kernel_size, too";
  }
  return fmt::format("set {} to {}", name(problem.mend->parameter, problem.mend->axis), problem.mend->value);
}

Error invalid_layer(std::span<const Problem> problems) {
  CHECK_GE(problems.size(), 1U);
  std::string what = problem(problems.front());
  if (problems.size() > 1) {
    what += fmt::format(" (and {} more {})", problems.size() - 1, problems.size() == 2 ? "problem" : "problems");
  }
  return {what, mend(problems.front())};
}

}  // namespace convscope::text
