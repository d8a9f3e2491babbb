#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <tuple>

#include "engine/problem.h"

namespace convscope {

/// Collects changes that remove a problem and keeps the best, as Problem::mend says; of equals, the first. Lives no
/// longer than the layer and the problem. Inside the engine only.
class MendChoice {
 public:
  MendChoice(const SizedLayer& sized, const Problem& problem) : sized_(sized), problem_(problem) {}

  /// Considers a change that may not mend, or not be one.
  void consider(const Mend& mend);
  /// Considers the smallest value that mends, where every larger one does, too.
  void consider_raising(Parameter parameter, std::optional<Axis> axis);
  /// Considers the largest multiple of `unit` that mends, where every smaller one does, too.
  void consider_lowering(Parameter parameter, std::optional<Axis> axis, std::int64_t unit = 1);

  [[nodiscard]] std::optional<Mend> best() const { return best_; }

 private:
  using Cost = std::tuple<std::size_t, std::int64_t>;

  const SizedLayer& sized_;
  const Problem& problem_;
  std::optional<Mend> best_;
  Cost best_cost_;
};

}  // namespace convscope
