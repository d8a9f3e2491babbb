#pragma once

#include <cstdint>
#include <vector>

#include "app/scene/scene.h"

namespace convscope::gl {

/// Rows (or columns) [first, last) of a plane and its padding that are never read, as runs, or many runs as one
/// around all of them. Counted as Plane's rows are: negative in the padding.
struct UnreadRun {
  float first = 0;
  float last = 0;
  bool whole = true;  ///< All of it is unread.
};
[[nodiscard]] std::vector<UnreadRun> unread_runs(const AxisReads& reads, std::int64_t first, std::int64_t last);

/// Whether any tap reads a row (or column).
[[nodiscard]] bool is_read(const AxisReads& reads, std::int64_t place);

/// Whether a plane shows that it has cells which are never read.
[[nodiscard]] bool shows_unread(const Plane& plane);

}  // namespace convscope::gl
