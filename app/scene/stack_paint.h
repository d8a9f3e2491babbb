#pragma once

#include <cstdint>
#include <vector>

#include "app/scene/stack_parts.h"

namespace convscope {

/// How the slabs of the stack look are coloured, and painted one after the other.

/// The colours of one of several slabs that stand before what matters: outlines and a breath of colour, the clearer the
/// more there are.
[[nodiscard]] GroupColors glass(const GroupColors& colors, std::int64_t slabs);
/// At most about this many slabs of glass are drawn, evenly spread, the nearest one in any case: more say no more and
/// cost a whole plane of blended pixels each.
inline constexpr std::int64_t most_glass = 6;
/// `nearer`: how many slabs stand before it; `before`: how many slabs of glass there are.
[[nodiscard]] constexpr bool is_glass_drawn(std::int64_t nearer, std::int64_t before) {
  return before <= most_glass || nearer * most_glass % before < most_glass;
}

/// Glass has no numbers and no colours of values; its planes have an opacity below 1, whatever they look like.
void make_glass(Plane& face);

/// The colours of filters that are not at work.
[[nodiscard]] GroupColors paler(const StackPicture& picture, const GroupColors& colors);
[[nodiscard]] SlabSides sides_of(const StackPicture& picture, const GroupColors& colors, const Volume& volume);
/// Gives a grid its group's colours.
void set_colors(const StackPicture& picture, const GroupColors& colors, const Volume& volume, Plane& face);

/// How many slabs lie before the nearest one that `is_current` says of.
template <typename IsCurrent>
std::int64_t slabs_before(const PlacedVolume& placed, const IsCurrent& is_current) {
  const std::vector<Slab>& slabs = placed.volume->slabs;
  std::int64_t before = 0;
  for (std::size_t i = slabs.size(); i-- > 0; ++before) {
    if (is_current(slabs[placed.painted(i)].channel)) {
      return before;
    }
  }
  return 0;
}

}  // namespace convscope
