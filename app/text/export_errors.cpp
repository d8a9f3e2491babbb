#include "app/text/export_errors.h"

#include <fmt/format.h>

#include "app/text/errors.h"
#include "app/text/phrases.h"

namespace convscope::text {

Error fonts_missing() { return {message::fonts_missing, message::install_fonts}; }

Error font_unreadable(std::string_view path) {
  return {filled(message::font_unreadable, path), message::install_fonts_again};
}

Error hangul_font_missing() { return {message::hangul_font_missing, message::install_nanum}; }

Error unknown_export_format(const std::filesystem::path& path) {
  return {filled(message::unknown_export_format, window::export_to, path.string()), message::end_it_in};
}

Error bad_number_pattern(std::string_view name) {
  return {filled(message::bad_number_pattern, window::export_to, name), message::write_one_number};
}

Error number_pattern_missing(const std::filesystem::path& path, std::int64_t frames) {
  return {filled(message::number_missing, window::export_to, frames, path.string()), message::put_number};
}

Error folder_missing(const std::filesystem::path& folder) {
  return {filled(message::folder_missing, window::export_to, folder.string()),
          filled(message::create_folder, folder.string())};
}

Error folder_not_writable(const std::filesystem::path& folder, const std::error_code& reason) {
  return {filled(message::folder_not_writable, window::export_to, folder.string(), cause_of(reason)),
          message::folder_permission};
}

Error file_exists(const std::filesystem::path& path) {
  return {filled(message::file_exists, window::export_to, path.string()), message::other_name_or_force};
}

Error path_is_folder(const std::filesystem::path& path) {
  return {filled(message::path_is_folder, window::export_to, path.string()), message::name_a_file};
}

Error too_many_frames(std::int64_t frames, std::int64_t most) {
  return {filled(message::too_many_frames, frames, most), message::fewer_steps};
}

Error no_such_steps(std::int64_t last, std::int64_t steps) {
  return {fmt::format("--steps: there is no step {}", last), fmt::format("the steps go from 0 to {}", steps - 1)};
}

Error film_too_long(std::int64_t hours, std::int64_t most) {
  return {filled(message::film_too_long, hours, most), message::shorter_film};
}

Error fps_without_smooth() {
  return {"--fps is for smooth animations", "add --smooth, or use --seconds-per-step for one frame a step"};
}

Error size_and_scale() { return {"--size and --scale contradict each other", "give one of them"}; }

Error no_room_for_captions() { return {message::captions_have_no_room, message::more_height}; }

Error scaled_size_out_of_range(int width, int height) {
  return {filled(message::scaled_out_of_range, width, height), message::sides_16_to_8192};
}

Error not_transparent(std::string_view format) {
  return {filled(message::not_transparent, window::export_background, format), message::opaque_or_other};
}

Error all_presets_and_one() {
  return {"--all-presets says which layers and files, --out and a layer's flags say it, too",
          "leave them out, or leave out --all-presets"};
}

Error for_all_presets(std::string_view flag) {
  return {fmt::format("{} is for --all-presets", flag),
          "add --all-presets, or say all of it by --out, as in gif/a.gif"};
}

Error encoder_missing(std::string_view format, std::string_view encoder) {
  return {filled(message::encoder_missing, format, encoder), message::install_ffmpeg};
}

Error encoding_failed(std::string_view format, std::string_view reason) {
  return {filled(message::encoding_failed, format, reason), message::smaller_export};
}

Error export_interrupted(const std::filesystem::path& path) {
  return {filled(message::interrupted, path.string()), message::start_again};
}

Error clipboard_program_missing(bool wayland) {
  return {message::clipboard_program_missing, filled(message::install_or_export, wayland ? "wl-clipboard" : "xclip")};
}

Error clipboard_refused() { return {message::clipboard_refused, message::try_or_export}; }

Error opener_missing(std::string_view path) { return {filled(message::opener_missing, path), message::install_opener}; }

Error opener_failed(std::string_view path) { return {filled(message::opener_failed, path), message::choose_opener}; }

std::string exported(const std::filesystem::path& first, const std::filesystem::path& last, std::int64_t frames,
                     int width, int height) {
  const std::string names = last.empty() ? first.string() : first.string() + " to " + last.string();
  return fmt::format("{}: {} {} of {} × {} pixels", names, frames, frames == 1 ? "frame" : "frames", width, height);
}

std::string made_even(std::string_view format) { return fmt::format(", made even for {}", format); }

std::string export_progress(const std::filesystem::path& path, std::int64_t done, std::int64_t total) {
  return fmt::format("{}: frame {} of {}", path.string(), done, total);
}

}  // namespace convscope::text
