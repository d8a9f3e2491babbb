#include "app/text/parameter_hints.h"

#include "app/text/phrases.h"

namespace convscope::text::window {

const Phrase& parameter_hint(Parameter parameter, Op layer_op) {
  const bool transposed = layer_op == Op::conv_transpose2d;
  switch (parameter) {
    case Parameter::input_size:
      return hint_input_size;
    case Parameter::in_channels:
      return hint_in_channels;
    case Parameter::out_channels:
      return hint_out_channels;
    case Parameter::kernel_size:
      return is_pool(layer_op) ? hint_window_size : hint_kernel_size;
    case Parameter::stride:
      return transposed ? hint_transposed_stride : hint_stride;
    case Parameter::padding:
      return transposed ? hint_transposed_padding : hint_padding;
    case Parameter::dilation:
      return hint_dilation;
    case Parameter::groups:
      return hint_groups;
    case Parameter::padding_mode:
      return hint_padding_mode;
    case Parameter::output_padding:
      return hint_output_padding;
  }
  return hint_op;
}

}  // namespace convscope::text::window
