#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>

#include "app/document/view_names.h"
#include "app/text/result.h"
#include "engine/size.h"
#include "engine/tensor.h"

namespace convscope {

/// How a photograph comes to a size that it does not have: its middle, scaled so that it just covers the size; all of
/// it, scaled to the size whatever its proportions; its middle as it is.
enum class PhotoFit { cover, stretch, crop };
inline constexpr std::array photo_fits{NamedChoice<PhotoFit>{PhotoFit::cover, "cover"},
                                       NamedChoice<PhotoFit>{PhotoFit::stretch, "stretch"},
                                       NamedChoice<PhotoFit>{PhotoFit::crop, "crop"}};

struct PhotoChoice {
  bool grey = false;           ///< One channel, 0.299 R + 0.587 G + 0.114 B (ITU-R BT.601); otherwise R, G, B.
  std::optional<Size> size{};  ///< Empty: its own.
  PhotoFit fit = PhotoFit::cover;
};

/// The largest picture that becomes a tensor, and the largest file that is read to be scaled down.
inline constexpr std::int64_t longest_photo_side = 4096;
inline constexpr std::int64_t longest_file_side = 16384;

/// What a file says of its picture before it is read.
struct PhotoInfo {
  Size size;
  bool grey = false;
};

/// PNG, JPEG, BMP, TGA and GIF (the first frame), by stb_image: (1, 1 or 3, H, W) with values from 0 to 1, as
/// torchvision's ToTensor gives them, upright as Exif says. What is transparent lies on white. `where` names the file
/// in errors. Refuses what is none of these, cut off or damaged, too large (of these photo_info all that shows without
/// decoding), or smaller than what is to be cropped from it.
[[nodiscard]] Result<PhotoInfo> photo_info(std::string_view bytes, std::string_view where);
[[nodiscard]] Result<Tensor> parse_photo(std::string_view bytes, std::string_view where, const PhotoChoice& choice);

/// The same of a file of at most 256 MiB.
[[nodiscard]] Result<Tensor> read_photo(const std::filesystem::path& path, const PhotoChoice& choice);

}  // namespace convscope
