#include "app/cli/layer_flags.h"

#include <algorithm>
#include <array>
#include <optional>

#include "app/cli/parse_values.h"
#include "app/text/names.h"

namespace convscope {
namespace {

template <typename Parsed, typename Target>
bool assign(const std::optional<Parsed>& parsed, Target& target) {
  if (parsed) {
    target = *parsed;
  }
  return parsed.has_value();
}

constexpr const char* number = "a whole number";
constexpr const char* size = "a whole number or HEIGHTxWIDTH";

constexpr std::array flags{
    LayerFlag{"--input-size", "HxW", "Height and width of the input", size,
              [](ChosenLayer& chosen, std::string_view value) {
                chosen.says_input_size = true;
                return assign(parse_size(value), chosen.sized.input_size);
              }},
    LayerFlag{"--op", "NAME", "Kind of layer: conv2d (default), conv_transpose2d, max_pool2d or avg_pool2d",
              "conv2d, conv_transpose2d, max_pool2d or avg_pool2d",
              [](ChosenLayer& chosen, std::string_view value) {
                return assign(text::op_named(value), chosen.sized.layer.op);
              }},
    LayerFlag{"--in-channels", "N", "Channels of the input (default 1)", number,
              [](ChosenLayer& chosen, std::string_view value) {
                chosen.says_in_channels = true;
                return assign(parse_integer(value), chosen.sized.layer.in_channels);
              }},
    LayerFlag{"--out-channels", "N", "Channels of the output: filters (default 1)", number,
              [](ChosenLayer& chosen, std::string_view value) {
                chosen.says_out_channels = true;
                return assign(parse_integer(value), chosen.sized.layer.out_channels);
              }},
    LayerFlag{"--kernel-size", "HxW", "Height and width of the kernel", size,
              [](ChosenLayer& chosen, std::string_view value) {
                chosen.says_kernel_size = true;
                return assign(parse_size(value), chosen.sized.layer.kernel_size);
              }},
    LayerFlag{"--stride", "HxW", "Cells from one window to the next (default 1; of pools the kernel size)", size,
              [](ChosenLayer& chosen, std::string_view value) {
                chosen.says_stride = true;
                return assign(parse_size(value), chosen.sized.layer.stride);
              }},
    LayerFlag{"--padding", "HxW", "Cells added at each side (default 0); also TOP,BOTTOM,LEFT,RIGHT, same or valid",
              "a whole number, HEIGHTxWIDTH, TOP,BOTTOM,LEFT,RIGHT, same or valid",
              [](ChosenLayer& chosen, std::string_view value) {
                const std::optional<ParsedPadding> padding = parse_padding(value);
                if (padding) {
                  chosen.sized.layer.padding_rule = padding->rule;
                  chosen.sized.layer.padding = padding->amounts;
                }
                return padding.has_value();
              }},
    LayerFlag{"--padding-mode", "NAME", "What padding holds: zeros (default), reflect, replicate or circular",
              "zeros, reflect, replicate or circular",
              [](ChosenLayer& chosen, std::string_view value) {
                return assign(text::padding_mode_named(value), chosen.sized.layer.padding_mode);
              }},
    LayerFlag{"--output-padding", "HxW", "Rows and columns added to the output of conv_transpose2d (default 0)", size,
              [](ChosenLayer& chosen, std::string_view value) {
                return assign(parse_size(value), chosen.sized.layer.output_padding);
              }},
    LayerFlag{"--flip-kernel", "BOOL", "Whether the kernel is turned round: true or false (default)", "true or false",
              [](ChosenLayer& chosen, std::string_view value) {
                return assign(parse_flag(value), chosen.sized.layer.flip_kernel);
              }},
    LayerFlag{"--dilation", "HxW", "Distance of the kernel's cells (default 1: dense)", size,
              [](ChosenLayer& chosen, std::string_view value) {
                return assign(parse_size(value), chosen.sized.layer.dilation);
              }},
    LayerFlag{"--groups", "N", "Groups that channels are divided into (default 1)", number,
              [](ChosenLayer& chosen, std::string_view value) {
                return assign(parse_integer(value), chosen.sized.layer.groups);
              }},
};

constexpr LayerFlag bias{
    "--bias", "BOOL", "Whether a bias is added: true (default) or false", "true or false",
    [](ChosenLayer& chosen, std::string_view value) { return assign(parse_flag(value), chosen.sized.layer.bias); }};

constexpr LayerFlag bias_or_file{
    "--bias", "FILE.npy", "The bias (out_channels,); or true (default: zeros, unless the preset has values) or false",
    "a file, true or false", [](ChosenLayer& chosen, std::string_view value) {
      chosen.bias_file.reset();
      if (!assign(parse_flag(value), chosen.sized.layer.bias)) {
        chosen.bias_file = value;
      }
      return true;
    }};

}  // namespace

std::span<const LayerFlag> parameter_flags() { return flags; }
const LayerFlag& bias_flag() { return bias; }
const LayerFlag& bias_flag_or_file() { return bias_or_file; }

const LayerFlag& layer_flag(std::string_view name) {
  const auto found = std::ranges::find(flags, name, &LayerFlag::name);
  return found == flags.end() ? bias_or_file : *found;
}

}  // namespace convscope
