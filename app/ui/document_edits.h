#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "app/document/fills.h"
#include "app/document/kernels.h"
#include "app/scene/cell_ref.h"
#include "app/ui/workspace.h"

namespace convscope {

/// Shows another document, if it can be computed; otherwise leaves a refusal.
void try_document(Workspace& workspace, const Document& changed);

/// The part of the values that fills and pasted planes go into.
[[nodiscard]] ValuePart edited_part(const Workspace& workspace);

/// Fills that part; random values have the seed that is chosen.
void fill(Workspace& workspace, FillKind kind);
/// Gives the layer a kernel of the gallery, or says why it has no room.
void put_kernel(Workspace& workspace, Kernel kernel);

/// Puts in the matrix that was typed or pasted, or says why it cannot be.
void put_matrix(Workspace& workspace);

/// The target and place of a cell of input or weight, whose value can be edited; none of another one.
struct EditedCell {
  ValueTarget target = ValueTarget::input;
  Index place;
};
[[nodiscard]] std::optional<EditedCell> edited_cell(const Document& document, const std::optional<CellRef>& cell);
/// Gives such cells a value, passing over others. On a photograph, one edit after the other is cheap.
void set_values(Workspace& workspace, std::span<const CellRef> cells, float value);
inline void set_value(Workspace& workspace, const CellRef& cell, float value) {
  set_values(workspace, std::span(&cell, 1), value);
}

/// A single number as people type it (app/document/parse_matrix.h).
[[nodiscard]] std::optional<float> typed_value(std::string_view typed);

}  // namespace convscope
