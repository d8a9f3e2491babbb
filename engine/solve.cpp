#include "engine/solve.h"

#include <algorithm>
#include <array>
#include <compare>
#include <functional>
#include <queue>

#include "engine/arithmetic.h"
#include "engine/axis_taps.h"

namespace convscope {
namespace {

/// In the order in which simplicity compares them.
constexpr std::array solved_parameters{Parameter::dilation, Parameter::stride, Parameter::kernel_size,
                                       Parameter::padding, Parameter::output_padding};
constexpr std::size_t kernel_size_place = 2;
static_assert(solved_parameters[kernel_size_place] == Parameter::kernel_size);
using Values = std::array<std::int64_t, solved_parameters.size()>;

/// Departures from defaults, unread, and the values: smaller is simpler.
using Cost = std::array<std::int64_t, 2 + solved_parameters.size()>;

/// What solves the question along one axis.
struct AxisSolution {
  Cost cost{};
  Values values{};
  auto operator<=>(const AxisSolution&) const = default;
};

bool is_free(const SolveQuestion& question, Parameter parameter) {
  return std::ranges::find(question.free, parameter) != question.free.end() &&
         (parameter != Parameter::output_padding || question.given.layer.op == Op::conv_transpose2d);
}

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

/// A solution along each axis, by their places in the two lists.
struct Pair {
  std::int64_t differing = 0;
  Cost cost{};
  std::size_t row = 0;
  std::size_t column = 0;
  auto operator<=>(const Pair&) const = default;
};

Pair pair_of(const std::vector<AxisSolution>& rows, std::size_t row, const std::vector<AxisSolution>& columns,
             std::size_t column) {
  const AxisSolution& y = rows[row];
  const AxisSolution& x = columns[column];
  Pair pair{0, {}, row, column};
  for (std::size_t i = 0; i < y.values.size(); ++i) {
    pair.differing += y.values.at(i) != x.values.at(i) ? 1 : 0;
  }
  std::ranges::transform(y.cost, x.cost, pair.cost.begin(), std::plus());
  return pair;
}

Layer combined(const SolveQuestion& question, const AxisSolution& row, const AxisSolution& column) {
  SizedLayer sized = question.given;
  for (std::size_t i = 0; i < solved_parameters.size(); ++i) {
    const Parameter parameter = solved_parameters.at(i);
    if (is_free(question, parameter)) {
      set_parameter(sized, parameter, Axis::height, row.values.at(i));
      set_parameter(sized, parameter, Axis::width, column.values.at(i));
    }
  }
  return sized.layer;
}

/// Counts pairs and keeps the simplest.
class Selection {
 public:
  explicit Selection(std::int64_t limit) : limit_(static_cast<std::size_t>(limit)) {}

  void add(const Pair& pair) {
    ++total_;
    if (kept_.size() < limit_) {
      kept_.push(pair);
    } else if (!kept_.empty() && pair < kept_.top()) {
      kept_.pop();
      kept_.push(pair);
    }
  }

  [[nodiscard]] std::int64_t total() const { return total_; }

  std::vector<Pair> simplest_first() && {
    std::vector<Pair> pairs;
    for (; !kept_.empty(); kept_.pop()) {
      pairs.push_back(kept_.top());
    }
    std::ranges::reverse(pairs);
    return pairs;
  }

 private:
  std::size_t limit_;
  std::int64_t total_ = 0;
  std::priority_queue<Pair> kept_;
};

bool is_square(const Size& size) { return size.height == size.width; }

bool parameters_are_in_range(const SizedLayer& sized) {
  return std::ranges::none_of(validate(sized), [](const Problem& problem) {
    return problem.reason == Reason::below_minimum || problem.reason == Reason::above_maximum;
  });
}

}  // namespace

Solutions solve(const SolveQuestion& question, std::int64_t limit) {
  if (!parameters_are_in_range(question.given)) {
    return {};
  }
  const std::vector<AxisSolution> rows = AxisSearch(question, Axis::height).solutions();
  const std::vector<AxisSolution> columns = AxisSearch(question, Axis::width).solutions();
  const bool square = is_square(question.given.input_size) && is_square(question.output_size) && rows == columns;

  const auto layer_of = [&](const Pair& pair) { return combined(question, rows[pair.row], columns[pair.column]); };
  const auto valid = [&](const Layer& layer) { return is_valid({layer, question.given.input_size}); };
  // Both axes together can only be too many elements of the weight: ask once for the largest of all.
  const auto kernel_size = [](const AxisSolution& solution) { return solution.values[kernel_size_place]; };
  const bool none = rows.empty() || columns.empty();
  const bool all_valid = !none && valid(combined(question, *std::ranges::max_element(rows, {}, kernel_size),
                                                 *std::ranges::max_element(columns, {}, kernel_size)));
  Selection selection(limit);
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const std::size_t first = square ? row : 0;
    const std::size_t last = square ? row + 1 : columns.size();
    for (std::size_t column = first; column < last; ++column) {
      const Pair pair = pair_of(rows, row, columns, column);
      if (all_valid || valid(layer_of(pair))) {
        selection.add(pair);
      }
    }
  }
  Solutions solutions{{}, selection.total()};
  for (const Pair& pair : std::move(selection).simplest_first()) {
    solutions.layers.push_back(layer_of(pair));
  }
  return solutions;
}

}  // namespace convscope
