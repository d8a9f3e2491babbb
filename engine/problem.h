#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/layer.h"

namespace convscope {

/// What a slider moves and a problem names.
enum class Parameter {
  input_size,
  in_channels,
  out_channels,
  kernel_size,
  stride,
  padding,
  dilation,
  groups,
  padding_mode,  ///< Its values are PaddingMode's, as numbers.
  output_padding,
};

/// Why a value cannot stand. The words for them are in app/text.
enum class Reason {
  below_minimum,                   ///< value < limit
  above_maximum,                   ///< value > limit
  not_divisible,                   ///< in_channels or out_channels (value) is no multiple of groups (limit)
  kernel_exceeds_input,            ///< the dilated kernel (value) is larger than the padded input (limit)
  same_needs_stride_one,           ///< padding "same" with a stride (value) other than 1 (limit)
  padding_word_needs_conv2d,       ///< "same" or "valid" with another op
  padding_mode_needs_conv2d,       ///< a padding_mode (value) other than zeros (limit) with another op
  padding_not_symmetric,           ///< conv_transpose2d and pools: padding after (value) is not that before (limit)
  padding_exceeds_half_kernel,     ///< pools: padding (value) beyond half of the dilated kernel (limit)
  reflect_exceeds_input,           ///< reflect: padding (value) beyond what input cells it can mirror (limit)
  circular_exceeds_input,          ///< circular: padding (value) beyond the input (limit)
  pool_keeps_channels,             ///< out_channels (value) of a pool is not in_channels (limit)
  avg_pool_has_no_dilation,        ///< avg_pool2d with a dilation (value) other than 1 (limit)
  output_padding_needs_transpose,  ///< output_padding (value) other than 0 (limit), and not conv_transpose2d
  output_padding_too_large,        ///< output_padding (value) reaches both stride and dilation: the most is the limit
  output_below_one,   ///< conv_transpose2d: padding crops all; the output's size (value) is below 1 (limit)
  too_many_elements,  ///< a tensor would have more elements (value, saturated) than max_elements (limit)
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
  /// only when no single change does: a weight too large in its channels and in its kernel, a transposed layer's output
  /// too large by its stride and by its kernel.
  std::optional<Mend> mend;
  bool operator==(const Problem&) const = default;
};

/// A tensor with more elements than this is refused before anything is allocated.
inline constexpr std::int64_t max_elements = std::int64_t{1} << 28;
/// Every single parameter lies within this, so that no arithmetic on them overflows.
inline constexpr std::int64_t max_parameter = std::int64_t{1} << 28;

/// The lowest value that a parameter can have: 0 for padding, output_padding and padding_mode, 1 for all others.
[[nodiscard]] std::int64_t minimum_of(Parameter parameter);
/// The highest: max_parameter, and the last PaddingMode.
[[nodiscard]] std::int64_t maximum_of(Parameter parameter);

/// All problems of a layer on an input of this size (batch 1); empty when it can be computed. Never overflows,
/// allocates only the list.
[[nodiscard]] std::vector<Problem> validate(const SizedLayer& sized);

/// Whether `validate` finds nothing, for callers that ask often: it looks for no mends.
[[nodiscard]] bool is_valid(const SizedLayer& sized);

/// The value of a parameter; `axis` chooses height or width where there are two (padding: the side before).
[[nodiscard]] std::int64_t parameter_value(const SizedLayer& sized, Parameter parameter, Axis axis);

/// Sets a parameter to any value (padding_mode: to one of its modes) on one axis, or on both when `axis` is empty.
/// Padding sets both sides of the axis and the rule `amounts`; an axis that is not named keeps the padding that was in
/// force.
void set_parameter(SizedLayer& sized, Parameter parameter, std::optional<Axis> axis, std::int64_t value);

/// The values in [lowest, highest] that leave the layer without a problem, ascending: what a slider may stop at.
[[nodiscard]] std::vector<std::int64_t> valid_values(const SizedLayer& sized, Parameter parameter,
                                                     std::optional<Axis> axis, std::int64_t lowest,
                                                     std::int64_t highest);

}  // namespace convscope
