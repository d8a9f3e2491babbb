#include "app/io/samples.h"

#include <array>

#include "embedded/io.h"

namespace convscope {

std::span<const Sample> samples() {
  static const std::array list{
      Sample{"shapes", embedded::assets_samples_shapes_png}, Sample{"gratings", embedded::assets_samples_gratings_png},
      Sample{"digit", embedded::assets_samples_digit_png}, Sample{"landscape", embedded::assets_samples_landscape_png}};
  return list;
}

}  // namespace convscope
