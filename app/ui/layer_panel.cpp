#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

#include "app/text/names.h"
#include "app/text/window.h"
#include "app/ui/choices.h"
#include "app/ui/controls.h"
#include "app/ui/padding_row.h"
#include "app/ui/panels.h"
#include "engine/arithmetic.h"
#include "engine/taps.h"

namespace convscope {
namespace {

/// Rows of the panel, laid out so that they fill its height when there is enough of it, and scroll when there is not.
struct PanelRow {
  float height;  ///< At scale 1.
  std::function<void()> draw;
};

constexpr float least_gap = 1;
constexpr float most_gap = 10;
constexpr float label_height = 19;
constexpr float counts_height = 18;
/// A panel's, from which on all of conv2d's rows have room under their labels.
constexpr float least_labelled_height = 600;

void draw_rows(Ui& ui, const std::vector<PanelRow>& rows) {
  float needed = 0;
  for (const PanelRow& row : rows) {
    needed += ui.px(row.height);
  }
  const float padding = ImGui::GetStyle().WindowPadding.y;
  const float room = ImGui::GetWindowHeight() - 2 * padding - needed;
  const float gaps = static_cast<float>(rows.size()) - 1;
  const float gap = std::clamp(std::floor(room / gaps), ui.px(least_gap), ui.px(most_gap));
  ImVec2 corner = ImGui::GetCursorPos();
  for (const PanelRow& row : rows) {
    ImGui::SetCursorPos(corner);
    row.draw();
    corner.y += ui.px(row.height) + gap;
  }
  // What the panel scrolls over ends with the last row, wherever a control has left the cursor.
  ImGui::SetCursorPos({corner.x, corner.y - gap});
  ImGui::Dummy({0, 0});
}

void draw_preset_choice(Ui& ui, Workspace& workspace, std::span<const Preset> presets) {
  const std::string& current = workspace.document.preset;
  const std::string shown = current.empty() ? ui.say(text::window::own_layer) : current;
  if (!begin_combo(ui, "preset", shown, {.width = panel_width()})) {
    return;
  }
  for (const Preset& preset : presets) {
    if (ImGui::Selectable(preset.name.c_str(), preset.name == current)) {
      open_preset(workspace, preset);
    }
    ui.note_item("preset." + preset.name);
  }
  ImGui::EndCombo();
}

void draw_op_choice(Ui& ui, Workspace& workspace) {
  std::vector<Choice> choices;
  choices.reserve(ops.size());
  for (const Op op : ops) {
    choices.push_back({std::string(text::name(op)), std::string(text::name(op)), {}});
  }
  const Op now = workspace.sized().layer.op;
  if (const auto chosen = combo(ui, "op", choices, static_cast<std::size_t>(now), {.width = panel_width()})) {
    choose_op(workspace, ops[*chosen]);
  }
  hint(ui, ui.say(text::window::hint_op));
}

void draw_switch(Ui& ui, Workspace& workspace, const char* name, bool Layer::*flag) {
  bool is_on = workspace.sized().layer.*flag;
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, frame_padding(ui, 22));
  if (ImGui::Checkbox(name, &is_on)) {
    SizedLayer wanted = workspace.sized();
    wanted.layer.*flag = is_on;
    try_layer(workspace, wanted);
  }
  ImGui::PopStyleVar();
  ui.note_item(name);
}

void draw_switches(Ui& ui, Workspace& workspace) {
  const float left = ImGui::GetCursorPosX();
  draw_switch(ui, workspace, text::window::bias, &Layer::bias);
  hint(ui, ui.say(text::window::hint_bias));
  ImGui::SameLine(left + ui.px(96));
  draw_switch(ui, workspace, text::window::flip_kernel, &Layer::flip_kernel);
  hint(ui, ui.say(text::window::hint_flip_kernel));
}

/// Which of the group's channels lies in front; its room is kept where there is only one.
void draw_front_channel(Ui& ui, Workspace& workspace) {
  const std::int64_t depth = channels_read(workspace.sized().layer);
  if (depth == 1) {
    return;
  }
  std::vector<std::int64_t> channels;
  for (std::int64_t channel = 0; channel < depth; ++channel) {
    channels.push_back(channel);
  }
  View view = workspace.document.view;
  const std::int64_t front = view.input_channel % depth;
  const float left = ImGui::GetCursorPosX();
  const float top = ImGui::GetCursorPosY();
  const float slider = ui.px(136);
  colored_text(ui.fonts.note, ui.palette.notes, text::window::front_channel(ui.language, front));
  hint(ui, ui.say(text::window::hint_front_channel));
  ImGui::SetCursorPos({left + slider, top});
  const SliderRange range{0, depth - 1, channels};
  if (const auto chosen =
          value_slider(ui, "front_channel", front, range, ui.palette.input_text, panel_width() - slider)) {
    view.input_channel = *chosen;
    change_view(workspace, view);
  }
}

void draw_counts(const Ui& ui, const Workspace& workspace) {
  const SizedLayer& sized = workspace.sized();
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  draw_fitted_text(ui.fonts.note, ui.palette.notes, {corner.x, corner.y, panel_width(), ui.px(counts_height)},
                   is_pool(sized.layer.op)
                       ? text::window::cells_read(ui.language, cells_read(sized))
                       : text::window::counts(ui.language, parameter_count(sized.layer), multiply_accumulates(sized)));
  ImGui::Dummy({panel_width(), ui.px(counts_height)});
}

/// Which rows the op has, and over what their sliders run.
std::vector<PanelRow> parameter_rows(Ui& ui, Workspace& workspace) {
  const Layer& layer = workspace.sized().layer;
  const Palette& palette = ui.palette;
  const bool pool = is_pool(layer.op);
  std::vector<PanelRow> rows;
  const auto full = [&](const ParameterRow& row) {
    rows.push_back({full_row_height, [&ui, &workspace, row] { draw_full_row(ui, workspace, row); }});
  };
  const auto brief = [&](const ParameterRow& row) {
    rows.push_back({short_row_height, [&ui, &workspace, row] { draw_short_row(ui, workspace, row); }});
  };
  full({Parameter::input_size, "", palette.input_text, 1, 32, true});
  brief({Parameter::in_channels, "", palette.input_text, 1, 16, false});
  if (!pool) {
    brief({Parameter::out_channels, "", palette.output_text, 1, 16, false});
  }
  full({Parameter::kernel_size, "k", palette.kernel_size, 1, 11, true});
  full({Parameter::stride, "s", palette.stride, 1, 8, true});
  const ParameterRow padding{Parameter::padding, "p", palette.padding, 0, 8, true};
  rows.push_back(
      {padding_row_height(workspace), [&ui, &workspace, padding] { draw_padding_row(ui, workspace, padding); }});
  if (layer.op == Op::conv2d) {
    rows.push_back({box_height, [&] { draw_padding_choices(ui, workspace); }});
  }
  if (layer.op == Op::conv_transpose2d) {
    full({Parameter::output_padding, "", palette.padding, 0, 7, true});
  }
  if (layer.op != Op::avg_pool2d) {
    full({Parameter::dilation, "d", palette.dilation, 1, 8, true});
  }
  if (!pool) {
    full({Parameter::groups, "g", palette.groups, 1, std::max<std::int64_t>(2, layer.in_channels), false});
    rows.push_back({22, [&] { draw_switches(ui, workspace); }});
  }
  return rows;
}

}  // namespace

void draw_layer_panel(Ui& ui, Workspace& workspace, std::span<const Preset> presets) {
  // Labels are the first to go where the window is low: what the boxes hold speaks for itself.
  const bool labelled = ImGui::GetWindowHeight() >= ui.px(least_labelled_height);
  const auto choice = [&](const char* label, const auto& draw) {
    return PanelRow{labelled ? label_height + box_height : box_height, [&ui, labelled, label, draw] {
                      if (labelled) {
                        const ImVec2 corner = ImGui::GetCursorPos();
                        colored_text(ui.fonts.note, ui.palette.notes, label);
                        ImGui::SetCursorPos({corner.x, corner.y + ui.px(label_height)});
                      }
                      draw();
                    }};
  };
  std::vector<PanelRow> rows{
      choice(ui.say(text::window::preset), [&] { draw_preset_choice(ui, workspace, presets); }),
      choice(ui.say(text::window::op), [&] { draw_op_choice(ui, workspace); }),
  };
  for (PanelRow& row : parameter_rows(ui, workspace)) {
    rows.push_back(std::move(row));
  }
  rows.push_back({20, [&] { draw_front_channel(ui, workspace); }});
  rows.push_back({counts_height, [&] { draw_counts(ui, workspace); }});
  draw_rows(ui, rows);
}

}  // namespace convscope
