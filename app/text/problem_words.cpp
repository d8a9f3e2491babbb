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
  const std::int64_t value = problem.value;
  const std::int64_t limit = problem.limit;
  switch (problem.reason) {
    case Reason::below_minimum:
      return fmt::format("{} is {}, at least {} is needed", parameter, value, limit);
    case Reason::above_maximum:
      return fmt::format("{} is {}, the limit is {}", parameter, value, limit);
    case Reason::not_divisible:
      return fmt::format("{} is {}, not divisible by groups {}", parameter, value, limit);
    case Reason::kernel_exceeds_input:
      return kernel_exceeds_input(problem);
    case Reason::same_needs_stride_one:
      return fmt::format("{} is {}, but padding \"same\" needs stride {}", parameter, value, limit);
    case Reason::padding_word_needs_conv2d:
      return fmt::format("{} \"same\" and \"valid\" are words of conv2d alone", parameter);
    case Reason::padding_mode_needs_conv2d:
      return fmt::format("{} is {}, which only conv2d has", parameter, name(PaddingMode{static_cast<int>(value)}));
    case Reason::padding_not_symmetric:
      return fmt::format("{} is {} before and {} after, but only conv2d can have sides that differ", parameter, limit,
                         value);
    case Reason::padding_exceeds_half_kernel:
      return fmt::format("{} is {}, more than half of a pool's dilated kernel ({})", parameter, value, limit);
    case Reason::reflect_exceeds_input:
      return fmt::format("{} is {}, but padding_mode reflect can mirror only {} here", parameter, value, limit);
    case Reason::circular_exceeds_input:
      return fmt::format("{} is {}, but padding_mode circular can copy only {} here", parameter, value, limit);
    case Reason::pool_keeps_channels:
      return fmt::format("{} is {}, but a pool keeps its in_channels {}", parameter, value, limit);
    case Reason::avg_pool_has_no_dilation:
      return fmt::format("{} is {}, but avg_pool2d has none: it must be {}", parameter, value, limit);
    case Reason::output_padding_needs_transpose:
      return fmt::format("{} is {}, which only conv_transpose2d has", parameter, value);
    case Reason::output_padding_too_large:
      return fmt::format("{} is {}, not smaller than stride or dilation: at most {} here", parameter, value, limit);
    case Reason::output_below_one:
      return fmt::format("{} crops the whole output: its size would be {}", parameter, value);
    case Reason::too_many_elements:
      return too_many_elements(problem);
  }
  return parameter;
}

std::string mend(const Problem& problem) {
  if (!problem.mend) {
    return problem.tensor == TensorRole::weight ? "make in_channels or out_channels smaller, and kernel_size, too"
                                                : "make stride or input_size smaller, and kernel_size or dilation, too";
  }
  const Mend& mend = *problem.mend;
  const std::string parameter = name(mend.parameter, mend.axis);
  if (mend.parameter == Parameter::padding_mode) {
    return fmt::format("set {} to {}", parameter, name(PaddingMode{static_cast<int>(mend.value)}));
  }
  return fmt::format("set {} to {}", parameter, mend.value);
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
