#pragma once

#include <filesystem>
#include <memory>

#include "app/export/export.h"
#include "app/export/frame_writer.h"

namespace convscope {

/// One page that needs nothing else: the frames as SVG, buttons, keys and a slider to go through them, and the notes.
[[nodiscard]] Result<std::unique_ptr<FrameWriter>> open_html(const ExportJob& job, const std::filesystem::path& path,
                                                             const FontSet& fonts);

}  // namespace convscope
