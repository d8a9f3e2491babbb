#include "app/platform/keep_pacer.h"

#include <algorithm>

namespace convscope {

void KeepPacer::changed(double now) {
  changed_first_ = changed_first_.value_or(now);
  changed_last_ = now;
}

void KeepPacer::kept(double now) {
  kept_at_ = now;
  changed_first_.reset();
}

double KeepPacer::wait(double now) const {
  const double quiet = changed_last_ + pause;
  const double next = kept_at_ ? std::max(quiet, *kept_at_ + between) : quiet;
  const double last = changed_first_.value_or(changed_last_) + longest;
  return std::max(0.0, std::min(next, last) - now);
}

}  // namespace convscope
