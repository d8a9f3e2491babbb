#pragma once

#include "app/export/libav_handles.h"
#include "app/render/image.h"
#include "app/scene/color.h"
#include "app/text/result.h"

namespace convscope {

/// The picture as an encoder's frame, exactly: AV_PIX_FMT_RGBA or AV_PIX_FMT_BGRA.
[[nodiscard]] LibavFrame exact_frame(const Image& image, AVPixelFormat format);

/// The picture as films carry it: luma and chroma of BT.709 in the narrow range, a colour for every two by two pixels.
/// Opaque; even sides. The same on every machine.
[[nodiscard]] LibavFrame film_frame(const Image& image);

}  // namespace convscope
