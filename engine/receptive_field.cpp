#include "engine/receptive_field.h"

#include <algorithm>
#include <cmath>

namespace convscope {
namespace {

/// The exact region between the first and the last cell, and its step. `size` is rounded only where it is shown.
struct Region {
  double start = 0;
  double span = 0;  ///< From the first cell to the last: size − 1.
  double jump = 1;
};

Region after_layer(const Region& before_it, const Layer& layer, Axis axis) {
  const auto stride = static_cast<double>(along(layer.stride, axis));
  const auto reach = static_cast<double>(along(effective_kernel_size(layer), axis) - 1);
  const auto padding = static_cast<double>(before(resolved_padding(layer), axis));
  Region region = before_it;
  if (layer.op == Op::conv_transpose2d) {
    // Output o takes from the inputs between (o + p − d·(k−1)) / s and (o + p) / s.
    region.jump /= stride;
    region.start += (padding - reach) * region.jump;
    region.span += reach * region.jump;
    return region;
  }
  region.start -= padding * before_it.jump;
  region.span += reach * before_it.jump;
  region.jump *= stride;
  return region;
}

bool is_exact(const Region& region) {
  return std::max({std::abs(region.start), region.span, region.jump}) < max_receptive_field;
}

AxisReceptiveField shown(const Region& region) {
  constexpr double rounding = 1e-9;  // A third, thrice, may miss a whole number by this.
  return {std::floor(region.span + rounding) + 1, region.jump, region.start, region.start + region.span / 2};
}

}  // namespace

std::vector<ReceptiveField> receptive_fields(std::span<const Layer> chain) {
  std::vector<ReceptiveField> fields;
  Region height;
  Region width;
  for (const Layer& layer : chain) {
    height = after_layer(height, layer, Axis::height);
    width = after_layer(width, layer, Axis::width);
    if (!is_exact(height) || !is_exact(width)) {
      break;
    }
    fields.push_back({shown(height), shown(width)});
  }
  return fields;
}

}  // namespace convscope
