#pragma once

#include <cstdint>

#include "app/export/export.h"
#include "app/export/target.h"
#include "app/render/image.h"

namespace convscope {

/// Draws every frame twice: once for the palette that all share, once to write. A frame that equals the one before it
/// is not written again, the one before stays longer.
[[nodiscard]] Status export_gif(const ExportJob& job, const ExportTarget& target, const FontSet& fonts);

/// The picture in GIF's terms: opaque colours, or transparent_pixel. What is paler than a quarter is transparent, the
/// rest is mixed with `matte` (0xRRGGBB), so that soft edges stay soft on a page of that colour.
void flatten_alpha(Image& image, std::uint32_t matte);

}  // namespace convscope
