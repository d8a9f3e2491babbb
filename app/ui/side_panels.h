#pragma once

#include <string>

#include "app/ui/ui.h"
#include "app/ui/workspace.h"

namespace convscope {

/// What the panel at the right shows, one at a time.
void draw_arithmetic_panel(Ui& ui, Workspace& workspace);
/// Fills, known kernels, typed and pasted numbers, and painting.
void draw_values_panel(Ui& ui, Workspace& workspace);
/// The layer as a program.
void draw_code_panel(Ui& ui, Workspace& workspace);

/// Which layers make an output of a size.
void draw_solver_panel(Ui& ui, Workspace& workspace);
/// A chain of layers: sizes and receptive fields.
void draw_chain_panel(Ui& ui, Workspace& workspace);

/// A sentence, small and wrapped.
void draw_note(Ui& ui, const std::string& note);

}  // namespace convscope
