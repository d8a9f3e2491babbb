#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string_view>

#include "app/text/result.h"
#include "engine/layer.h"

namespace convscope {

/// A layer from its JSON object (DESIGN.md, "The names"). Numbers for both axes or [height, width]; padding also
/// "same", "valid" or [top, bottom, left, right]. What is left out has PyTorch's default (a pool's stride is its
/// kernel_size); in_channels and out_channels, which have none there, are 1 (a pool's out_channels its in_channels),
/// and op is conv2d. kernel_size must be given. A pool's bias counts as false. Refuses by name: unknown keys, wrong
/// types, unknown words, numbers beyond int64. Whether the values make a valid layer is for `validate` to say. `where`
/// names the source in errors.
[[nodiscard]] Result<Layer> layer_from_json(const nlohmann::json& json, std::string_view where);

/// The object with every key, in DESIGN.md's order; layer_from_json gives the same layer back.
[[nodiscard]] nlohmann::ordered_json layer_to_json(const Layer& layer);

}  // namespace convscope
