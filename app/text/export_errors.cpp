#include "app/text/export_errors.h"

#include <fmt/format.h>

namespace convscope::text {

Error fonts_missing() {
  return {"the fonts Noto Sans or DejaVu Sans, and DejaVu Sans Mono, were not found",
          "install the packages fonts-noto-core and fonts-dejavu-core"};
}

Error font_unreadable(std::string_view path) {
  return {fmt::format("cannot read the font {}", path),
          "install the packages fonts-noto-core and fonts-dejavu-core again"};
}

Error unknown_export_format(const std::filesystem::path& path) {
  return {fmt::format("--out: \"{}\" ends in no format that can be written", path.string()),
          "end it in .gif for an animation, or in .png for pictures (step_%03d.png is one a frame)"};
}

Error bad_number_pattern(std::string_view name) {
  return {fmt::format("--out: the % in \"{}\" does not stand for a frame's number", name),
          "write one %d in the file's name, or %03d for three digits, as in step_%03d.png"};
}

Error number_pattern_missing(const std::filesystem::path& path, std::int64_t frames) {
  return {fmt::format("--out: {} frames do not fit into the one picture {}", frames, path.string()),
          "put the frame's number into the name, as in step_%03d.png, or choose one step, as in --steps 3"};
}

Error folder_missing(const std::filesystem::path& folder) {
  return {fmt::format("--out: there is no folder {}", folder.string()),
          fmt::format("create it first: mkdir -p {}", folder.string())};
}

Error folder_not_writable(const std::filesystem::path& folder, std::string_view reason) {
  return {fmt::format("--out: cannot write into {}: {}", folder.string(), reason),
          "name a folder where you have the permission, or change it"};
}

Error file_exists(const std::filesystem::path& path) {
  return {fmt::format("--out: {} exists already", path.string()), "give another name, or add --force to replace it"};
}

Error path_is_folder(const std::filesystem::path& path) {
  return {fmt::format("--out: {} is a folder", path.string()), "name a file"};
}

Error too_many_frames(std::int64_t frames, std::int64_t most) {
  return {fmt::format("the animation would have {} frames, the limit is {}", frames, most),
          "choose fewer steps, as in --steps 0-99, or a smaller --fps"};
}

Error no_such_steps(std::int64_t last, std::int64_t steps) {
  return {fmt::format("--steps: there is no step {}", last), fmt::format("the steps go from 0 to {}", steps - 1)};
}

Error fps_without_smooth() {
  return {"--fps is for smooth animations", "add --smooth, or use --seconds-per-step for one frame a step"};
}

Error encoding_failed(std::string_view format, std::string_view reason) {
  return {fmt::format("cannot encode the {}: {}", format, reason), "choose a smaller --size"};
}

Error export_interrupted(const std::filesystem::path& path) {
  return {fmt::format("the export to {} was interrupted, nothing was written", path.string()), "start it again"};
}

std::string exported(const std::filesystem::path& first, const std::filesystem::path& last, std::int64_t frames,
                     int width, int height) {
  const std::string names = last.empty() ? first.string() : first.string() + " to " + last.string();
  return fmt::format("{}: {} {} of {} × {} pixels", names, frames, frames == 1 ? "frame" : "frames", width, height);
}

}  // namespace convscope::text
