#include "tests/engine/random_layer.h"

#include <algorithm>
#include <limits>

namespace convscope {

void showValue(const SizedLayer& sized, std::ostream& stream) {
  const Layer& l = sized.layer;
  const auto size = [&](const char* name, const Size& s) {
    stream << name << ' ' << s.height << 'x' << s.width << ' ';
  };
  stream << "in_channels " << l.in_channels << " out_channels " << l.out_channels << " groups " << l.groups << ' ';
  size("input_size", sized.input_size);
  size("kernel_size", l.kernel_size);
  size("stride", l.stride);
  size("dilation", l.dilation);
  const Sides& p = l.padding;
  stream << "rule " << static_cast<int>(l.padding_rule) << " padding " << p.top << ',' << p.bottom << ',' << p.left
         << ',' << p.right;
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

SizedLayer layer_from(const rc::Gen<Int>& values, const rc::Gen<Int>& paddings) {
  SizedLayer sized;
  Layer& layer = sized.layer;
  for (Int* value : {&layer.in_channels, &layer.out_channels, &layer.groups, &layer.kernel_size.height,
                     &layer.kernel_size.width, &layer.stride.height, &layer.stride.width, &layer.dilation.height,
                     &layer.dilation.width, &sized.input_size.height, &sized.input_size.width}) {
    *value = *values;
  }
  for (Int* value : {&layer.padding.top, &layer.padding.bottom, &layer.padding.left, &layer.padding.right}) {
    *value = *paddings;
  }
  if (*from(0, 3) > 0) {
    layer.groups = 1;  // Otherwise nearly no layer comes through.
  }
  layer.padding_rule = *padding_rule();
  layer.bias = *rc::gen::arbitrary<bool>();
  return sized;
}

}  // namespace

rc::Gen<SizedLayer> valid_layer() {
  return rc::gen::exec([] {
    SizedLayer sized;
    Layer& layer = sized.layer;
    layer.groups = *from(1, 3);
    layer.in_channels = layer.groups * *from(1, 2);
    layer.out_channels = layer.groups * *from(1, 2);
    layer.kernel_size = {*from(1, 4), *from(1, 4)};
    layer.dilation = {*from(1, 3), *from(1, 3)};
    layer.bias = *rc::gen::arbitrary<bool>();
    layer.padding_rule = *padding_rule();
    layer.padding = {*from(0, 4), *from(0, 4), *from(0, 4), *from(0, 4)};
    if (layer.padding_rule != PaddingRule::same) {
      layer.stride = {*from(1, 4), *from(1, 4)};
    }
    const Size kernel = effective_kernel_size(layer);
    const Sides padding = resolved_padding(layer);
    const auto input = [](Int span, Int padded) { return *from(std::max<Int>(1, span - padded), span + 5); };
    sized.input_size = {input(kernel.height, padding.top + padding.bottom),
                        input(kernel.width, padding.left + padding.right)};
    return sized;
  });
}

rc::Gen<SizedLayer> any_layer() {
  return rc::gen::exec([] {
    constexpr Int lowest = std::numeric_limits<Int>::min();
    constexpr Int highest = std::numeric_limits<Int>::max();
    const auto extreme = rc::gen::elementOf(std::vector<Int>{lowest, lowest + 1, -1, 0, max_parameter - 1,
                                                             max_parameter, max_parameter + 1, highest - 1, highest});
    const rc::Gen<Int> any = rc::gen::weightedOneOf<Int>(
        {{30, from(1, 8)}, {6, from(1, max_parameter)}, {3, extreme}, {1, from(lowest, highest - 1)}});
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

rc::Gen<std::vector<float>> integer_bias(const Layer& layer) {
  return rc::gen::exec([layer] {
    std::vector<float> bias;
    for (Int channel = 0; layer.bias && channel < layer.out_channels; ++channel) {
      bias.push_back(static_cast<float>(*from(-9, 9)));
    }
    return bias;
  });
}

}  // namespace testing
}  // namespace convscope
