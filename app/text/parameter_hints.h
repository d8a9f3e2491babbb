#pragma once

#include "app/text/phrase.h"
#include "engine/problem.h"

namespace convscope::text::window {

/// What a parameter means in a layer of this op, in one sentence that names it.
[[nodiscard]] const Phrase& parameter_hint(Parameter parameter, Op layer_op);

}  // namespace convscope::text::window
