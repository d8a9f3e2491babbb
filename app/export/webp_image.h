#pragma once

#include <optional>

#include "app/export/webp_file.h"
#include "app/render/image.h"
#include "app/text/result.h"

namespace convscope {

/// What changes from one picture to the next of the same size, losslessly; without one before, all of it. Where nothing
/// of either is transparent, pixels that stay become so: they need no bits. Nothing when all stay.
[[nodiscard]] Result<std::optional<WebpImage>> webp_image(const Image* before, const Image& now, bool opaque);

}  // namespace convscope
