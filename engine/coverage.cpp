#include "engine/coverage.h"

#include "engine/axis_taps.h"
#include "engine/forward.h"

namespace convscope {
namespace {

enum class End { input, output };

using Counts = std::vector<std::int64_t>;

void count(Counts& counts, std::int64_t place) { ++counts[static_cast<std::size_t>(place)]; }

Counts axis_counts(const SizedLayer& sized, Axis axis, End end, std::int64_t size) {
  Counts counts(static_cast<std::size_t>(size));
  for (const AxisTap& tap : axis_taps(sized, axis)) {
    if (tap.input) {
      count(counts, end == End::input ? *tap.input : tap.output);
    }
  }
  return counts;
}

Counts channel_counts(const Layer& layer, End end, std::int64_t channels) {
  Counts counts(static_cast<std::size_t>(channels));
  for_each_channel_tap(layer,
                       [&](const ChannelTap& tap) { count(counts, end == End::input ? tap.input : tap.output); });
  return counts;
}

Coverage coverage(const SizedLayer& sized, End end) {
  Coverage result;
  result.shape = end == End::input ? input_shape(sized) : output_shape(sized);
  const Counts channels = channel_counts(sized.layer, end, result.shape.channels);
  const Counts rows = axis_counts(sized, Axis::height, end, result.shape.height);
  const Counts columns = axis_counts(sized, Axis::width, end, result.shape.width);
  result.counts.reserve(static_cast<std::size_t>(element_count(result.shape)));
  for (const std::int64_t channel : channels) {
    for (const std::int64_t row : rows) {
      for (const std::int64_t column : columns) {
        result.counts.push_back(channel * row * column);
      }
    }
  }
  return result;
}

}  // namespace

Coverage input_coverage(const SizedLayer& sized) { return coverage(sized, End::input); }

Coverage output_coverage(const SizedLayer& sized) { return coverage(sized, End::output); }

}  // namespace convscope
