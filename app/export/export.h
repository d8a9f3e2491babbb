#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "app/export/animation.h"
#include "app/io/write_target.h"
#include "app/render/fonts.h"
#include "app/text/phrase.h"
#include "app/text/result.h"

namespace convscope {

/// Sides of an exported picture, in pixels.
inline constexpr int min_export_side = 16;
inline constexpr int max_export_side = 8192;
inline constexpr std::int64_t max_export_frames = 10'000;

/// What a page says beside the picture, and a document of itself.
struct PageNotes {
  std::string title;                                       ///< Empty: none.
  std::vector<std::string> formula;                        ///< Of the output size, line by line.
  std::function<std::string(const Moment& moment)> sum{};  ///< How a cell comes about; where given.
  Theme theme = Theme::light;
  text::Language language = text::Language::english;
};

/// An animation and where it goes: name.gif holds all frames, name_%03d.png is one file a frame, name.png is for a
/// single one (see format.h for all). Files appear under their names when the whole export is complete; a failure
/// leaves what was there before and nothing else.
struct ExportJob {
  Animation animation;
  std::filesystem::path path;
  bool overwrite = false;  ///< Whether files that exist may be replaced.
  PageNotes notes{};
  /// The same pictures in the dark theme, where the animation's are light and a page may follow its reader's choice.
  std::function<Scene(std::int64_t frame)> dark{};
  bool loop = true;                     ///< Begins again after the last frame, where the format can say so.
  std::function<bool()> interrupted{};  ///< Asked all along, where given: true gives the export up.
  /// Told how many of all frames are done, in order, where given.
  std::function<void(std::int64_t done, std::int64_t total)> progress{};
  unsigned threads = 0;  ///< That draw; 0: as many as the machine has cores. The files do not depend on it.

  /// Of files that appear while it is at work, too.
  [[nodiscard]] Existing existing() const { return overwrite ? Existing::replaced : Existing::kept; }
};

/// Everything that can be known before a layer is computed or a frame is drawn: name, folder, files in the way, number
/// of frames, whether the format's encoder is there.
[[nodiscard]] Status check_export(const std::filesystem::path& path, const FrameNumbers& frames, bool overwrite);

/// Checks, then draws and writes. Needs the memory of a few frames, however many there are.
[[nodiscard]] Status run_export(const ExportJob& job, const FontSet& fonts);

}  // namespace convscope
