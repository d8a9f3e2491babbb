#pragma once

#include <cstdint>
#include <string>

#include "app/ui/side_panels.h"
#include "app/ui/ui.h"
#include "app/ui/workspace.h"

namespace convscope {

/// How the step's cell comes about: its products and their sum, the largest value, the mean, or what is stamped where.
void draw_cell_section(Ui& ui, Workspace& workspace);

/// What flows back from the step's cell, or from all of them.
void draw_gradient_section(Ui& ui, Workspace& workspace);

/// A section's heading with a note beside it.
void draw_section_heading(Ui& ui, const char* heading, const std::string& note);

/// "channel 0 of 3", or nothing where there is only one.
[[nodiscard]] std::string channel_note(const Ui& ui, const Document& document, const CellSum& sum);

/// In how many columns sums of channels stand in a panel of this width: in as many as have room for numbers of usual
/// lengths, whatever they are now.
[[nodiscard]] std::int64_t channel_columns(const Ui& ui, float width);

}  // namespace convscope
