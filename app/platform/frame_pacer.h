#pragma once

#include <algorithm>
#include <optional>

namespace convscope {

/// When a frame's successor is needed, as the frame itself knows.
struct NextFrame {
  std::optional<double> seconds;  ///< From the frame's beginning; empty: not before something happens.
  /// The processors have better things to do: what an event's first frame has shown is enough for a while.
  bool unhurried = false;
  static NextFrame now() { return after(0); }
  static NextFrame after(double seconds) { return {.seconds = seconds}; }
  static NextFrame on_event() { return {.seconds = {}}; }
};

/// Decides when to draw and how long to sleep. Times are seconds on any one clock.
class FramePacer {
 public:
  /// Something happened: input, or the window was changed or uncovered.
  void event_arrived() {
    owed_ = frames_per_event;
    earliest_ = soonest_;
  }

  /// Something is there that was waited for: a frame takes it at once, and others show what follows from it; a sheet
  /// that opens needs two.
  void wake() {
    owed_ = std::max(owed_, frames_per_event);
    earliest_ = 0;
  }

  /// How long to sleep before the next frame: 0: draw it; empty: until an event arrives.
  [[nodiscard]] std::optional<double> delay(double now) const;

  /// A frame that began at `began` has been drawn.
  void frame_drawn(double began, NextFrame next);

 private:
  /// Panels answer an event over several frames: they hover, then press, then let go.
  static constexpr int frames_per_event = 3;
  /// The driver does not always wait for the screen (none does under Xvfb).
  static constexpr double shortest_frame = 1.0 / 60;
  static constexpr double unhurried_frame = 1.0 / 15;

  int owed_ = frames_per_event;
  std::optional<double> due_ = 0;  ///< When the frame wants to be followed.
  double soonest_ = 0;             ///< When the next event can be answered,
  double earliest_ = 0;            ///< and when the last one can be answered further.
};

}  // namespace convscope
