#pragma once

#include <cstdint>
#include <optional>
#include <ostream>

#include "app/cli/tensor_options.h"
#include "engine/layer.h"
#include "engine/taps.h"

namespace convscope {

/// What is traced. Without tensors, the taps are places alone.
struct Traced {
  SizedLayer sized;
  std::optional<LayerTensors> tensors;
};

/// Print the taps of the steps from `first` to `last`, one tap at a time: a step can have more of them than fit in
/// memory. They stop early when the stream fails.

/// {"steps": [{"output": [c, y, x], "taps": [{"input": [c, y, x] or null, "weight": [o, i, ky, kx]}, …]}, …]}, one line
/// a step. With tensors, a step also has "bias" and "output_value", a tap "value", "weight_value" and "product".
void write_json_trace(const Traced& traced, std::int64_t first, std::int64_t last, std::ostream& out);

/// A table for each step.
void write_text_trace(const Traced& traced, std::int64_t first, std::int64_t last, std::ostream& out);

}  // namespace convscope
