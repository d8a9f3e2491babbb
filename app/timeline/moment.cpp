#include "app/timeline/moment.h"

#include <algorithm>
#include <cmath>

#include "engine/check.h"

namespace convscope {
namespace {

/// Slow, fast, slow: 3t² − 2t³.
double eased(double t) { return t * t * (3 - 2 * t); }

}  // namespace

Moment moment_at(double position, std::int64_t steps, Motion motion) {
  CHECK_GE(steps, 1);
  const auto last = static_cast<double>(steps - 1);
  const double step = std::clamp(std::floor(position), 0.0, last);
  const double share = position - step;
  if (motion == Motion::stepwise || step >= last || share <= rest_share) {
    return {static_cast<std::int64_t>(step), 0};
  }
  return {static_cast<std::int64_t>(step), static_cast<float>(eased((share - rest_share) / (1 - rest_share)))};
}

double next_change(double position, std::int64_t steps, Motion motion) {
  const Moment now = moment_at(position, steps, motion);
  const auto step = static_cast<double>(now.step);
  if (motion == Motion::stepwise || now.step == steps - 1) {
    return step + 1;
  }
  return std::max(position, step + rest_share);
}

}  // namespace convscope
