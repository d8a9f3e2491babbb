#include "app/text/window.h"
#include "app/ui/arithmetic_sections.h"
#include "app/ui/controls.h"
#include "app/ui/math_text.h"
#include "app/ui/side_panels.h"
#include "engine/arithmetic.h"

namespace convscope {
namespace {

using Words = std::string (*)(text::Language, std::int64_t);

/// What becomes of the rows at the end, or of the rows that padding takes away.
std::string sentence(text::Language language, const AxisArithmetic& axis, Words unread) {
  return axis.transposed ? text::window::cropped(language, axis.full_output, axis.padding_before + axis.padding_after)
                         : unread(language, axis.unread);
}

void draw_size_section(Ui& ui, const OutputArithmetic& arithmetic) {
  const bool alike = arithmetic.height == arithmetic.width;
  draw_section_heading(ui, ui.say(text::window::output_size), alike ? ui.say(text::window::height_and_width) : "");
  draw_formula(ui, size_formula(ui.language, arithmetic));
  if (alike) {
    return draw_note(ui, sentence(ui.language, arithmetic.height, text::window::unread_both));
  }
  draw_note(ui, sentence(ui.language, arithmetic.height, text::window::unread_rows));
  draw_note(ui, sentence(ui.language, arithmetic.width, text::window::unread_columns));
}

}  // namespace

void draw_arithmetic_panel(Ui& ui, Workspace& workspace) {
  draw_size_section(ui, output_arithmetic(workspace.document.sized));
  ImGui::Separator();
  ImGui::Spacing();
  if (workspace.document.view.flow == Flow::forward) {
    draw_cell_section(ui, workspace);
  } else {
    draw_gradient_section(ui, workspace);
  }
}

}  // namespace convscope
