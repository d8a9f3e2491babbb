#pragma once

#include "app/scene/scene.h"

namespace convscope {

/// Interrupts lines without arrows where they would run under the texts of labels, as the scene's camera sees both.
/// What follows a gap is a line of its own, named "… rest", with as many "rest" as there are gaps before it.
void leave_gaps_for_labels(Scene& scene);

}  // namespace convscope
