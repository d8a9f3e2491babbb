#include "engine/mend_choice.h"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <vector>

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

}  // namespace

void MendChoice::consider(const Mend& mend) {
  const bool possible = mend.value >= minimum_of(mend.parameter) && mend.value <= maximum_of(mend.parameter);
  if (!possible || !removes(sized_, problem_, mend)) {
    return;
  }
  const Cost cost{find_problems(changed(sized_, mend)).size(), size_of_change(sized_, mend)};
  if (!best_ || cost < best_cost_) {
    best_ = mend;
    best_cost_ = cost;
  }
}

void MendChoice::consider_raising(Parameter parameter, std::optional<Axis> axis) {
  const auto mends = [&](std::int64_t value) { return removes(sized_, problem_, {parameter, axis, value}); };
  std::int64_t low = minimum_of(parameter) - 1;
  std::int64_t high = maximum_of(parameter);
  while (high - low > 1) {
    const std::int64_t middle = std::midpoint(low, high);
    (mends(middle) ? high : low) = middle;
  }
  consider({parameter, axis, high});
}

void MendChoice::consider_lowering(Parameter parameter, std::optional<Axis> axis, std::int64_t unit) {
  const auto mends = [&](std::int64_t count) { return removes(sized_, problem_, {parameter, axis, count * unit}); };
  std::int64_t low = minimum_of(parameter);
  std::int64_t high = maximum_of(parameter) / unit + 1;
  while (high - low > 1) {
    const std::int64_t middle = std::midpoint(low, high);
    (mends(middle) ? low : high) = middle;
  }
  consider({parameter, axis, low * unit});
}

}  // namespace convscope
