#pragma once

#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "app/text/result.h"

namespace convscope {

/// Parses JSON more strictly than the library: a key given twice, values nested deeper than any of our files and more
/// values than memory is for are refused. `where` names the source in errors.
[[nodiscard]] Result<nlohmann::json> parse_json(std::string_view text, std::string_view where);

/// The same from a file of at most a mebibyte.
[[nodiscard]] Result<nlohmann::json> read_json_file(const std::filesystem::path& path);

/// A value as a message shows it: short values as they are, others by their kind.
[[nodiscard]] text::Text describe(const nlohmann::json& value);

}  // namespace convscope
