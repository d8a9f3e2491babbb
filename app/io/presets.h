#pragma once

#include <string_view>
#include <vector>

#include "app/document/preset.h"

namespace convscope {

/// The presets of assets/presets.json, in the file's order. All of them are valid layers; their tensors fit them.
[[nodiscard]] const std::vector<Preset>& presets();

/// The preset of a name, or null.
[[nodiscard]] const Preset* find_preset(std::string_view name);

}  // namespace convscope
