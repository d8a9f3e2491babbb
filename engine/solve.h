#pragma once

#include <cstdint>
#include <vector>

#include "engine/layer.h"
#include "engine/problem.h"

namespace convscope {

/// How far `solve` looks for a parameter that is free, along each axis. Padding also stays within d·(k−1), where the
/// first and last windows still touch the input, and is the same before and after;
/// output_padding goes up to what is valid: below stride or dilation.
struct SolveBounds {
  static constexpr std::int64_t max_kernel_size = 11;
  static constexpr std::int64_t max_stride = 8;
  static constexpr std::int64_t max_dilation = 8;
  static constexpr std::int64_t max_padding = 80;
};

/// "Which layers make this size of that one?"
struct SolveQuestion {
  SizedLayer given;  ///< The input size, and the parameters that are held.
  Size output_size{1, 1};
  /// Of kernel_size, stride, padding, dilation and output_padding: those to look for. output_padding counts for
  /// conv_transpose2d alone.
  std::vector<Parameter> free;
  bool operator==(const SolveQuestion&) const = default;
};

struct Solutions {
  std::vector<Layer> layers;  ///< Simplest first, at most as many as were asked for.
  std::int64_t total = 0;     ///< How many there are within the bounds.
};

/// All layers within the bounds that answer the question; all are valid on its input. Where input, output and held
/// parameters are the same along both axes, the layers are, too; otherwise height and width are combined freely.
///
/// Simplest first: the fewest parameters that differ between height and width; the fewest that are not their default
/// (stride, dilation 1, padding, output_padding 0); nothing unread at the end; then the smallest dilation, stride,
/// kernel_size, padding and output_padding, compared in this order; of equals, the smaller along the height. None when
/// a held parameter is out of its range.
[[nodiscard]] Solutions solve(const SolveQuestion& question, std::int64_t limit);

}  // namespace convscope
