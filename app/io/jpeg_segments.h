#pragma once

#include <string_view>

namespace convscope {

/// is_complete (image_file.h) of a JPEG: segments up to the first scan, then the marker of the end. Inside app/io only,
/// as is the next.
[[nodiscard]] bool jpeg_is_complete(std::string_view bytes);

/// Whether none of a JPEG's Huffman tables has more codes than there are symbols (ITU-T T.81, B.2.4.2) or is cut off;
/// stb_image writes past its own table for those. Sees all that stb_image would read, in whatever order, of whatever it
/// would take for a JPEG; of other files it is true.
[[nodiscard]] bool jpeg_has_sound_tables(std::string_view bytes);

}  // namespace convscope
