#include "engine/solve.h"

#include <algorithm>
#include <compare>
#include <functional>
#include <queue>
#include <utility>

#include "engine/axis_solutions.h"

namespace convscope {
namespace {

/// A solution along each axis, by their places in the two lists.
struct Pair {
  std::int64_t differing = 0;
  SolutionCost cost{};
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
  const std::vector<AxisSolution> rows = axis_solutions(question, Axis::height);
  const std::vector<AxisSolution> columns = axis_solutions(question, Axis::width);
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
