#include "app/ui/padding_row.h"

#include <array>
#include <cmath>

#include "app/text/names.h"
#include "app/text/window.h"
#include "app/ui/choices.h"
#include "app/ui/controls.h"

namespace convscope {
namespace {

enum class Form { amounts, sides, same, valid };

Form form_of(const Workspace& workspace) {
  const Layer& layer = workspace.sized().layer;
  if (layer.padding_rule != PaddingRule::amounts) {
    return layer.padding_rule == PaddingRule::same ? Form::same : Form::valid;
  }
  const Sides& padding = layer.padding;
  const bool symmetric = padding.top == padding.bottom && padding.left == padding.right;
  return layer.op == Op::conv2d && (workspace.four_sides || !symmetric) ? Form::sides : Form::amounts;
}

void choose_form(Workspace& workspace, Form form) {
  SizedLayer wanted = workspace.sized();
  const Sides now = resolved_padding(wanted.layer);
  workspace.four_sides = form == Form::sides;
  wanted.layer.padding_rule = form == Form::same    ? PaddingRule::same
                              : form == Form::valid ? PaddingRule::valid
                                                    : PaddingRule::amounts;
  if (form == Form::amounts) {
    wanted.layer.padding = {now.top, now.top, now.left, now.left};
  } else {
    wanted.layer.padding = now;
  }
  try_layer(workspace, wanted);
}

struct Side {
  const char* name;
  text::window::Side side;
  std::int64_t Sides::*amount;
  ImVec2 from;  ///< Where the thick edge of its sign begins and ends, in half widths from the middle.
  ImVec2 to;
};

using Named = text::window::Side;
const std::array sides{Side{"top", Named::top, &Sides::top, {-1, -1}, {1, -1}},
                       Side{"bottom", Named::bottom, &Sides::bottom, {-1, 1}, {1, 1}},
                       Side{"left", Named::left, &Sides::left, {-1, -1}, {-1, 1}},
                       Side{"right", Named::right, &Sides::right, {1, -1}, {1, 1}}};

/// A small square with one thick edge.
void draw_side_sign(const Ui& ui, const Side& side, ImVec2 center, Color color) {
  const float r = ui.px(4);
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  draw.AddRect({center.x - r, center.y - r}, {center.x + r + 1, center.y + r + 1}, packed(ui.palette.notes));
  draw.AddLine({center.x + side.from.x * r, center.y + side.from.y * r},
               {center.x + side.to.x * r, center.y + side.to.y * r}, packed(color), ui.px(3));
}

void draw_sides(Ui& ui, Workspace& workspace, Color color) {
  const Sides now = resolved_padding(workspace.sized().layer);
  const ImVec2 corner = ImGui::GetCursorPos();
  const float pitch = panel_width() / static_cast<float>(sides.size());
  for (std::size_t i = 0; i < sides.size(); ++i) {
    const Side& side = sides[i];
    ImGui::SetCursorPos({corner.x + std::round(static_cast<float>(i) * pitch), corner.y});
    const ImVec2 screen = ImGui::GetCursorScreenPos();
    const ImVec2 center{screen.x + ui.px(6), std::round(screen.y + ui.px(box_height) / 2)};
    draw_side_sign(ui, side, center, color);
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + ui.px(16));
    const auto wanted = whole_number_box(ui, workspace, std::string("padding.") + side.name, Parameter::padding,
                                         now.*side.amount, std::floor(pitch) - ui.px(20));
    hint(ui, text::window::padding_side(ui.language, side.side));
    if (wanted) {
      SizedLayer changed = workspace.sized();
      changed.layer.padding = now;
      changed.layer.padding.*side.amount = *wanted;
      changed.layer.padding_rule = PaddingRule::amounts;
      workspace.four_sides = true;
      try_layer(workspace, changed);
    }
  }
}

}  // namespace

float padding_row_height(const Workspace& workspace) {
  return form_of(workspace) == Form::amounts ? full_row_height : 2 * box_height;
}

void draw_padding_row(Ui& ui, Workspace& workspace, const ParameterRow& row) {
  if (form_of(workspace) == Form::amounts) {
    return draw_full_row(ui, workspace, row);
  }
  const ImVec2 corner = ImGui::GetCursorPos();
  draw_row_name(ui, workspace, row);
  ImGui::SetCursorPos({corner.x, corner.y + ui.px(box_height)});
  draw_sides(ui, workspace, row.color);
}

void draw_padding_choices(Ui& ui, Workspace& workspace) {
  using namespace text::window;
  const std::array forms{Choice{"amounts", ui.say(padding_amounts), {}}, Choice{"sides", ui.say(padding_sides), {}},
                         Choice{"same", padding_same, {}}, Choice{"valid", padding_valid, {}}};
  std::vector<Choice> modes;
  modes.reserve(std::size(padding_modes));
  for (const PaddingMode mode : padding_modes) {
    modes.push_back({std::string(text::name(mode)), std::string(text::name(mode)), {}});
  }
  const float gap = ui.px(8);
  const ChoiceStyle style{.width = std::floor((panel_width() - gap) / 2)};
  const ImVec2 corner = ImGui::GetCursorPos();
  if (const auto form = combo(ui, "padding.rule", forms, static_cast<std::size_t>(form_of(workspace)), style)) {
    choose_form(workspace, static_cast<Form>(*form));
  }
  hint(ui, ui.say(padding_rule_hint));
  ImGui::SetCursorPos({corner.x + style.width + gap, corner.y});
  const PaddingMode mode = workspace.sized().layer.padding_mode;
  if (const auto chosen = combo(ui, "padding_mode", modes, static_cast<std::size_t>(mode), style)) {
    SizedLayer wanted = workspace.sized();
    wanted.layer.padding_mode = padding_modes[*chosen];
    try_layer(workspace, wanted);
  }
  hint(ui, ui.say(hint_padding_mode));
}

}  // namespace convscope
