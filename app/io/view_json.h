#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "app/document/document.h"
#include "app/text/result.h"

namespace convscope {

/// {"look": "flat", "theme": "light", …, "camera": {"zoom", "pan": [x, y], "yaw", "pitch"}}: the names of view_names.h,
/// as the flags have them.
[[nodiscard]] nlohmann::ordered_json view_to_json(const View& view);

/// Strictly; what is left out has its default. The first problem goes into `error`, unless it holds one.
[[nodiscard]] View view_from_json(const nlohmann::json& json, const std::string& where, std::optional<Error>& error);

}  // namespace convscope
