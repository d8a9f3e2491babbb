#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "app/export/export.h"
#include "app/export/files_writer.h"
#include "app/export/frame_writer.h"
#include "app/export/svg_file.h"
#include "app/export/svg_layers.h"

namespace convscope {

/// One SVG that plays by itself; of a single frame, a still one.
[[nodiscard]] Result<std::unique_ptr<FrameWriter>> open_svg(const ExportJob& job, const std::filesystem::path& path,
                                                            const FontSet& fonts);

/// A still SVG a frame, for files in a folder.
[[nodiscard]] FileMaker svg_file_maker(const std::string& title, const std::filesystem::path& folder);

/// All frames as SVG; where the job has them, in the dark theme, too.
struct DrawnFrames {
  SvgAnimation animation;
  const Spool& texts;
  std::optional<SvgAnimation> dark{};
  const Spool* dark_texts = nullptr;
};
using WriteText = std::function<Status(const DrawnFrames& drawn, const TextSink& sink)>;

/// One file of text made of all frames: takes them apart, then calls `write`.
[[nodiscard]] Result<std::unique_ptr<FrameWriter>> open_svg_text(const ExportJob& job,
                                                                 const std::filesystem::path& path,
                                                                 const FontSet& fonts, bool with_dark, WriteText write);

}  // namespace convscope
