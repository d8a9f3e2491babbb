#pragma once

#include <span>
#include <string_view>

#include "app/cli/chosen_layer.h"

namespace convscope {

/// A flag for a parameter of a layer.
struct LayerFlag {
  /// Takes a flag's value into the layer; false when it cannot be read.
  using Apply = bool (*)(ChosenLayer& chosen, std::string_view value);

  const char* name;
  const char* type;
  const char* help;
  const char* expected;  ///< What a value that can be read is.
  Apply apply;
};

/// All but --bias.
[[nodiscard]] std::span<const LayerFlag> parameter_flags();
/// --bias takes true or false; or, where tensors are given, also a file.
[[nodiscard]] const LayerFlag& bias_flag();
[[nodiscard]] const LayerFlag& bias_flag_or_file();

/// The flag of a name. --bias is read as `bias_flag_or_file` does: what it may not take was refused when it was parsed.
[[nodiscard]] const LayerFlag& layer_flag(std::string_view name);

}  // namespace convscope
