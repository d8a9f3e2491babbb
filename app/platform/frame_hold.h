#pragma once

#include <optional>

namespace convscope {

/// Whether a frame is held back for the result that an edit asked for: one that is there soon is shown together with
/// the edit, as drawing both would only delay it. Times are seconds on any one clock.
class FrameHold {
 public:
  /// For a frame at `now`: whether the newest result is still being computed, and whether this frame is the first to
  /// have another one.
  [[nodiscard]] bool holds(bool computing, bool has_news, double now) {
    if (!computing) {
      since_.reset();
      return false;
    }
    if (has_news || !since_) {
      since_ = now;
    }
    return !has_news && now - *since_ < patience;
  }

 private:
  /// Fifteen frames a second still look alive.
  static constexpr double patience = 1.0 / 15;

  std::optional<double> since_;
};

}  // namespace convscope
