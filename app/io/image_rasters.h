#pragma once

#include <string_view>

namespace convscope {

/// is_complete (image_file.h) of the kinds that have no sums of their own: whether the pixels that the header promises
/// follow. Inside app/io only.
[[nodiscard]] bool bmp_is_complete(std::string_view bytes);
[[nodiscard]] bool gif_is_complete(std::string_view bytes);
[[nodiscard]] bool tga_is_complete(std::string_view bytes);

}  // namespace convscope
