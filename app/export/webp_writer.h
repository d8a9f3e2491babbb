#pragma once

#include <filesystem>
#include <memory>

#include "app/export/export.h"
#include "app/export/frame_writer.h"

namespace convscope {

/// An animated WebP: every pixel exactly as drawn.
[[nodiscard]] Result<std::unique_ptr<FrameWriter>> open_webp(const ExportJob& job, const std::filesystem::path& path);

}  // namespace convscope
