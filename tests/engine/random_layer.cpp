#include "tests/engine/random_layer.h"

#include <algorithm>
#include <limits>

#include "engine/forward.h"

namespace convscope {

void showValue(const SizedLayer& sized, std::ostream& stream) {
  const Layer& l = sized.layer;
  const auto size = [&](const char* name, const Size& s) {
    stream << name << ' ' << s.height << 'x' << s.width << ' ';
  };
  stream << "op " << static_cast<int>(l.op) << " in_channels " << l.in_channels << " out_channels " << l.out_channels
         << " groups " << l.groups << ' ';
  size("input_size", sized.input_size);
  size("kernel_size", l.kernel_size);
  size("stride", l.stride);
  size("dilation", l.dilation);
  const Sides& p = l.padding;
  stream << "rule " << static_cast<int>(l.padding_rule) << " padding " << p.top << ',' << p.bottom << ',' << p.left
         << ',' << p.right << " mode " << static_cast<int>(l.padding_mode) << ' ';
  size("output_padding", l.output_padding);
  stream << "flip_kernel " << l.flip_kernel;
}

void showValue(const Mend& mend, std::ostream& stream) {
  stream << "parameter " << static_cast<int>(mend.parameter) << " axis "
         << (mend.axis ? static_cast<int>(*mend.axis) : -1) << " value " << mend.value;
}

namespace testing {
namespace {

using Int = std::int64_t;

rc::Gen<Int> from(Int lowest, Int highest) { return rc::gen::inRange<Int>(lowest, highest + 1); }

rc::Gen<PaddingRule> padding_rule() {
  return rc::gen::weightedElement<PaddingRule>(
      {{4, PaddingRule::amounts}, {1, PaddingRule::same}, {1, PaddingRule::valid}});
}

rc::Gen<PaddingMode> padding_mode() {
  return rc::gen::weightedElement<PaddingMode>(
      {{3, PaddingMode::zeros}, {1, PaddingMode::reflect}, {1, PaddingMode::replicate}, {1, PaddingMode::circular}});
}

SizedLayer layer_from(const rc::Gen<Int>& values, const rc::Gen<Int>& paddings) {
  SizedLayer sized;
  Layer& layer = sized.layer;
  for (Int* value : {&layer.in_channels, &layer.out_channels, &layer.groups, &layer.kernel_size.height,
                     &layer.kernel_size.width, &layer.stride.height, &layer.stride.width, &layer.dilation.height,
                     &layer.dilation.width, &sized.input_size.height, &sized.input_size.width}) {
    *value = *values;
  }
  layer.op = *rc::gen::elementOf(ops);
  for (Int* value : {&layer.padding.top, &layer.padding.bottom, &layer.padding.left, &layer.padding.right}) {
    *value = *paddings;
  }
  if (*from(0, 3) > 0) {
    layer.groups = 1;  // Otherwise nearly no layer comes through.
  }
  if (*from(0, 3) > 0) {
    layer.padding.bottom = layer.padding.top;
    layer.padding.right = layer.padding.left;
  }
  if (*from(0, 1) > 0) {
    layer.out_channels = layer.in_channels;
  }
  if (layer.op == Op::conv_transpose2d || *from(0, 9) == 0) {
    layer.output_padding = {*paddings, *paddings};
  }
  if (layer.op == Op::conv2d || *from(0, 9) == 0) {
    layer.padding_rule = *padding_rule();
    layer.padding_mode = *padding_mode();
  }
  layer.flip_kernel = *rc::gen::arbitrary<bool>();
  layer.bias = *rc::gen::arbitrary<bool>();
  return sized;
}

void choose_convolution(SizedLayer& sized) {
  Layer& layer = sized.layer;
  layer.padding_rule = *padding_rule();
  layer.padding_mode = *padding_mode();
  layer.padding = {*from(0, 4), *from(0, 4), *from(0, 4), *from(0, 4)};
  if (layer.padding_rule != PaddingRule::same) {
    layer.stride = {*from(1, 4), *from(1, 4)};
  }
}

void choose_transposed(SizedLayer& sized) {
  Layer& layer = sized.layer;
  layer.stride = {*from(1, 4), *from(1, 4)};
  layer.output_padding = {*from(0, std::max(layer.stride.height, layer.dilation.height) - 1),
                          *from(0, std::max(layer.stride.width, layer.dilation.width) - 1)};
  sized.input_size = {*from(1, 6), *from(1, 6)};
  const auto crop = [&](Int input, Int stride, Int span, Int more) {
    return *from(0, std::min<Int>(4, ((input - 1) * stride + span + more - 1) / 2));
  };
  const Size span = effective_kernel_size(layer);
  const Int rows = crop(sized.input_size.height, layer.stride.height, span.height, layer.output_padding.height);
  const Int columns = crop(sized.input_size.width, layer.stride.width, span.width, layer.output_padding.width);
  layer.padding = {rows, rows, columns, columns};
}

void choose_pool(SizedLayer& sized) {
  Layer& layer = sized.layer;
  layer.out_channels = layer.in_channels;
  layer.stride = {*from(1, 4), *from(1, 4)};
  if (layer.op == Op::avg_pool2d) {
    layer.dilation = {1, 1};
  }
  const Size span = effective_kernel_size(layer);
  const Int rows = *from(0, span.height / 2);
  const Int columns = *from(0, span.width / 2);
  layer.padding = {rows, rows, columns, columns};
}

/// A size that the window fits, and that padding modes can copy from.
Size input_for(const Layer& layer) {
  const Size span = effective_kernel_size(layer);
  const Sides padding = resolved_padding(layer);
  const auto size = [&](Axis axis) {
    const Int first = before(padding, axis);
    const Int last = after(padding, axis);
    Int smallest = std::max<Int>(1, along(span, axis) - first - last);
    if (layer.padding_mode == PaddingMode::circular) {
      smallest = std::max({smallest, first, last});
    } else if (layer.padding_mode == PaddingMode::reflect) {
      smallest = std::max({smallest, first + 1, last + 1});
    }
    return *from(smallest, std::max(smallest, along(span, axis)) + 5);
  };
  return {size(Axis::height), size(Axis::width)};
}

}  // namespace

rc::Gen<SizedLayer> valid_layer(Op op) {
  return rc::gen::exec([op] {
    SizedLayer sized;
    Layer& layer = sized.layer;
    layer.op = op;
    layer.groups = *from(1, 3);
    layer.in_channels = layer.groups * *from(1, 2);
    layer.out_channels = layer.groups * *from(1, 2);
    layer.kernel_size = {*from(1, 4), *from(1, 4)};
    layer.dilation = {*from(1, 3), *from(1, 3)};
    layer.bias = *rc::gen::arbitrary<bool>();
    layer.flip_kernel = *rc::gen::arbitrary<bool>();
    if (op == Op::conv_transpose2d) {
      choose_transposed(sized);
      return sized;
    }
    if (op == Op::conv2d) {
      choose_convolution(sized);
    } else {
      choose_pool(sized);
    }
    sized.input_size = input_for(layer);
    return sized;
  });
}

rc::Gen<SizedLayer> valid_layer() {
  return rc::gen::exec([] { return *valid_layer(*rc::gen::elementOf(ops)); });
}

rc::Gen<SizedLayer> any_layer() {
  return rc::gen::exec([] {
    constexpr Int lowest = std::numeric_limits<Int>::min();
    constexpr Int highest = std::numeric_limits<Int>::max();
    const auto extreme = rc::gen::elementOf(std::vector<Int>{lowest, lowest + 1, -1, 0, max_parameter - 1,
                                                             max_parameter, max_parameter + 1, highest - 1, highest});
    const rc::Gen<Int> any = rc::gen::weightedOneOf<Int>(
        {{90, from(1, 8)}, {6, from(1, max_parameter)}, {3, extreme}, {1, from(lowest, highest - 1)}});
    return layer_from(any, rc::gen::weightedOneOf<Int>({{3, from(0, 4)}, {2, any}}));
  });
}

rc::Gen<SizedLayer> edge_layer() {
  return rc::gen::exec([] {
    const auto edge = rc::gen::weightedOneOf<Int>(
        {{60, from(1, 6)},
         {1, from(-2, 0)},
         {1, rc::gen::elementOf(std::vector<Int>{1 << 12, 1 << 14, 1 << 20, max_parameter})}});
    return layer_from(edge, rc::gen::weightedOneOf<Int>({{20, from(0, 3)}, {1, from(-2, -1)}, {1, edge}}));
  });
}

rc::Gen<Tensor> integer_tensor(const Shape& shape) {
  return rc::gen::exec([shape] {
    Tensor tensor(shape);
    const auto values =
        *rc::gen::container<std::vector<int>>(static_cast<std::size_t>(element_count(shape)), rc::gen::inRange(-9, 10));
    std::ranges::transform(values, tensor.values().begin(), [](int value) { return static_cast<float>(value); });
    return tensor;
  });
}

rc::Gen<Tensor> integer_weight(const Layer& layer) {
  return is_pool(layer.op) ? rc::gen::construct<Tensor>() : integer_tensor(weight_shape(layer));
}

rc::Gen<std::vector<float>> integer_bias(const Layer& layer) {
  return rc::gen::exec([layer] {
    std::vector<float> bias;
    for (Int channel = 0; has_bias(layer) && channel < layer.out_channels; ++channel) {
      bias.push_back(static_cast<float>(*from(-9, 9)));
    }
    return bias;
  });
}

}  // namespace testing
}  // namespace convscope
