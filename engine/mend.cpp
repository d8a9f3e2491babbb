#include "engine/mend.h"

#include <algorithm>
#include <cstdlib>
#include <initializer_list>
#include <numeric>

#include "engine/mend_choice.h"

namespace convscope {
namespace {

/// The common divisor of both channel counts that is nearest to groups; of two, the smaller.
std::int64_t nearest_common_divisor(const Layer& layer) {
  const std::int64_t number = std::gcd(layer.in_channels, layer.out_channels);
  std::int64_t nearest = 1;
  const auto consider = [&](std::int64_t divisor) {
    const std::int64_t distance = std::abs(divisor - layer.groups);
    const std::int64_t best = std::abs(nearest - layer.groups);
    if (distance < best || (distance == best && divisor < nearest)) {
      nearest = divisor;
    }
  };
  for (std::int64_t divisor = 1; divisor * divisor <= number; ++divisor) {
    if (number % divisor == 0) {
      consider(divisor);
      consider(number / divisor);
    }
  }
  return nearest;
}

void consider_divisible(MendChoice& choice, const SizedLayer& sized, const Problem& problem) {
  const std::int64_t groups = problem.limit;
  const std::int64_t below = problem.value / groups * groups;
  choice.consider({problem.parameter, {}, below + groups});
  choice.consider({problem.parameter, {}, below});
  choice.consider({Parameter::groups, {}, nearest_common_divisor(sized.layer)});
}

void consider_fitting_kernel(MendChoice& choice, const Problem& problem) {
  choice.consider_raising(Parameter::padding, problem.axis);
  choice.consider_lowering(Parameter::kernel_size, problem.axis);
  choice.consider_lowering(Parameter::dilation, problem.axis);
  choice.consider_raising(Parameter::input_size, problem.axis);
}

/// `parameters` of which each smaller, or larger, value helps.
void consider_either_way(MendChoice& choice, std::optional<Axis> axis, std::initializer_list<Parameter> lower,
                         std::initializer_list<Parameter> raise) {
  for (const Parameter parameter : lower) {
    choice.consider_lowering(parameter, axis);
  }
  for (const Parameter parameter : raise) {
    choice.consider_raising(parameter, axis);
  }
}

void consider_fewer_elements(MendChoice& choice, const SizedLayer& sized, const Problem& problem) {
  const std::int64_t groups = group_count(sized.layer);
  for (const std::optional<Axis> axis :
       {std::optional<Axis>(), std::optional(Axis::height), std::optional(Axis::width)}) {
    if (sized.layer.op == Op::conv_transpose2d) {
      consider_either_way(choice, axis,
                          {Parameter::input_size, Parameter::kernel_size, Parameter::stride, Parameter::dilation,
                           Parameter::output_padding},
                          {Parameter::padding});
      continue;
    }
    consider_either_way(choice, axis, {Parameter::input_size, Parameter::kernel_size}, {Parameter::stride});
    if (problem.tensor == TensorRole::output && sized.layer.padding_rule == PaddingRule::amounts) {
      choice.consider_lowering(Parameter::padding, axis);
    }
  }
  choice.consider_lowering(Parameter::in_channels, {}, groups);
  choice.consider_lowering(Parameter::out_channels, {}, groups);
}

/// A padding that its limit forbids: less of it, or more of what limits it.
void consider_less_padding(MendChoice& choice, const Problem& problem, Parameter limiting) {
  choice.consider({Parameter::padding, problem.axis, problem.limit});
  choice.consider_raising(limiting, problem.axis);
}

/// PyTorch's words become what they stand for, or nothing.
void consider_amounts(MendChoice& choice, const SizedLayer& sized) {
  for (const Axis axis : axes) {
    choice.consider({Parameter::padding, {}, before(resolved_padding(sized.layer), axis)});
  }
  choice.consider({Parameter::padding, {}, 0});
}

void consider_mends(MendChoice& choice, const SizedLayer& sized, const Problem& problem) {
  switch (problem.reason) {
    case Reason::below_minimum:
    case Reason::above_maximum:
    case Reason::same_needs_stride_one:
    case Reason::padding_mode_needs_conv2d:
    case Reason::avg_pool_has_no_dilation:
    case Reason::output_padding_needs_transpose:
      return choice.consider({problem.parameter, problem.axis, problem.limit});
    case Reason::not_divisible:
      return consider_divisible(choice, sized, problem);
    case Reason::kernel_exceeds_input:
      return consider_fitting_kernel(choice, problem);
    case Reason::padding_word_needs_conv2d:
      return consider_amounts(choice, sized);
    case Reason::padding_not_symmetric:
      choice.consider({Parameter::padding, problem.axis, std::min(problem.value, problem.limit)});
      return choice.consider({Parameter::padding, problem.axis, std::max(problem.value, problem.limit)});
    case Reason::padding_exceeds_half_kernel:
      return consider_less_padding(choice, problem, Parameter::kernel_size);
    case Reason::reflect_exceeds_input:
    case Reason::circular_exceeds_input:
      return consider_less_padding(choice, problem, Parameter::input_size);
    case Reason::pool_keeps_channels:
      choice.consider({Parameter::out_channels, {}, problem.limit});
      return choice.consider({Parameter::in_channels, {}, problem.value});
    case Reason::output_padding_too_large:
      choice.consider({Parameter::output_padding, problem.axis, problem.limit});
      choice.consider_raising(Parameter::stride, problem.axis);
      return choice.consider_raising(Parameter::dilation, problem.axis);
    case Reason::output_below_one:
      return consider_either_way(choice, problem.axis, {Parameter::padding},
                                 {Parameter::kernel_size, Parameter::input_size});
    case Reason::too_many_elements:
      return consider_fewer_elements(choice, sized, problem);
  }
}

}  // namespace

std::optional<Mend> find_mend(const SizedLayer& sized, const Problem& problem) {
  MendChoice choice(sized, problem);
  consider_mends(choice, sized, problem);
  return choice.best();
}

}  // namespace convscope
