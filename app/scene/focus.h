#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "app/scene/cell_ref.h"
#include "app/scene/tap_grid.h"
#include "engine/taps.h"

namespace convscope {

/// Rows (or columns) that a cell touches, ascending, in regular runs apart from each other.
struct TouchedAxis {
  std::vector<TapLine> input;  ///< Padding by its own place; of a transposed layer without the stretched input's gaps.
  std::vector<TapLine> weight;
  std::vector<TapLine> output;
};

/// All that a cell touches in the other tensors: each of these rows with each of these columns, in each of the
/// channels. Its size does not depend on how many cells that are.
struct Focus {
  CellRef cell;
  UseProduct uses;
  TouchedAxis rows;
  TouchedAxis columns;
  /// The weight that each touched cell meets, where it meets one alone: of an output cell on the input's cells, of an
  /// input cell on the output's. Channel n belongs to uses.channels[n]; rows and columns are those of the touched
  /// cells.
  std::shared_ptr<const Tensor> met_weights;
  std::optional<Index> source;  ///< Of padding that copies: the input cell.
  std::optional<Tap> winner;    ///< Of an output cell of max_pool2d: the tap whose value it takes.
};

/// Costs what the taps along the two axes do, not their product. Requires has_cell(document, cell).
[[nodiscard]] Focus make_focus(const Document& document, const CellRef& cell);

/// Keeps the newest focus and makes one only when the cell, the layer or its values change.
class CurrentFocus {
 public:
  [[nodiscard]] const Focus& of(const Document& document, const CellRef& cell);

 private:
  Document document_;
  std::optional<Focus> focus_;
};

/// Divides numbers into few runs that are regular each; doubles count once.
[[nodiscard]] std::vector<TapLine> regular_runs(std::vector<std::int64_t> numbers);

}  // namespace convscope
