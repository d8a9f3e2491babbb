#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "app/text/result.h"

/// What can go wrong when a picture or an animation is written.
namespace convscope::text {

[[nodiscard]] Error fonts_missing();
[[nodiscard]] Error font_unreadable(const std::string& path);

[[nodiscard]] Error unknown_export_format(const std::filesystem::path& path);
[[nodiscard]] Error bad_number_pattern(const std::string& file_name);
[[nodiscard]] Error number_pattern_missing(const std::filesystem::path& path, std::int64_t frames);
[[nodiscard]] Error too_many_frames(std::int64_t frames, std::int64_t most);

[[nodiscard]] Error folder_missing(const std::filesystem::path& folder);
[[nodiscard]] Error folder_not_writable(const std::filesystem::path& folder, const std::string& reason);
[[nodiscard]] Error file_exists(const std::filesystem::path& path);
[[nodiscard]] Error path_is_folder(const std::filesystem::path& path);
[[nodiscard]] Error file_not_placed(const std::filesystem::path& path, const std::string& reason);

[[nodiscard]] Error encoding_failed(const std::string& format, const std::string& reason);
[[nodiscard]] Error export_interrupted(const std::filesystem::path& path);

}  // namespace convscope::text
