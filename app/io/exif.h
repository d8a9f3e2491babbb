#pragma once

#include <string_view>

#include "engine/tensor.h"

namespace convscope {

/// How a JPEG's picture is to be turned to stand upright: its Exif tag Orientation, 1 (as it is) to 8; 1 where there is
/// none or it cannot be read. stb_image leaves it to us; telephones write it.
[[nodiscard]] int exif_orientation(std::string_view jpeg);

/// The picture upright: 2 mirrored, 3 turned by 180°, 4 mirrored top to bottom, 5 transposed, 6 turned right by 90°, 7
/// transposed along the other diagonal, 8 turned left by 90° (Exif 2.3, 4.6.4).
[[nodiscard]] Tensor upright(const Tensor& picture, int orientation);

}  // namespace convscope
