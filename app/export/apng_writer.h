#pragma once

#include <filesystem>
#include <memory>

#include "app/export/export.h"
#include "app/export/frame_writer.h"

namespace convscope {

/// An APNG: every pixel exactly as drawn.
[[nodiscard]] Result<std::unique_ptr<FrameWriter>> open_apng(const ExportJob& job, const std::filesystem::path& path);

}  // namespace convscope
