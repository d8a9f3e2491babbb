#include "engine/padding.h"

#include <algorithm>

namespace convscope {

std::optional<std::int64_t> source_cell(PaddingMode mode, std::int64_t place, std::int64_t size) {
  if (place >= 0 && place < size) {
    return place;
  }
  const std::int64_t last = size - 1;
  switch (mode) {
    case PaddingMode::zeros:
      break;
    case PaddingMode::reflect:
      return place < 0 ? -place : last - (place - last);
    case PaddingMode::replicate:
      return std::clamp(place, std::int64_t{0}, last);
    case PaddingMode::circular:
      return place < 0 ? place + size : place - size;
  }
  return std::nullopt;
}

}  // namespace convscope
