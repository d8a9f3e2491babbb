#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/layer.h"

namespace convscope {

/// What a slider moves and a problem names.
enum class Parameter { input_size, in_channels, out_channels, kernel_size, stride, padding, dilation, groups };

/// Why a value cannot stand. The words for them are in app/text.
enum class Reason {
  below_minimum,          ///< value < limit
  above_maximum,          ///< value > limit
  not_divisible,          ///< in_channels or out_channels (value) is no multiple of groups (limit)
  kernel_exceeds_input,   ///< the dilated kernel (value) is larger than the padded input (limit)
  same_needs_stride_one,  ///< padding "same" with a stride (value) other than 1 (limit)
  too_many_elements,      ///< a tensor would have more elements (value, saturated) than max_elements (limit)
};

/// Which of the layer's tensors a problem speaks of, where the reason is too_many_elements.
enum class TensorRole { input, weight, output };

/// One change that removes the problem (others may remain).
struct Mend {
  Parameter parameter = Parameter::stride;
  std::optional<Axis> axis;  ///< Empty: the parameter has no axis, or both axes.
  std::int64_t value = 0;
  bool operator==(const Mend&) const = default;
};

/// One reason why a layer cannot be computed. Where the reason is too_many_elements, which many parameters share,
/// parameter and axis are those of the mend.
struct Problem {
  Parameter parameter = Parameter::stride;
  std::optional<Axis> axis;  ///< Empty: the parameter has no axis, or both axes.
  Reason reason = Reason::below_minimum;
  std::int64_t value = 0;  ///< The value that offends, as the reason reads it.
  std::int64_t limit = 0;
  std::optional<TensorRole> tensor;
  /// Of the single changes that remove the problem, the one that leaves the fewest others, then the smallest. Empty
  /// only when no single change does: a weight too large in its channels and in its kernel.
  std::optional<Mend> mend;
  bool operator==(const Problem&) const = default;
};

/// A tensor with more elements than this is refused before anything is allocated.
inline constexpr std::int64_t max_elements = std::int64_t{1} << 28;
/// Every single parameter lies within this, so that no arithmetic on them overflows.
inline constexpr std::int64_t max_parameter = std::int64_t{1} << 28;

/// The lowest value that a parameter can have: 0 for padding, 1 for all others.
[[nodiscard]] std::int64_t minimum_of(Parameter parameter);

/// All problems of a layer on an input of this size (batch 1); empty when it can be computed. Never overflows,
/// allocates only the list.
[[nodiscard]] std::vector<Problem> validate(const SizedLayer& sized);

/// Whether `validate` finds nothing, for callers that ask often: it looks for no mends.
[[nodiscard]] bool is_valid(const SizedLayer& sized);

/// The value of a parameter; `axis` chooses height or width where there are two (padding: the side before).
[[nodiscard]] std::int64_t parameter_value(const SizedLayer& sized, Parameter parameter, Axis axis);

/// Sets a parameter on one axis, or on both when `axis` is empty. Padding sets both sides of the axis and the rule
/// `amounts`; an axis that is not named keeps the padding that was in force.
void set_parameter(SizedLayer& sized, Parameter parameter, std::optional<Axis> axis, std::int64_t value);

/// The values in [lowest, highest] that leave the layer without a problem, ascending: what a slider may stop at.
[[nodiscard]] std::vector<std::int64_t> valid_values(const SizedLayer& sized, Parameter parameter,
                                                     std::optional<Axis> axis, std::int64_t lowest,
                                                     std::int64_t highest);

}  // namespace convscope
