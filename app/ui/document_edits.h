#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "app/document/fills.h"
#include "app/document/kernels.h"
#include "app/scene/cell_ref.h"
#include "app/ui/workspace.h"

namespace convscope {

/// Takes what has changed in the document into the history. `busy`: a control is held, so the change goes on and will
/// be one step with what follows. Moves of the camera, one after the other, are one step.
void record_changes(Workspace& workspace, bool busy);

/// Whether the user holds a control or the mouse.
[[nodiscard]] bool is_held();

/// One step back or forward, where there is one.
void undo(Workspace& workspace);
void redo(Workspace& workspace);

/// Shows another document, if it can be computed at once; otherwise leaves a refusal.
void try_document(Workspace& workspace, Document changed);

/// The part of the values that fills and pasted planes go into.
[[nodiscard]] ValuePart edited_part(const Workspace& workspace);

/// Fills that part; random values have the seed that is chosen.
void fill(Workspace& workspace, FillKind kind);
/// Gives the layer a kernel of the gallery, or says why it has no room.
void put_kernel(Workspace& workspace, Kernel kernel);

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
