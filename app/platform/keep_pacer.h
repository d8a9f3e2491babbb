#pragma once

#include <optional>

namespace convscope {

/// When unsaved work is kept aside. A photograph takes half a second of a processor, so not while somebody moves a
/// slider, unless that takes long. Times are seconds on any one clock.
class KeepPacer {
 public:
  /// The work became other than what is kept.
  void changed(double now);
  /// It is kept as it is.
  void kept(double now);

  /// How long to wait yet, of work that changed. 0: it is time.
  [[nodiscard]] double wait(double now) const;

 private:
  static constexpr double pause = 0.6;
  static constexpr double between = 3;
  static constexpr double longest = 10;

  std::optional<double> kept_at_;
  std::optional<double> changed_first_;  ///< Since it was kept.
  double changed_last_ = 0;
};

}  // namespace convscope
