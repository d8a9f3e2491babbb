#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>

#include "app/text/result.h"

/// What can go wrong when a picture or an animation is written, and what is said when it went well.
namespace convscope::text {

[[nodiscard]] Error fonts_missing();
[[nodiscard]] Error font_unreadable(std::string_view path);
/// For words in Korean.
[[nodiscard]] Error hangul_font_missing();

/// What `--out` says.
[[nodiscard]] Error unknown_export_format(const std::filesystem::path& path);
[[nodiscard]] Error bad_number_pattern(std::string_view name);
[[nodiscard]] Error number_pattern_missing(const std::filesystem::path& path, std::int64_t frames);
[[nodiscard]] Error folder_missing(const std::filesystem::path& folder);
[[nodiscard]] Error folder_not_writable(const std::filesystem::path& folder, const std::error_code& reason);
[[nodiscard]] Error file_exists(const std::filesystem::path& path);
[[nodiscard]] Error path_is_folder(const std::filesystem::path& path);

[[nodiscard]] Error too_many_frames(std::int64_t frames, std::int64_t most);
[[nodiscard]] Error no_such_steps(std::int64_t last, std::int64_t steps);
[[nodiscard]] Error film_too_long(std::int64_t hours, std::int64_t most);
[[nodiscard]] Error fps_without_smooth();
[[nodiscard]] Error size_and_scale();
[[nodiscard]] Error no_room_for_captions();
[[nodiscard]] Error scaled_size_out_of_range(int width, int height);
[[nodiscard]] Error not_transparent(std::string_view format);
/// --all-presets beside --out or a layer's flags.
[[nodiscard]] Error all_presets_and_one();
/// A flag of --all-presets without it.
[[nodiscard]] Error for_all_presets(std::string_view flag);

/// FFmpeg is not installed, or was built without this encoder.
[[nodiscard]] Error encoder_missing(std::string_view format, std::string_view encoder);
[[nodiscard]] Error encoding_failed(std::string_view format, std::string_view reason);
[[nodiscard]] Error export_interrupted(const std::filesystem::path& path);

/// The programs that take a picture to the clipboard are not here; `wayland`: which kind of session asks.
[[nodiscard]] Error clipboard_program_missing(bool wayland);
[[nodiscard]] Error clipboard_refused();
/// xdg-open is not here, or could not open the file or folder.
[[nodiscard]] Error opener_missing(std::string_view path);
[[nodiscard]] Error opener_failed(std::string_view path);

/// "a.gif: 9 frames of 397 × 400 pixels"; `last` is the last of several files, or empty.
[[nodiscard]] std::string exported(const std::filesystem::path& first, const std::filesystem::path& last,
                                   std::int64_t frames, int width, int height);

/// Behind it: ", made even for MP4".
[[nodiscard]] std::string made_even(std::string_view format);
/// "a.gif: frame 3 of 9", on a line that changes.
[[nodiscard]] std::string export_progress(const std::filesystem::path& path, std::int64_t done, std::int64_t total);

}  // namespace convscope::text
