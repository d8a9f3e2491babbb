#include <array>

#include "app/text/editing.h"
#include "app/text/window.h"
#include "app/ui/choices.h"
#include "app/ui/panels.h"
#include "app/ui/side_panels.h"

namespace convscope {

void draw_side_panel(Ui& ui, Workspace& workspace) {
  if (workspace.full_screen) {
    return draw_arithmetic_panel(ui, workspace);
  }
  const std::array<Choice, 5> tabs{Choice{"side.arithmetic", ui.say(text::window::edit_arithmetic), {}},
                                   Choice{"side.values", ui.say(text::window::edit_values), {}},
                                   Choice{"side.code", ui.say(text::window::edit_code), {}},
                                   Choice{"side.solver", ui.say(text::window::side_solver), {}},
                                   Choice{"side.chain", ui.say(text::window::side_chain), {}}};
  if (const auto chosen = segmented(ui, tabs, static_cast<std::size_t>(workspace.side), {.width = panel_width()})) {
    workspace.side = static_cast<SidePanel>(*chosen);
  }
  ImGui::Dummy({0, ui.px(4)});
  switch (workspace.side) {
    case SidePanel::arithmetic:
      return draw_arithmetic_panel(ui, workspace);
    case SidePanel::values:
      return draw_values_panel(ui, workspace);
    case SidePanel::code:
      return draw_code_panel(ui, workspace);
    case SidePanel::solver:
      return draw_solver_panel(ui, workspace);
    case SidePanel::chain:
      return draw_chain_panel(ui, workspace);
  }
}

}  // namespace convscope
