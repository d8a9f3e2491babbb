#include "app/export/stored_picture.h"

#include <cstddef>

namespace convscope {
namespace {

/// Where each colour stands in the list of colours. Open addressing: this is asked for every stretch of every frame.
class ColorPlaces {
 public:
  explicit ColorPlaces(std::vector<ColorCount>& colors) : colors_(colors), slots_(first_size, empty) {}

  std::uint32_t place_of(std::uint32_t color) {
    std::uint32_t& slot = slots_[slot_of(color)];
    if (slot != empty) {
      return slot;
    }
    slot = static_cast<std::uint32_t>(colors_.size());
    const std::uint32_t place = slot;
    colors_.push_back({color, 0});
    if (2 * colors_.size() > slots_.size()) {
      grow();
    }
    return place;
  }

 private:
  static constexpr std::uint32_t empty = 0xffffffff;
  static constexpr std::size_t first_size = 4096;  // A power of two, as all that follow.

  [[nodiscard]] std::size_t slot_of(std::uint32_t color) const {
    constexpr std::uint32_t golden = 0x9e3779b1;
    std::size_t slot = (color * golden >> 8) & (slots_.size() - 1);
    while (slots_[slot] != empty && colors_[slots_[slot]].color != color) {
      slot = (slot + 1) & (slots_.size() - 1);
    }
    return slot;
  }

  void grow() {
    slots_.assign(2 * slots_.size(), empty);
    for (std::size_t i = 0; i < colors_.size(); ++i) {
      slots_[slot_of(colors_[i].color)] = static_cast<std::uint32_t>(i);
    }
  }

  std::vector<ColorCount>& colors_;
  std::vector<std::uint32_t> slots_;
};

/// One behind the last of the pixels that are like the one at `start`, and follow it.
std::size_t end_of_run(const std::vector<std::uint32_t>& pixels, std::size_t start) {
  constexpr std::size_t at_once = 8;  // Compared without a branch: most runs are long.
  const std::uint32_t color = pixels[start];
  std::size_t end = start + 1;
  for (; end + at_once <= pixels.size(); end += at_once) {
    std::uint32_t difference = 0;
    for (std::size_t i = 0; i < at_once; ++i) {
      difference |= pixels[end + i] ^ color;
    }
    if (difference != 0) {
      break;
    }
  }
  while (end < pixels.size() && pixels[end] == color) {
    ++end;
  }
  return end;
}

}  // namespace

StoredPicture store_picture(const Image& image) {
  StoredPicture stored{image.width, image.height, {}, {}};
  ColorPlaces places(stored.colors);
  stored.runs.reserve(image.pixels.size() / 16);
  const std::vector<std::uint32_t>& pixels = image.pixels;
  for (std::size_t start = 0; start < pixels.size();) {
    const std::size_t end = end_of_run(pixels, start);
    const std::uint32_t place = places.place_of(pixels[start]);
    stored.colors[place].pixels += static_cast<std::int64_t>(end - start);
    stored.runs.push_back({place, static_cast<std::uint32_t>(end - start)});
    start = end;
  }
  return stored;
}

}  // namespace convscope
