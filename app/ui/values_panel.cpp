#include <array>
#include <string>
#include <vector>

#include "app/document/kernels.h"
#include "app/text/editing.h"
#include "app/text/errors.h"
#include "app/text/window.h"
#include "app/ui/choices.h"
#include "app/ui/controls.h"
#include "app/ui/document_edits.h"
#include "app/ui/number_range.h"
#include "app/ui/sheet.h"
#include "app/ui/side_panels.h"

namespace convscope {
namespace {

namespace words = text::window;

constexpr float gap = 6;
constexpr float button_height = 28;
constexpr float typed_height = 84;
constexpr double largest_seed = 4294967295;  ///< As NumPy's.

void heading(Ui& ui, const char* text) {
  ImGui::Dummy({0, ui.px(2)});
  colored_text(ui.fonts.bold, ui.palette.text, text);
}

/// Buttons in columns of equal width. Gives the one that is pressed.
std::optional<std::size_t> button_grid(Ui& ui, std::span<const Choice> buttons, std::size_t columns) {
  const float width = (panel_width() - static_cast<float>(columns - 1) * ui.px(gap)) / static_cast<float>(columns);
  std::optional<std::size_t> pressed;
  for (std::size_t i = 0; i < buttons.size(); ++i) {
    if (i % columns != 0) {
      ImGui::SameLine(0, ui.px(gap));
    }
    if (ImGui::Button((buttons[i].label + "##" + buttons[i].name).c_str(), {width, ui.px(button_height)})) {
      pressed = i;
    }
    ui.note_item(buttons[i].name);
  }
  return pressed;
}

/// What stops values of the target from being edited; empty: nothing.
std::string obstacle(const Ui& ui, const Workspace& workspace) {
  const Layer& layer = workspace.document.sized.layer;
  if (workspace.editing.target == ValueTarget::weight && is_pool(layer.op)) {
    return ui.say(words::edit_no_weight);
  }
  return workspace.editing.target == ValueTarget::bias && active_bias(workspace.document).empty()
             ? ui.say(words::edit_no_bias)
             : "";
}

void draw_target(Ui& ui, Workspace& workspace) {
  const std::array<Choice, 3> targets{Choice{"target.input", ui.say(words::edit_input), {}},
                                      Choice{"target.weight", ui.say(words::edit_weight), {}},
                                      Choice{"target.bias", ui.say(words::edit_bias), {}}};
  Editing& editing = workspace.editing;
  if (const auto chosen = segmented(ui, targets, static_cast<std::size_t>(editing.target), {.width = panel_width()})) {
    editing.target = static_cast<ValueTarget>(*chosen);
    editing.error = {};  // It was about another one.
  }
  const std::array<Choice, 2> parts{Choice{"part.all", ui.say(words::edit_all_channels), {}},
                                    Choice{"part.front", ui.say(words::edit_front_channel), {}}};
  if (const auto chosen = segmented(ui, parts, editing.front_channel_alone ? 1 : 0, {.width = panel_width()})) {
    editing.front_channel_alone = *chosen == 1;
  }
}

void draw_fills(Ui& ui, Workspace& workspace) {
  heading(ui, ui.say(words::edit_fill));
  const std::array<Choice, 6> fills{
      Choice{"fill.zeros", ui.say(words::edit_zeros), {}},     Choice{"fill.ones", ui.say(words::edit_ones), {}},
      Choice{"fill.ramp", ui.say(words::edit_ramp), {}},       Choice{"fill.checker", ui.say(words::edit_checker), {}},
      Choice{"fill.impulse", ui.say(words::edit_impulse), {}}, Choice{"fill.random", ui.say(words::edit_random), {}}};
  Editing& editing = workspace.editing;
  if (const auto pressed = button_grid(ui, fills, 3)) {
    fill(workspace, fill_kinds[*pressed]);
  }
  ImGui::AlignTextToFramePadding();
  colored_text(ui.fonts.note, ui.palette.notes, ui.say(words::edit_seed));
  ImGui::SameLine(ui.px(120));
  if (const auto typed = number_box(ui, "seed", editing.seed, ui.px(84))) {
    const Result<double> seed = number_in({0, largest_seed, true}, *typed, words::edit_seed);
    editing.error = seed ? text::Text() : text::sentence(seed.error());
    editing.seed = seed ? static_cast<std::int64_t>(seed.value()) : editing.seed;
  }
}

void draw_kernels(Ui& ui, Workspace& workspace) {
  heading(ui, ui.say(words::edit_kernels));
  std::vector<Choice> buttons;
  for (const Kernel kernel : kernels) {
    buttons.push_back({"kernel." + std::string(name(kernel)), ui.say(text::editing::kernel_label(name(kernel))), {}});
  }
  if (const auto pressed = button_grid(ui, buttons, 3)) {
    put_kernel(workspace, kernels[*pressed]);
  }
}

void draw_typed(Ui& ui, Workspace& workspace) {
  heading(ui, ui.say(words::edit_typed));
  Editing& editing = workspace.editing;
  ImGui::PushFont(ui.fonts.mono);
  const std::string before = editing.pasted;
  multiline_box(ui, "pasted", editing.pasted, {panel_width(), ui.px(typed_height)});
  editing.error = editing.pasted == before ? editing.error : text::Text();
  ImGui::PopFont();
  hint(ui, ui.say(words::edit_typed_hint));
  const std::array<Choice, 2> buttons{Choice{"apply_typed", ui.say(words::edit_apply), {}},
                                      Choice{"apply_clipboard", ui.say(words::edit_take_clipboard), {}}};
  if (const auto pressed = button_grid(ui, buttons, 2)) {
    if (*pressed == 1) {
      const char* const clipboard = ImGui::GetClipboardText();
      editing.pasted = clipboard == nullptr ? "" : clipboard;
    }
    put_matrix(workspace);
  }
}

void draw_painting(Ui& ui, Workspace& workspace) {
  Editing& editing = workspace.editing;
  ImGui::Dummy({0, ui.px(2)});
  ImGui::Checkbox(ui.say(words::edit_painting), &editing.painting);
  ui.note_item("painting");
  hint(ui, ui.say(words::edit_painting_hint));
  ImGui::SameLine(panel_width() - ui.px(84));
  if (const auto typed = value_box(ui, "paint_value", editing.paint, ui.px(84))) {
    const auto value = typed_value(*typed);
    editing.error = value ? text::Text() : text::editing::not_a_value(*typed);
    editing.paint = value.value_or(editing.paint);
  }
}

}  // namespace

void draw_values_panel(Ui& ui, Workspace& workspace) {
  const text::Text before = workspace.editing.error;
  draw_target(ui, workspace);
  if (const std::string why_not = obstacle(ui, workspace); !why_not.empty()) {
    draw_note(ui, why_not);
  } else {
    draw_fills(ui, workspace);
    if (workspace.editing.target == ValueTarget::weight) {
      draw_kernels(ui, workspace);
    }
    draw_typed(ui, workspace);
  }
  draw_painting(ui, workspace);
  if (workspace.editing.error.empty()) {
    draw_note(ui, ui.say(words::edit_cell_hint));
  } else {
    draw_warning(ui, ui.shown(ui.say(workspace.editing.error)), panel_width());
    ui.note_item("values_error", TabStop::none);
    if (workspace.editing.error != before) {
      ImGui::SetScrollHereY(1);  // A low window has no room for it below all the rest.
    }
  }
}

}  // namespace convscope
