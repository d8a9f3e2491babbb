#pragma once

#include <cstdint>

#include "app/cli/layer_options.h"
#include "app/text/result.h"

namespace convscope {

/// The most cells, taps or entries that one answer lists: about a gigabyte of JSON.
inline constexpr std::int64_t max_answer = 10'000'000;

/// The layer that the flags choose, if it is valid and its taps along the axes are few enough to be looked through.
[[nodiscard]] Result<SizedLayer> question_layer(const LayerOptions& options);

/// The second half of that, for layers whose size came from a tensor.
[[nodiscard]] Status check_question(const SizedLayer& sized);

}  // namespace convscope
