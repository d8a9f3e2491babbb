#pragma once

#include <optional>

#include "app/document/document.h"

namespace convscope {

/// The camera's way from one look to the next: how the view was before, and how far the way has come.
class LookChange {
 public:
  static constexpr double seconds = 0.45;

  /// Says which view a frame shows, and when (seconds). Another look than the last frame's begins a change.
  void observe(const View& view, double now);

  /// Whether a change was under way at the last observed time.
  [[nodiscard]] bool runs() const { return share_ < 1; }
  /// From 0 to 1, slow at both ends.
  [[nodiscard]] float share() const;
  /// The document as it was shown before, where only its view differs.
  [[nodiscard]] Document before(const Document& document) const;

 private:
  std::optional<View> shown_;
  View from_;
  double began_ = 0;
  double share_ = 1;
};

}  // namespace convscope
