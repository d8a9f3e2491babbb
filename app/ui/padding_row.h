#pragma once

#include "app/ui/parameter_row.h"

namespace convscope {

/// Padding has more to choose than a number: by amounts, by its four sides, or by PyTorch's words; and what the cells
/// hold. Only conv2d has all of that.
[[nodiscard]] float padding_row_height(const Workspace& workspace);
void draw_padding_row(Ui& ui, Workspace& workspace, const ParameterRow& row);

/// The boxes that choose the rule and the mode, side by side.
void draw_padding_choices(Ui& ui, Workspace& workspace);

}  // namespace convscope
