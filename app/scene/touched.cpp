#include "app/scene/touched.h"

#include <algorithm>

namespace convscope {
namespace {

bool meets(const Plane& plane, const ChannelTap& tap) {
  switch (plane.cells.role) {
    case PlaneRole::input:
      return tap.input == plane.cells.channel;
    case PlaneRole::weight:
      return tap.weight == WeightChannels{plane.cells.batch, plane.cells.channel};
    case PlaneRole::output:
      return tap.output == plane.cells.channel;
    case PlaneRole::other:
      break;
  }
  return false;
}

}  // namespace

Touched touched_on(const Plane& plane, const Focus& focus) {
  switch (plane.cells.role) {
    case PlaneRole::input:
      return {&focus.rows.input, &focus.columns.input};
    case PlaneRole::weight:
      return {&focus.rows.weight, &focus.columns.weight};
    case PlaneRole::output:
      return {&focus.rows.output, &focus.columns.output};
    case PlaneRole::other:
      break;
  }
  return {};
}

std::optional<std::int64_t> channel_on(const Plane& plane, const Focus& focus) {
  const auto& channels = focus.uses.channels;
  const auto found = std::ranges::find_if(channels, [&](const ChannelTap& tap) { return meets(plane, tap); });
  return found == channels.end() ? std::nullopt : std::optional(found - channels.begin());
}

}  // namespace convscope
