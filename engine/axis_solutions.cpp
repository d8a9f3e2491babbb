#include "engine/axis_solutions.h"

#include <algorithm>
#include <utility>

#include "engine/arithmetic.h"
#include "engine/axis_taps.h"

namespace convscope {
namespace {

std::int64_t largest(Parameter parameter, const Layer& layer, Axis axis) {
  switch (parameter) {
    case Parameter::kernel_size:
      return SolveBounds::max_kernel_size;
    case Parameter::stride:
      return SolveBounds::max_stride;
    case Parameter::dilation:
      return SolveBounds::max_dilation;
    case Parameter::output_padding:
      return std::max(along(layer.stride, axis), along(layer.dilation, axis)) - 1;
    default:
      return std::min(along(effective_kernel_size(layer), axis) - 1, SolveBounds::max_padding);
  }
}

/// Tries all values of the free parameters along one axis of a question.
class AxisSearch {
 public:
  AxisSearch(const SolveQuestion& question, Axis axis)
      : question_(question), axis_(axis), candidate_(axis_layer(question.given, axis)) {}

  /// Simplest first.
  std::vector<AxisSolution> solutions() && {
    choose(0);
    std::ranges::sort(found_);
    return std::move(found_);
  }

 private:
  /// Chooses a value of one parameter after the other: padding last, as its bound follows from kernel and dilation.
  void choose(std::size_t next) {
    if (next == solved_parameters.size()) {
      judge();
      return;
    }
    const Parameter parameter = solved_parameters.at(next);
    if (!is_free(question_, parameter)) {
      choose(next + 1);
      return;
    }
    const std::int64_t last = largest(parameter, candidate_.layer, axis_);
    for (std::int64_t value = minimum_of(parameter); value <= last; ++value) {
      set_parameter(candidate_, parameter, axis_, value);
      choose(next + 1);
    }
  }

  void judge() {
    const OutputArithmetic both = output_arithmetic(candidate_);
    const AxisArithmetic& arithmetic = axis_ == Axis::height ? both.height : both.width;
    if (arithmetic.output != along(question_.output_size, axis_) || !is_valid(candidate_)) {
      return;
    }
    AxisSolution solution;
    solution.cost[1] = arithmetic.unread > 0 ? 1 : 0;
    for (std::size_t i = 0; i < solved_parameters.size(); ++i) {
      const Parameter parameter = solved_parameters.at(i);
      const std::int64_t value = parameter_value(candidate_, parameter, axis_);
      solution.values.at(i) = value;
      solution.cost.at(i + 2) = value;
      solution.cost[0] += parameter != Parameter::kernel_size && value != minimum_of(parameter) ? 1 : 0;
    }
    found_.push_back(solution);
  }

  const SolveQuestion& question_;
  Axis axis_;
  SizedLayer candidate_;
  std::vector<AxisSolution> found_;
};

}  // namespace

bool is_free(const SolveQuestion& question, Parameter parameter) {
  return std::ranges::find(question.free, parameter) != question.free.end() &&
         (parameter != Parameter::output_padding || question.given.layer.op == Op::conv_transpose2d);
}

std::vector<AxisSolution> axis_solutions(const SolveQuestion& question, Axis axis) {
  return AxisSearch(question, axis).solutions();
}

}  // namespace convscope
