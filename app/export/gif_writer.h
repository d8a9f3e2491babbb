#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "app/export/export.h"
#include "app/export/frame_writer.h"
#include "app/export/palette.h"
#include "app/export/stored_picture.h"

namespace convscope {

/// Mixes what is half transparent with the matte (0xRRGGBB), since GIF knows only all or nothing; what is nearly
/// transparent becomes wholly so.
void flatten_alpha(Image& image, std::uint32_t matte);

/// One GIF. Its colours are known only when all frames are drawn, so they are kept, as far as they fit into a fixed
/// amount of memory; the rest is drawn again.
[[nodiscard]] Result<std::unique_ptr<FrameWriter>> open_gif(const ExportJob& job, const std::filesystem::path& path,
                                                            const FontSet& fonts);

}  // namespace convscope
