#include "app/text/export_errors.h"

namespace convscope::text {

Error fonts_missing() {
  return {"the fonts Noto Sans or DejaVu Sans, and DejaVu Sans Mono, were not found",
          "install the packages fonts-noto-core and fonts-dejavu-core"};
}

Error font_unreadable(const std::string& path) {
  return {"the font " + path + " cannot be read", "install the packages fonts-noto-core and fonts-dejavu-core again"};
}

Error unknown_export_format(const std::filesystem::path& path) {
  return {"no export format is known for \"" + path.string() + "\"",
          "end the name in .gif for an animation, or in .png for pictures (step_%03d.png writes one a frame)"};
}

Error bad_number_pattern(const std::string& file_name) {
  return {"the % in \"" + file_name + "\" is not a frame number's place",
          "write one %d in the file's name, or %03d for three digits, as in step_%03d.png"};
}

Error number_pattern_missing(const std::filesystem::path& path, std::int64_t frames) {
  return {std::to_string(frames) + " frames do not fit into the one picture \"" + path.string() + "\"",
          "put the frame's number into the name, as in step_%03d.png, or choose one step, as in --steps 3-3"};
}

Error too_many_frames(std::int64_t frames, std::int64_t most) {
  return {"the animation has " + std::to_string(frames) + " frames, more than the " + std::to_string(most) +
              " that export writes",
          "choose fewer steps with --steps, or a smaller --fps"};
}

Error folder_missing(const std::filesystem::path& folder) {
  return {"there is no folder \"" + folder.string() + "\"", "create it first: mkdir -p \"" + folder.string() + "\""};
}

Error folder_not_writable(const std::filesystem::path& folder, const std::string& reason) {
  return {"the folder \"" + folder.string() + "\" cannot be written to (" + reason + ")",
          "choose another folder for --out, or change this one's permissions"};
}

Error file_exists(const std::filesystem::path& path) {
  return {"\"" + path.string() + "\" exists already", "give another name to --out, or add --force to replace it"};
}

Error path_is_folder(const std::filesystem::path& path) {
  return {"\"" + path.string() + "\" is a folder", "give the name of a file to --out"};
}

Error file_not_placed(const std::filesystem::path& path, const std::string& reason) {
  return {"\"" + path.string() + "\" could not be given its name (" + reason + ")",
          "check the folder's permissions and try again"};
}

Error encoding_failed(const std::string& format, const std::string& reason) {
  return {"the " + format + " could not be encoded (" + reason + ")", "try a smaller --size"};
}

Error export_interrupted(const std::filesystem::path& path) {
  return {"the export to \"" + path.string() + "\" was interrupted and nothing was written", "start it again"};
}

}  // namespace convscope::text
