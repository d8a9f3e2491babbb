#pragma once

#include <optional>
#include <string_view>

namespace convscope {

enum class ImageKind { png, jpeg, bmp, tga, gif };

/// The kind of a file, by its first bytes; a TGA has none of its own and is one by its name's ending.
[[nodiscard]] std::optional<ImageKind> image_kind(std::string_view bytes, std::string_view name);

/// Whether the file's own bookkeeping says that nothing is missing: a PNG's chunks and their sums, a JPEG's segments to
/// its end, the first frame of a GIF, the pixels that a BMP or TGA promises. stb_image draws what is missing as grey.
[[nodiscard]] bool is_complete(std::string_view bytes, ImageKind kind);

}  // namespace convscope
