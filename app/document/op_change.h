#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "engine/problem.h"
#include "engine/tensor.h"

namespace convscope {

/// The nearest layer with another op: what both have is kept, a stride that was its op's default becomes the other's
/// (1; of pools the kernel_size), a pool's channels go together, and what the op does not have goes. Where that is not
/// valid, the smallest changes that make it so; where none do, it is given back as it is, for `validate` to explain.
[[nodiscard]] SizedLayer with_op(const SizedLayer& sized, Op op);

/// What layers of other ops were like, so that going back to one of them brings back what this one does not have.
class OpMemory {
 public:
  /// The layer when its op is changed: as it was when that op was left, with what has been changed since; with_op where
  /// it was never there.
  [[nodiscard]] SizedLayer change(const SizedLayer& sized, Op op);

 private:
  std::array<std::optional<SizedLayer>, ops.size()> left_;
  SizedLayer since_;  ///< The layer after the last change of op: whatever differs from it now, the user has changed.
};

/// Sets a parameter as a user means it: in_channels and out_channels of a pool go together.
void edit_parameter(SizedLayer& sized, Parameter parameter, std::optional<Axis> axis, std::int64_t value);

/// The values in [lowest, highest] that an edit may take and leave the layer without a problem, ascending.
[[nodiscard]] std::vector<std::int64_t> valid_edits(const SizedLayer& sized, Parameter parameter,
                                                    std::optional<Axis> axis, std::int64_t lowest,
                                                    std::int64_t highest);

}  // namespace convscope
