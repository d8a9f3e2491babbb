#include "app/platform/frame_pacer.h"

#include <algorithm>

namespace convscope {

std::optional<double> FramePacer::delay(double now) const {
  if (owed_ > 0) {
    return std::max(0.0, earliest_ - now);
  }
  if (!due_) {
    return std::nullopt;
  }
  return std::max({0.0, earliest_ - now, *due_ - now});
}

void FramePacer::frame_drawn(double began, NextFrame next) {
  owed_ = std::max(0, owed_ - 1);
  soonest_ = began + shortest_frame;
  earliest_ = next.unhurried ? began + unhurried_frame : soonest_;
  due_ = next.seconds ? std::optional(began + *next.seconds) : std::nullopt;
}

}  // namespace convscope
