#pragma once

#include <array>

#include "app/document/view_names.h"
#include "app/ui/choices.h"
#include "app/ui/ui.h"

namespace convscope {

/// What can be chosen about the picture, in words: in the order of view_names.h and by its names.
[[nodiscard]] std::array<Choice, colorings.size()> coloring_choices(const Ui& ui);
[[nodiscard]] std::array<Choice, flows.size()> flow_choices(const Ui& ui);
[[nodiscard]] std::array<Choice, matrix_forms.size()> matrix_choices(const Ui& ui);
[[nodiscard]] std::array<Choice, transposed_forms.size()> transposed_choices(const Ui& ui);
[[nodiscard]] std::array<Choice, axis_orders.size()> axis_choices(const Ui& ui);

}  // namespace convscope
