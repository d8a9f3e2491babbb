#include "app/document/op_change.h"

#include <algorithm>

#include "engine/single_mends.h"

namespace convscope {
namespace {

Size default_stride(const Layer& layer) { return is_pool(layer.op) ? layer.kernel_size : Size{1, 1}; }

/// Nothing that the op lacks, and nothing that only its neighbour's numbers made possible.
void drop_what_is_missing(Layer& layer) {
  if (layer.op != Op::conv2d) {
    const Sides padding = resolved_padding(layer);
    const std::int64_t rows = std::min(padding.top, padding.bottom);
    const std::int64_t columns = std::min(padding.left, padding.right);
    layer.padding = {rows, rows, columns, columns};
    layer.padding_rule = PaddingRule::amounts;
    layer.padding_mode = PaddingMode::zeros;
  }
  if (layer.op != Op::conv_transpose2d) {
    layer.output_padding = {0, 0};
  }
  if (layer.op == Op::avg_pool2d) {
    layer.dilation = {1, 1};
  }
  if (is_pool(layer.op)) {
    layer.out_channels = layer.in_channels;
  }
}

/// The change that a user expects: of padding rather than of what the layer is about.
std::optional<Mend> chosen_mend(const SizedLayer& sized, const std::vector<Problem>& problems) {
  const std::vector<Mend> whole = single_mends(sized);
  if (whole.empty()) {
    return problems.front().mend;
  }
  const auto padding = std::ranges::find(whole, Parameter::padding, &Mend::parameter);
  return padding == whole.end() ? whole.front() : *padding;
}

/// Mend by mend, until it is valid or nothing helps.
SizedLayer mended(const SizedLayer& sized) {
  constexpr int most_mends = 16;
  SizedLayer layer = sized;
  for (int i = 0; i < most_mends; ++i) {
    const std::vector<Problem> problems = validate(layer);
    if (problems.empty()) {
      return layer;
    }
    const std::optional<Mend> mend = chosen_mend(layer, problems);
    if (!mend) {
      return sized;
    }
    set_parameter(layer, mend->parameter, mend->axis, mend->value);
  }
  return is_valid(layer) ? layer : sized;
}

template <typename Value>
void merge(Value& target, const Value& before, const Value& now) {
  if (now != before) {
    target = now;
  }
}

void merge_size(Size& target, const Size& before, const Size& now) {
  merge(target.height, before.height, now.height);
  merge(target.width, before.width, now.width);
}

/// The old layer, with whatever has been changed from `before` to `now`.
SizedLayer with_changes(SizedLayer old, const SizedLayer& before, const SizedLayer& now) {
  Layer& layer = old.layer;
  merge_size(old.input_size, before.input_size, now.input_size);
  merge(layer.in_channels, before.layer.in_channels, now.layer.in_channels);
  if (!is_pool(now.layer.op)) {  // A pool's only follow its in_channels.
    merge(layer.out_channels, before.layer.out_channels, now.layer.out_channels);
  }
  merge_size(layer.kernel_size, before.layer.kernel_size, now.layer.kernel_size);
  merge_size(layer.stride, before.layer.stride, now.layer.stride);
  merge_size(layer.dilation, before.layer.dilation, now.layer.dilation);
  merge_size(layer.output_padding, before.layer.output_padding, now.layer.output_padding);
  merge(layer.groups, before.layer.groups, now.layer.groups);
  merge(layer.bias, before.layer.bias, now.layer.bias);
  merge(layer.padding_mode, before.layer.padding_mode, now.layer.padding_mode);
  merge(layer.flip_kernel, before.layer.flip_kernel, now.layer.flip_kernel);
  if (now.layer.padding_rule != before.layer.padding_rule || now.layer.padding != before.layer.padding) {
    layer.padding_rule = now.layer.padding_rule;
    layer.padding = now.layer.padding;
  }
  return old;
}

std::size_t place_of(Op op) { return static_cast<std::size_t>(op); }

}  // namespace

SizedLayer with_op(const SizedLayer& sized, Op op) {
  SizedLayer changed = sized;
  Layer& layer = changed.layer;
  layer.op = op;
  if (sized.layer.stride == default_stride(sized.layer)) {
    layer.stride = default_stride(layer);
  }
  drop_what_is_missing(layer);
  return mended(changed);
}

SizedLayer OpMemory::change(const SizedLayer& sized, Op op) {
  for (std::optional<SizedLayer>& left : left_) {
    if (left) {
      left = with_changes(*left, since_, sized);
    }
  }
  std::optional<SizedLayer> known = left_[place_of(op)];
  left_[place_of(sized.layer.op)] = sized;
  if (known) {
    drop_what_is_missing(known->layer);
    known = mended(*known);
  }
  since_ = known && is_valid(*known) ? *known : with_op(sized, op);
  return since_;
}

void edit_parameter(SizedLayer& sized, Parameter parameter, std::optional<Axis> axis, std::int64_t value) {
  set_parameter(sized, parameter, axis, value);
  if (is_pool(sized.layer.op) && (parameter == Parameter::in_channels || parameter == Parameter::out_channels)) {
    sized.layer.in_channels = value;
    sized.layer.out_channels = value;
  }
}

std::vector<std::int64_t> valid_edits(const SizedLayer& sized, Parameter parameter, std::optional<Axis> axis,
                                      std::int64_t lowest, std::int64_t highest) {
  if (!is_pool(sized.layer.op) || (parameter != Parameter::in_channels && parameter != Parameter::out_channels)) {
    return valid_values(sized, parameter, axis, lowest, highest);
  }
  std::vector<std::int64_t> valid;
  for (std::int64_t value = lowest; value <= highest; ++value) {
    SizedLayer edited = sized;
    edit_parameter(edited, parameter, axis, value);
    if (is_valid(edited)) {
      valid.push_back(value);
    }
  }
  return valid;
}

}  // namespace convscope
