#include "engine/op_rules.h"

#include <algorithm>

namespace convscope {
namespace {

Problem problem_of(Parameter parameter, std::optional<Axis> axis, Reason reason, std::int64_t value,
                   std::int64_t limit) {
  return {parameter, axis, reason, value, limit, {}, {}};
}

/// The input limits the padding that copies its cells (torch.nn.functional.pad).
void check_copied_padding(const SizedLayer& sized, Axis axis, std::vector<Problem>& problems) {
  const Sides padding = resolved_padding(sized.layer);
  const std::int64_t largest = std::max(before(padding, axis), after(padding, axis));
  const std::int64_t size = along(sized.input_size, axis);
  if (sized.layer.padding_mode == PaddingMode::reflect && largest > size - 1) {
    problems.push_back(problem_of(Parameter::padding, axis, Reason::reflect_exceeds_input, largest, size - 1));
  }
  if (sized.layer.padding_mode == PaddingMode::circular && largest > size) {
    problems.push_back(problem_of(Parameter::padding, axis, Reason::circular_exceeds_input, largest, size));
  }
}

/// torch.nn.ConvTranspose2d and the pools take one number an axis.
void check_symmetric(const Layer& layer, Axis axis, std::vector<Problem>& problems) {
  const std::int64_t first = before(layer.padding, axis);
  const std::int64_t last = after(layer.padding, axis);
  if (layer.padding_rule == PaddingRule::amounts && first != last) {
    problems.push_back(problem_of(Parameter::padding, axis, Reason::padding_not_symmetric, last, first));
  }
}

/// "pad should be at most half of effective kernel size" (PyTorch's pool2d_shape_check; 1.13 did not count dilation).
void check_half_kernel(const Layer& layer, Axis axis, std::vector<Problem>& problems) {
  const Sides padding = resolved_padding(layer);
  const std::int64_t largest = std::max(before(padding, axis), after(padding, axis));
  const std::int64_t half = along(effective_kernel_size(layer), axis) / 2;
  if (largest > half) {
    problems.push_back(problem_of(Parameter::padding, axis, Reason::padding_exceeds_half_kernel, largest, half));
  }
}

/// "output padding must be smaller than either stride or dilation" (slow_conv_transpose2d_shape_check).
void check_output_padding(const Layer& layer, Axis axis, std::vector<Problem>& problems) {
  const std::int64_t most = std::max(along(layer.stride, axis), along(layer.dilation, axis)) - 1;
  const std::int64_t value = along(layer.output_padding, axis);
  if (value > most) {
    problems.push_back(problem_of(Parameter::output_padding, axis, Reason::output_padding_too_large, value, most));
  }
}

void check_single_values(const Layer& layer, std::vector<Problem>& problems) {
  if (layer.op != Op::conv2d) {
    if (layer.padding_rule != PaddingRule::amounts) {
      problems.push_back(problem_of(Parameter::padding, {}, Reason::padding_word_needs_conv2d, 0, 0));
    }
    if (layer.padding_mode != PaddingMode::zeros) {
      problems.push_back(problem_of(Parameter::padding_mode, {}, Reason::padding_mode_needs_conv2d,
                                    static_cast<std::int64_t>(layer.padding_mode), 0));
    }
  }
  const bool in_range = std::min(layer.in_channels, layer.out_channels) >= 1 &&
                        std::max(layer.in_channels, layer.out_channels) <= max_parameter;
  if (is_pool(layer.op) && in_range && layer.out_channels != layer.in_channels) {
    problems.push_back(
        problem_of(Parameter::out_channels, {}, Reason::pool_keeps_channels, layer.out_channels, layer.in_channels));
  }
}

}  // namespace

std::vector<Problem> padding_problems(const SizedLayer& sized) {
  const Layer& layer = sized.layer;
  std::vector<Problem> problems;
  for (const Axis axis : axes) {
    if (layer.op == Op::conv2d) {
      check_copied_padding(sized, axis, problems);
    } else {
      check_symmetric(layer, axis, problems);
    }
    if (is_pool(layer.op)) {
      check_half_kernel(layer, axis, problems);
    }
    if (layer.op == Op::conv_transpose2d) {
      check_output_padding(layer, axis, problems);
    }
  }
  return problems;
}

std::vector<Problem> op_problems(const SizedLayer& sized) {
  const Layer& layer = sized.layer;
  std::vector<Problem> problems;
  check_single_values(layer, problems);
  for (const Axis axis : axes) {
    if (layer.op == Op::avg_pool2d && along(layer.dilation, axis) > 1) {
      problems.push_back(
          problem_of(Parameter::dilation, axis, Reason::avg_pool_has_no_dilation, along(layer.dilation, axis), 1));
    }
    if (layer.op != Op::conv_transpose2d && along(layer.output_padding, axis) > 0) {
      problems.push_back(problem_of(Parameter::output_padding, axis, Reason::output_padding_needs_transpose,
                                    along(layer.output_padding, axis), 0));
    }
  }
  return problems;
}

}  // namespace convscope
