#include "engine/find_problems.h"

#include <algorithm>
#include <utility>

#include "engine/arithmetic.h"
#include "engine/forward.h"
#include "engine/op_rules.h"

namespace convscope {
namespace {

/// Goes through the rules, each only where the values that it reads are in their ranges.
class Inspection {
 public:
  explicit Inspection(const SizedLayer& sized) : sized_(sized), layer_(sized.layer) {}

  std::vector<Problem> problems() && {
    check_ranges();
    check_divisible();
    if (axes_in_range_) {
      check_same_padding();
      add_all(padding_problems(sized_));
    }
    add_all(op_problems(sized_));
    check_output_exists();
    check_element_counts();
    return std::move(problems_);
  }

 private:
  void add(Problem problem) { problems_.push_back(problem); }
  void add_all(const std::vector<Problem>& problems) {
    problems_.insert(problems_.end(), problems.begin(), problems.end());
  }

  bool in_range(Parameter parameter, std::optional<Axis> axis, std::int64_t lowest, std::int64_t highest) {
    if (lowest < minimum_of(parameter)) {
      add({parameter, axis, Reason::below_minimum, lowest, minimum_of(parameter), {}, {}});
    }
    if (highest > max_parameter) {
      add({parameter, axis, Reason::above_maximum, highest, max_parameter, {}, {}});
    }
    return lowest >= minimum_of(parameter) && highest <= max_parameter;
  }

  bool in_range(Parameter parameter, std::optional<Axis> axis) {
    const std::int64_t value = parameter_value(sized_, parameter, axis.value_or(Axis::height));
    return in_range(parameter, axis, value, value);
  }

  void check_ranges() {
    channels_in_range_ = true;
    for (const Parameter parameter : {Parameter::in_channels, Parameter::out_channels}) {
      channels_in_range_ &= in_range(parameter, {});
    }
    if (!is_pool(layer_.op)) {
      channels_in_range_ &= in_range(Parameter::groups, {});
    }
    axes_in_range_ = true;
    for (const Axis axis : axes) {
      for (const Parameter parameter : {Parameter::input_size, Parameter::kernel_size, Parameter::stride,
                                        Parameter::dilation, Parameter::output_padding}) {
        axes_in_range_ &= in_range(parameter, axis);
      }
      if (layer_.padding_rule == PaddingRule::amounts) {
        const auto [lowest, highest] = std::minmax({before(layer_.padding, axis), after(layer_.padding, axis)});
        axes_in_range_ &= in_range(Parameter::padding, axis, lowest, highest);
      }
    }
  }

  void check_divisible() {
    divisible_ = channels_in_range_;
    if (!channels_in_range_ || is_pool(layer_.op)) {
      return;
    }
    for (const Parameter parameter : {Parameter::in_channels, Parameter::out_channels}) {
      const std::int64_t channels = parameter_value(sized_, parameter, Axis::height);
      if (channels % layer_.groups != 0) {
        add({parameter, {}, Reason::not_divisible, channels, layer_.groups, {}, {}});
        divisible_ = false;
      }
    }
  }

  void check_same_padding() {
    if (layer_.padding_rule != PaddingRule::same || layer_.op != Op::conv2d) {
      return;
    }
    for (const Axis axis : axes) {
      if (along(layer_.stride, axis) != 1) {
        add({Parameter::stride, axis, Reason::same_needs_stride_one, along(layer_.stride, axis), 1, {}, {}});
      }
    }
  }

  void check_output_exists() {
    has_output_ = axes_in_range_;
    if (!axes_in_range_) {
      return;
    }
    const OutputArithmetic arithmetic = output_arithmetic(sized_);
    for (const Axis axis : axes) {
      const AxisArithmetic& a = axis == Axis::height ? arithmetic.height : arithmetic.width;
      if (a.output >= 1) {
        continue;
      }
      has_output_ = false;
      if (a.transposed) {
        add({Parameter::padding, axis, Reason::output_below_one, a.output, 1, {}, {}});
      } else {
        add({Parameter::kernel_size, axis, Reason::kernel_exceeds_input, a.effective_kernel, a.padded_input, {}, {}});
      }
    }
  }

  void check_element_counts() {
    if (!channels_in_range_ || !axes_in_range_) {
      return;
    }
    check_element_count(TensorRole::input, Parameter::input_size, input_shape(sized_));
    if (divisible_) {
      check_element_count(TensorRole::weight, Parameter::kernel_size, weight_shape(layer_));
    }
    if (has_output_) {
      check_element_count(TensorRole::output, Parameter::out_channels, output_shape(sized_));
    }
  }

  void check_element_count(TensorRole tensor, Parameter parameter, const Shape& shape) {
    const std::int64_t count = element_count(shape);
    if (count > max_elements) {
      add({parameter, {}, Reason::too_many_elements, count, max_elements, tensor, {}});
    }
  }

  const SizedLayer& sized_;
  const Layer& layer_;
  std::vector<Problem> problems_;
  bool channels_in_range_ = false;
  bool axes_in_range_ = false;
  bool divisible_ = false;
  bool has_output_ = false;
};

}  // namespace

std::vector<Problem> find_problems(const SizedLayer& sized) { return Inspection(sized).problems(); }

}  // namespace convscope
