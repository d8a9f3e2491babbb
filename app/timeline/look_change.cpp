#include "app/timeline/look_change.h"

#include <algorithm>

namespace convscope {

void LookChange::observe(const View& view, double now) {
  if (shown_ && shown_->look != view.look) {
    from_ = *shown_;
    began_ = now;
  }
  share_ = from_.look == view.look ? 1 : std::clamp((now - began_) / seconds, 0.0, 1.0);
  if (!shown_) {
    from_ = view;
    share_ = 1;
  }
  shown_ = view;
}

float LookChange::share() const { return static_cast<float>(share_ * share_ * (3 - 2 * share_)); }

Document LookChange::before(const Document& document) const {
  Document earlier = document;
  earlier.view.look = from_.look;
  earlier.view.camera = from_.camera;
  return earlier;
}

}  // namespace convscope
