#include "app/io/photo.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "app/io/area_average.h"
#include "app/io/exif.h"
#include "app/io/image_decoder.h"
#include "app/io/image_file.h"
#include "app/io/jpeg_segments.h"
#include "app/io/read_file.h"
#include "app/text/photo_errors.h"

namespace convscope {
namespace {

/// A part of a pixel over white, from 0 to 1.
float over_white(std::uint8_t part, std::uint8_t alpha) {
  constexpr float most = 255;
  return (static_cast<float>(part) * static_cast<float>(alpha) / most + (most - static_cast<float>(alpha))) / most;
}

enum class Part { red, green, blue, grey };
constexpr std::array all_colors{Part::red, Part::green, Part::blue};
constexpr std::array grey_alone{Part::grey};

float value_of(const std::uint8_t* pixel, Part part) {
  if (part != Part::grey) {
    return over_white(pixel[static_cast<std::size_t>(part)], pixel[3]);
  }
  const float red = over_white(pixel[0], pixel[3]);
  const float green = over_white(pixel[1], pixel[3]);
  const float blue = over_white(pixel[2], pixel[3]);
  return red == green && green == blue ? red : 0.299F * red + 0.587F * green + 0.114F * blue;
}

/// One channel: all of a large photograph would be more than a tensor can be.
Tensor plane_of(const DecodedImage& image, Part part) {
  Tensor plane({1, 1, image.size.height, image.size.width});
  const std::uint8_t* pixel = image.rgba.get();
  for (float& value : plane.values()) {
    value = value_of(pixel, part);
    pixel += 4;
  }
  return plane;
}

Tensor middle(const Tensor& picture, const Size& size) {
  return cropped(picture, (picture.shape().height - size.height) / 2, (picture.shape().width - size.width) / 2, size);
}

/// The size of the middle part that has the proportions of `to`: as large as fits into `from`, at least 1 × 1.
Size covering_part(const Size& from, const Size& to) {
  if (from.width * to.height > from.height * to.width) {
    return {from.height, std::max<std::int64_t>(1, from.height * to.width / to.height)};
  }
  return {std::max<std::int64_t>(1, from.width * to.height / to.width), from.width};
}

Tensor fitted(const Tensor& picture, const Size& size, PhotoFit fit) {
  const Size own{picture.shape().height, picture.shape().width};
  switch (fit) {
    case PhotoFit::cover:
      return area_average(middle(picture, covering_part(own, size)), size);
    case PhotoFit::stretch:
      return area_average(picture, size);
    case PhotoFit::crop:
      break;
  }
  return middle(picture, size);
}

Tensor prepared(Tensor plane, int orientation, const PhotoChoice& choice) {
  if (orientation != 1) {
    plane = upright(plane, orientation);
  }
  return choice.size ? fitted(plane, *choice.size, choice.fit) : plane;
}

bool is_within(const Size& size, std::int64_t side) { return std::max(size.height, size.width) <= side; }

/// What is wrong with the wish, before anything is read.
Status check_sizes(const Size& own, std::string_view where, const PhotoChoice& choice) {
  const Size size = choice.size.value_or(own);
  if (!is_within(size, longest_photo_side)) {
    return text::photo_too_large(where, size, longest_photo_side);
  }
  if (choice.fit == PhotoFit::crop && (size.height > own.height || size.width > own.width)) {
    return text::photo_too_small(where, own, size);
  }
  return Done{};
}

}  // namespace

Result<PhotoInfo> photo_info(std::string_view bytes, std::string_view where) {
  const std::optional<ImageKind> kind = image_kind(bytes, where);
  if (!kind) {
    return text::not_a_photo(where);
  }
  const auto header = jpeg_has_sound_tables(bytes) ? image_header(bytes) : std::nullopt;
  if (!header) {
    return text::broken_photo(where);
  }
  const Size& size = header->size;
  if (!is_within(size, longest_file_side)) {
    return text::photo_file_too_large(where, size, longest_file_side);
  }
  if (!is_complete(bytes, *kind)) {
    return text::broken_photo(where);
  }
  const bool lies = *kind == ImageKind::jpeg && exif_orientation(bytes) >= 5;
  return PhotoInfo{lies ? Size{size.width, size.height} : size, header->channels < 3};
}

Result<Tensor> parse_photo(std::string_view bytes, std::string_view where, const PhotoChoice& choice) {
  const Result<PhotoInfo> info = photo_info(bytes, where);
  if (!info) {
    return info.error();
  }
  const Size own = info.value().size;
  if (const Status sizes = check_sizes(own, where, choice); !sizes) {
    return sizes.error();
  }
  const ImageKind kind = *image_kind(bytes, where);
  const std::optional<DecodedImage> decoded = decode_image(bytes);
  if (!decoded) {
    return text::broken_photo(where);
  }
  const int orientation = kind == ImageKind::jpeg ? exif_orientation(bytes) : 1;
  Size size{};
  std::vector<float> values;
  for (const Part part : choice.grey ? std::span<const Part>(grey_alone) : all_colors) {
    const Tensor plane = prepared(plane_of(*decoded, part), orientation, choice);
    size = {plane.shape().height, plane.shape().width};
    values.insert(values.end(), plane.values().begin(), plane.values().end());
  }
  return Tensor({1, choice.grey ? 1 : 3, size.height, size.width}, std::move(values));
}

Result<Tensor> read_photo(const std::filesystem::path& path, const PhotoChoice& choice) {
  constexpr std::int64_t largest = std::int64_t{256} << 20;
  const Result<std::string> bytes = read_file(path, largest);
  return bytes ? parse_photo(bytes.value(), path.string(), choice) : bytes.error();
}

}  // namespace convscope
