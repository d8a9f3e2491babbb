#include "tests/bench/frame/own_work.h"

#include <algorithm>
#include <ctime>

#include "app/compute/step_values.h"
#include "app/scene/build.h"
#include "app/scene/cell_tip.h"
#include "app/scene/focus.h"
#include "app/scene/highlight.h"
#include "app/timeline/schedule.h"

namespace convscope::bench {
namespace {

constexpr int rounds_a_moment = 20;

}  // namespace

double thread_milliseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return 1e3 * static_cast<double>(now.tv_sec) + 1e-6 * static_cast<double>(now.tv_nsec);
}

double own_milliseconds(int rounds, const std::function<void()>& work) {
  double least = 1e9;
  for (int round = 0; round < rounds; ++round) {
    const double start = thread_milliseconds();
    work();
    least = std::min(least, thread_milliseconds() - start);
  }
  return least;
}

double scene_milliseconds(const Subject& subject, Vec2 size) {
  const Schedule schedule(subject.document);
  double dearest = 0;
  for (const double share : {0.0, 0.3, 0.5, 0.97}) {
    const double position = share * static_cast<double>(schedule.ticks());
    const Moment moment = schedule.at(position, Motion::smooth);
    const StepValues values = step_values(subject.document, subject.result, progress_of(moment));
    const Showing showing{subject.document, subject.result, values, moment};
    dearest = std::max(
        dearest, own_milliseconds(rounds_a_moment, [&] { const Scene scene = build_scene(showing, {.size = size}); }));
  }
  return dearest;
}

double hover_milliseconds(const Subject& subject, Vec2 size) {
  const Moment moment = Schedule(subject.document).at(0, Motion::smooth);
  const StepValues values = step_values(subject.document, subject.result, progress_of(moment));
  const Size& kernel = subject.document.sized.layer.kernel_size;
  std::int64_t cell = 0;
  return own_milliseconds(rounds_a_moment, [&] {
    cell = (cell + 1) % (kernel.height * kernel.width);
    const CellRef weight{.role = PlaneRole::weight, .index = {0, 0, cell / kernel.width, cell % kernel.width}};
    const Focus focus = make_focus(subject.document, weight);
    const Scene scene = with_focus(build_scene({subject.document, subject.result, values, moment}, {.size = size}),
                                   subject.document, focus, false);
    const CellTip tip = cell_tip(text::Language::english, subject.document, subject.result, values, focus);
  });
}

}  // namespace convscope::bench
