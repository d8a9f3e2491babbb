#include "engine/mend.h"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <tuple>

#include "engine/find_problems.h"

namespace convscope {
namespace {

bool is_same_problem(const Problem& a, const Problem& b) {
  if (a.reason != b.reason || a.tensor != b.tensor) {
    return false;
  }
  return a.reason == Reason::too_many_elements || (a.parameter == b.parameter && a.axis == b.axis);
}

SizedLayer changed(SizedLayer sized, const Mend& mend) {
  set_parameter(sized, mend.parameter, mend.axis, mend.value);
  return sized;
}

bool removes(const SizedLayer& sized, const Problem& problem, const Mend& mend) {
  const std::vector<Problem> left = find_problems(changed(sized, mend));
  return std::ranges::none_of(left, [&](const Problem& other) { return is_same_problem(problem, other); });
}

/// The difference of two values; those far out of range count as less far out, so that it does not overflow.
std::int64_t distance(std::int64_t a, std::int64_t b) {
  constexpr std::int64_t far = std::int64_t{1} << 60;
  return std::abs(std::clamp(a, -far, far) - std::clamp(b, -far, far));
}

/// How far a mend is from what stands, on the axis and side where it changes most.
std::int64_t size_of_change(const SizedLayer& sized, const Mend& mend) {
  std::int64_t largest = 0;
  for (const Axis axis : axes) {
    if (mend.axis && *mend.axis != axis) {
      continue;
    }
    largest = std::max(largest, distance(mend.value, parameter_value(sized, mend.parameter, axis)));
    if (mend.parameter == Parameter::padding) {
      largest = std::max(largest, distance(mend.value, after(resolved_padding(sized.layer), axis)));
    }
  }
  return largest;
}

/// Collects changes that remove the problem and keeps the best; of equals, the first.
class Choice {
 public:
  Choice(const SizedLayer& sized, const Problem& problem) : sized_(sized), problem_(problem) {}

  /// Considers a change that may not mend, or not be one.
  void consider(const Mend& mend) {
    if (mend.value < minimum_of(mend.parameter) || mend.value > max_parameter || !removes(sized_, problem_, mend)) {
      return;
    }
    const Cost cost{find_problems(changed(sized_, mend)).size(), size_of_change(sized_, mend)};
    if (!best_ || cost < best_cost_) {
      best_ = mend;
      best_cost_ = cost;
    }
  }

  /// Considers the smallest value that mends, where every larger one does, too.
  void consider_raising(Parameter parameter, std::optional<Axis> axis) {
    const auto mends = [&](std::int64_t value) { return removes(sized_, problem_, {parameter, axis, value}); };
    std::int64_t low = minimum_of(parameter) - 1;
    std::int64_t high = max_parameter;
    while (high - low > 1) {
      const std::int64_t middle = std::midpoint(low, high);
      (mends(middle) ? high : low) = middle;
    }
    consider({parameter, axis, high});
  }

  /// Considers the largest multiple of `unit` that mends, where every smaller one does, too.
  void consider_lowering(Parameter parameter, std::optional<Axis> axis, std::int64_t unit = 1) {
    const auto mends = [&](std::int64_t count) { return removes(sized_, problem_, {parameter, axis, count * unit}); };
    std::int64_t low = minimum_of(parameter);
    std::int64_t high = max_parameter / unit + 1;
    while (high - low > 1) {
      const std::int64_t middle = std::midpoint(low, high);
      (mends(middle) ? low : high) = middle;
    }
    consider({parameter, axis, low * unit});
  }

  [[nodiscard]] std::optional<Mend> best() const { return best_; }

 private:
  using Cost = std::tuple<std::size_t, std::int64_t>;

  const SizedLayer& sized_;
  const Problem& problem_;
  std::optional<Mend> best_;
  Cost best_cost_;
};

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

void consider_divisible(Choice& choice, const SizedLayer& sized, const Problem& problem) {
  const std::int64_t groups = problem.limit;
  const std::int64_t below = problem.value / groups * groups;
  choice.consider({problem.parameter, {}, below + groups});
  choice.consider({problem.parameter, {}, below});
  choice.consider({Parameter::groups, {}, nearest_common_divisor(sized.layer)});
}

void consider_fitting_kernel(Choice& choice, const Problem& problem) {
  choice.consider_raising(Parameter::padding, problem.axis);
  choice.consider_lowering(Parameter::kernel_size, problem.axis);
  choice.consider_lowering(Parameter::dilation, problem.axis);
  choice.consider_raising(Parameter::input_size, problem.axis);
}

void consider_fewer_elements(Choice& choice, const SizedLayer& sized, const Problem& problem) {
  const std::int64_t groups = sized.layer.groups;
  for (const std::optional<Axis> axis :
       {std::optional<Axis>(), std::optional(Axis::height), std::optional(Axis::width)}) {
    choice.consider_lowering(Parameter::input_size, axis);
    choice.consider_lowering(Parameter::kernel_size, axis);
    choice.consider_raising(Parameter::stride, axis);
    if (problem.tensor == TensorRole::output && sized.layer.padding_rule == PaddingRule::amounts) {
      choice.consider_lowering(Parameter::padding, axis);
    }
  }
  choice.consider_lowering(Parameter::in_channels, {}, groups);
  choice.consider_lowering(Parameter::out_channels, {}, groups);
}

}  // namespace

std::optional<Mend> find_mend(const SizedLayer& sized, const Problem& problem) {
  Choice choice(sized, problem);
  switch (problem.reason) {
    case Reason::below_minimum:
    case Reason::above_maximum:
    case Reason::same_needs_stride_one:
      choice.consider({problem.parameter, problem.axis, problem.limit});
      break;
    case Reason::not_divisible:
      consider_divisible(choice, sized, problem);
      break;
    case Reason::kernel_exceeds_input:
      consider_fitting_kernel(choice, problem);
      break;
    case Reason::too_many_elements:
      consider_fewer_elements(choice, sized, problem);
      break;
  }
  return choice.best();
}

}  // namespace convscope
