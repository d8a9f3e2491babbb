#pragma once

#include <optional>
#include <span>
#include <vector>

#include "engine/layer.h"

namespace convscope {

/// What one cell behind a chain of layers sees of the chain's input, along one axis, in cells of the input. Output i
/// sees the cells from start + i·jump to start + i·jump + size − 1; those below 0 or past the end are padding.
/// Araujo, Norris, Sim 2019, "Computing Receptive Fields of Convolutional Neural Networks", distill.pub: equations 2
/// (size), 4 (start). A dilated kernel spans d·(k−1) + 1 cells. A transposed layer divides the jump by its stride: then
/// jump and start can be fractions, cells are those between the bounds, and size is the most that an output sees.
struct AxisReceptiveField {
  double size = 1;
  double jump = 1;    ///< Cells of the input from one output to the next.
  double start = 0;   ///< The first cell that output 0 sees; negative in padding.
  double center = 0;  ///< The middle of what output 0 sees; whole numbers are the middles of cells.
  bool operator==(const AxisReceptiveField&) const = default;
};

struct ReceptiveField {
  AxisReceptiveField height;
  AxisReceptiveField width;
  bool operator==(const ReceptiveField&) const = default;
};

/// Numbers beyond this are not exact, so a chain that reaches it has no answer.
inline constexpr double max_receptive_field = 1LL << 53;

/// After each layer, from the first, what its outputs see; it ends before a layer where a number would reach
/// max_receptive_field. Requires parameters in their ranges.
[[nodiscard]] std::vector<ReceptiveField> receptive_fields(std::span<const Layer> chain);

}  // namespace convscope
