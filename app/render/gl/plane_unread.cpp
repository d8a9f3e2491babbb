#include "app/render/gl/plane_unread.h"

namespace convscope::gl {
namespace {

constexpr std::size_t max_runs = 6;

}  // namespace

bool is_read(const AxisReads& reads, std::int64_t place) {
  const std::int64_t number = place - reads.first;
  return number >= 0 && number < std::ssize(reads.counts) && reads.counts[static_cast<std::size_t>(number)] > 0;
}

std::vector<UnreadRun> unread_runs(const AxisReads& reads, std::int64_t first, std::int64_t last) {
  std::vector<UnreadRun> runs;
  bool running = false;
  for (std::int64_t place = first; place < last; ++place) {
    const bool unread = !is_read(reads, place);
    if (unread && !running) {
      runs.push_back({static_cast<float>(place), 0});
    }
    if (unread) {
      runs.back().last = static_cast<float>(place + 1);
    }
    running = unread;
  }
  if (runs.size() > max_runs) {
    runs = {{.first = runs.front().first, .last = runs.back().last, .whole = false}};
  }
  return runs;
}

bool shows_unread(const Plane& plane) { return plane.reads && plane.hatch.alpha > 0 && plane.opacity > 0; }

}  // namespace convscope::gl
