#include "app/scene/slab.h"

#include <algorithm>
#include <cmath>

namespace convscope {
namespace {

/// Channels that a volume of too many shows at its front, of the current ones, and at its back.
constexpr std::int64_t shown_first = 12;
constexpr std::int64_t shown_current = 40;
constexpr std::int64_t shown_last = 4;
/// Distances of slabs, in cells and in shares of the grid's side; the whole volume's depth likewise.
constexpr float distance_cells = 0.75F;
constexpr float distance_sides = 0.08F;
constexpr float depth_sides = 0.9F;
constexpr float depth_cells = 4;
/// More room between groups and where channels are left out, in distances.
constexpr float group_room = 0.6F;
constexpr float left_out_room = 1.5F;
/// Slabs of a few channels stand apart; of many, gaps would be lines only.
constexpr std::size_t few_slabs = 10;
constexpr float thickness_of_few = 0.62F;

std::vector<std::int64_t> shown_channels(const VolumeChannels& channels) {
  std::vector<std::int64_t> shown;
  shown.reserve(static_cast<std::size_t>(std::min(channels.count, max_slabs)));
  const bool all = channels.count <= max_slabs;
  const std::int64_t current_end = channels.current + std::min(channels.per_group, shown_current);
  const auto add = [&](std::int64_t begin, std::int64_t end) {
    for (std::int64_t channel = std::max(begin, shown.empty() ? 0 : shown.back() + 1);
         channel < std::min(end, channels.count); ++channel) {
      shown.push_back(channel);
    }
  };
  add(0, all ? channels.count : shown_first);
  add(channels.current, current_end);
  add(channels.count - shown_last, channels.count);
  return shown;
}

}  // namespace

float slab_distance(const Size& cells, float cell, std::int64_t channels) {
  const float side = cell * std::sqrt(static_cast<float>(cells.height) * static_cast<float>(cells.width));
  const float deepest = std::max(depth_sides * side, depth_cells * cell);
  return std::min(distance_cells * cell + distance_sides * side,
                  deepest / static_cast<float>(std::min(channels, max_slabs)));
}

Volume make_volume(const Size& cells, float cell, float distance, const VolumeChannels& channels) {
  Volume volume{.cells = cells, .cell = cell, .thickness = distance, .slabs = {}, .channels = channels.count};
  float z = 0;
  for (const std::int64_t channel : shown_channels(channels)) {
    if (!volume.slabs.empty()) {
      const std::int64_t before = volume.slabs.back().channel;
      const bool other_group = channels.per_group > 1 && before / channels.per_group != channel / channels.per_group;
      const float room = channel > before + 1 ? left_out_room : other_group ? group_room : 0;
      z -= distance * (1 + room);
    }
    volume.slabs.push_back({channel, z});
  }
  if (volume.slabs.size() <= few_slabs) {
    volume.thickness = thickness_of_few * distance;
  }
  const float middle = (z - volume.thickness) / 2;
  for (Slab& slab : volume.slabs) {
    slab.front -= middle;
  }
  return volume;
}

Vec3 PlacedVolume::at(const Slab& slab, float row, float column) const {
  const Vec2 half = volume->half();
  return middle + Vec3{column * volume->cell - half.x, row * volume->cell - half.y, seen_side(slab)};
}

}  // namespace convscope
