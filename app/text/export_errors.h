#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "app/text/result.h"

/// What can go wrong when a picture or an animation is written, and what is said when it went well.
namespace convscope::text {

[[nodiscard]] Error fonts_missing();
[[nodiscard]] Error font_unreadable(std::string_view path);

/// What `--out` says.
[[nodiscard]] Error unknown_export_format(const std::filesystem::path& path);
[[nodiscard]] Error bad_number_pattern(std::string_view name);
[[nodiscard]] Error number_pattern_missing(const std::filesystem::path& path, std::int64_t frames);
[[nodiscard]] Error folder_missing(const std::filesystem::path& folder);
[[nodiscard]] Error folder_not_writable(const std::filesystem::path& folder, std::string_view reason);
[[nodiscard]] Error file_exists(const std::filesystem::path& path);
[[nodiscard]] Error path_is_folder(const std::filesystem::path& path);

[[nodiscard]] Error too_many_frames(std::int64_t frames, std::int64_t most);
[[nodiscard]] Error no_such_steps(std::int64_t last, std::int64_t steps);
[[nodiscard]] Error fps_without_smooth();

[[nodiscard]] Error encoding_failed(std::string_view format, std::string_view reason);
[[nodiscard]] Error export_interrupted(const std::filesystem::path& path);

/// "a.gif: 9 frames of 397 × 400 pixels"; `last` is the last of several files, or empty.
[[nodiscard]] std::string exported(const std::filesystem::path& first, const std::filesystem::path& last,
                                   std::int64_t frames, int width, int height);

}  // namespace convscope::text
