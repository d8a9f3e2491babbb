#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <vector>

#include "engine/solve.h"

namespace convscope {

/// In the order in which simplicity compares them.
inline constexpr std::array solved_parameters{Parameter::dilation, Parameter::stride, Parameter::kernel_size,
                                              Parameter::padding, Parameter::output_padding};
inline constexpr std::size_t kernel_size_place = 2;
static_assert(solved_parameters[kernel_size_place] == Parameter::kernel_size);
using SolvedValues = std::array<std::int64_t, solved_parameters.size()>;

/// Departures from defaults, unread, and the values: smaller is simpler.
using SolutionCost = std::array<std::int64_t, 2 + solved_parameters.size()>;

/// What solves the question along one axis.
struct AxisSolution {
  SolutionCost cost{};
  SolvedValues values{};
  auto operator<=>(const AxisSolution&) const = default;
};

/// Whether the question leaves this parameter open.
[[nodiscard]] bool is_free(const SolveQuestion& question, Parameter parameter);

/// All values of the free parameters that give the question's output size along one axis, simplest first.
[[nodiscard]] std::vector<AxisSolution> axis_solutions(const SolveQuestion& question, Axis axis);

}  // namespace convscope
