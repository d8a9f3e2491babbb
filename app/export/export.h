#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>

#include "app/export/animation.h"
#include "app/render/fonts.h"
#include "app/text/result.h"

namespace convscope {

/// Sides of an exported picture, in pixels.
inline constexpr int min_export_side = 16;
inline constexpr int max_export_side = 8192;
inline constexpr std::int64_t max_export_frames = 10'000;

/// An animation and where it goes: name.gif holds all frames and repeats for ever, name_%03d.png is one file a frame,
/// name.png is for a single one. Files appear under their names when the whole export is complete; a failure leaves
/// what was there before and nothing else.
struct ExportJob {
  Animation animation;
  std::filesystem::path path;
  bool overwrite = false;             ///< Whether files that exist may be replaced.
  std::function<bool()> interrupted;  ///< Asked before every frame, where given: true gives the export up.
};

/// Everything that can be known before a layer is computed or a frame is drawn: name, folder, files in the way, number
/// of frames.
[[nodiscard]] Status check_export(const std::filesystem::path& path, const FrameNumbers& frames, bool overwrite);

/// Checks, then draws and writes. Needs the memory of a few frames, however many there are.
[[nodiscard]] Status run_export(const ExportJob& job, const FontSet& fonts);

}  // namespace convscope
