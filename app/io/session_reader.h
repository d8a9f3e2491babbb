#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string_view>

#include "app/io/session.h"

namespace convscope {

inline constexpr const char* session_version_key = "convscope_session";

/// parse_session of an object whose version is known to be read. Inside app/io only.
[[nodiscard]] Result<Session> session_from_json(const nlohmann::json& json, std::string_view where);

}  // namespace convscope
