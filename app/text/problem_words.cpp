#include "app/text/problem_words.h"

#include <iterator>
#include <limits>
#include <optional>

#include "app/text/names.h"
#include "app/text/phrases.h"
#include "engine/check.h"

namespace convscope::text {
namespace {

/// "kernel_size (height)", or "kernel_size" without an axis.
Text parameter_name(Parameter parameter, std::optional<Axis> axis) {
  if (!axis) {
    return name(parameter);
  }
  return filled(message::parameter_of_axis, name(parameter), *axis == Axis::height ? picture::height : picture::width);
}

Text kernel_exceeds_input(const Problem& problem) {
  const Phrase& words = !problem.axis                  ? message::spans_cells
                        : problem.axis == Axis::height ? message::spans_rows
                                                       : message::spans_columns;
  return filled(words, parameter_name(problem.parameter, problem.axis), problem.value, problem.limit);
}

const Phrase& tensor_name(TensorRole role) {
  return role == TensorRole::input ? picture::input : role == TensorRole::weight ? window::weight : picture::output;
}

Text too_many_elements(const Problem& problem) {
  const bool saturated = problem.value == std::numeric_limits<std::int64_t>::max();
  return filled(saturated ? message::far_too_many_elements : message::too_many_elements,
                parameter_name(problem.parameter, problem.axis),
                tensor_name(problem.tensor.value_or(TensorRole::output)), problem.value, problem.limit);
}

}  // namespace

Text problem(const Problem& problem) {
  const Text parameter = parameter_name(problem.parameter, problem.axis);
  /// Of the parameter, its value and a limit, in this order, as far as the words take them.
  const auto said = [&](const Phrase& words) { return filled(words, parameter, problem.value, problem.limit); };
  switch (problem.reason) {
    case Reason::below_minimum:
      return said(message::below_minimum);
    case Reason::above_maximum:
      return said(message::above_maximum);
    case Reason::not_divisible:
      return said(message::not_divisible);
    case Reason::kernel_exceeds_input:
      return kernel_exceeds_input(problem);
    case Reason::same_needs_stride_one:
      return said(message::same_needs_stride_one);
    case Reason::padding_word_needs_conv2d:
      return said(message::padding_word);
    case Reason::padding_mode_needs_conv2d:
      return filled(message::padding_mode_of_conv2d, parameter, name(PaddingMode{static_cast<int>(problem.value)}));
    case Reason::padding_not_symmetric:
      return filled(message::padding_not_symmetric, parameter, problem.limit, problem.value);
    case Reason::padding_exceeds_half_kernel:
      return said(message::padding_exceeds_half);
    case Reason::reflect_exceeds_input:
      return said(message::reflect_exceeds);
    case Reason::circular_exceeds_input:
      return said(message::circular_exceeds);
    case Reason::pool_keeps_channels:
      return said(message::pool_keeps_channels);
    case Reason::avg_pool_has_no_dilation:
      return said(message::avg_pool_dilation);
    case Reason::output_padding_needs_transpose:
      return said(message::only_transposed_has);
    case Reason::output_padding_too_large:
      return said(message::output_padding_too_large);
    case Reason::output_below_one:
      return said(message::crops_all);
    case Reason::too_many_elements:
      return too_many_elements(problem);
  }
  return parameter_name(problem.parameter, problem.axis);
}

Text mend(const Problem& problem) {
  if (!problem.mend) {
    return problem.tensor == TensorRole::weight ? message::smaller_weight : message::smaller_output;
  }
  const Mend& mend = *problem.mend;
  const Text parameter = parameter_name(mend.parameter, mend.axis);
  if (mend.parameter == Parameter::padding_mode) {
    return filled(message::set_to, parameter, name(PaddingMode{static_cast<int>(mend.value)}));
  }
  return filled(message::set_to, parameter, mend.value);
}

Error invalid_layer(std::span<const Problem> problems) {
  CHECK_GE(problems.size(), 1U);
  const Text what = problem(problems.front());
  const auto more = std::ssize(problems) - 1;
  return {more == 0 ? what : filled(message::more_problems.of(more), what, more), mend(problems.front())};
}

}  // namespace convscope::text
