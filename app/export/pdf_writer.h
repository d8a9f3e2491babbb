#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "app/export/export.h"
#include "app/export/files_writer.h"
#include "app/export/frame_writer.h"

namespace convscope {

/// One PDF with a page a frame, for overlays of a presentation.
[[nodiscard]] Result<std::unique_ptr<FrameWriter>> open_pdf(const ExportJob& job, const std::filesystem::path& path,
                                                            const FontSet& fonts);

/// A PDF of one page a frame.
[[nodiscard]] FileMaker pdf_file_maker(const std::string& title);

}  // namespace convscope
