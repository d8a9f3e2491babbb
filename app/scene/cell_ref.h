#pragma once

#include "app/document/document.h"
#include "app/scene/scene.h"
#include "engine/tensor.h"
#include "engine/uses.h"

namespace convscope {

/// What lies at a place of a plane: a cell of its tensor; what is around it (of the input the padding, of an output
/// onto which a transposed layer stamps what padding crops); or an empty cell of a stretched input.
enum class CellKind { cell, padding, gap };

/// A cell that can be pointed at.
struct CellRef {
  PlaneRole role = PlaneRole::other;
  /// Its place in the tensor (of a weight: outer channel, inner channel, ky, kx). Padding and gaps: row and column of
  /// the plane, negative before its first cell, a stretched input's with its empty cells.
  Index index;
  CellKind kind = CellKind::cell;
  bool operator==(const CellRef&) const = default;
};

/// Whether the document's picture has such a cell: one that was pointed at may be gone with the layer.
[[nodiscard]] bool has_cell(const Document& document, const CellRef& cell);

/// The taps that a cell takes part in; none of gaps, of what padding crops, and of what surrounds a stretched input.
/// Requires has_cell.
[[nodiscard]] UseProduct uses_of(const SizedLayer& sized, const CellRef& cell);

}  // namespace convscope
