#include <charconv>
#include <cmath>
#include <limits>
#include <vector>

#include "app/text/names.h"
#include "app/text/window.h"
#include "app/ui/controls.h"
#include "app/ui/panels.h"
#include "engine/arithmetic.h"

namespace convscope {
namespace {

constexpr float box_height = 28;  ///< Of a number box: text and frame.

/// How one parameter is shown. Typed values may lie beyond the slider's ends; the engine judges them.
struct ParameterRow {
  Parameter parameter;
  const char* letter;  ///< Empty: no badge.
  Color color;
  std::int64_t lowest;
  std::int64_t highest;
  bool per_axis;
};

/// A typed whole number, limited to what 64 bits hold so that a longer one is refused as too large.
std::optional<std::int64_t> whole_number(const std::string& typed) {
  std::int64_t value = 0;
  const char* end = typed.data() + typed.size();
  const auto [rest, error] = std::from_chars(typed.data(), end, value);
  if (rest != end || error == std::errc::invalid_argument) {
    return std::nullopt;
  }
  if (error == std::errc::result_out_of_range) {
    return typed.front() == '-' ? std::numeric_limits<std::int64_t>::min() : std::numeric_limits<std::int64_t>::max();
  }
  return value;
}

std::string control_name(Parameter parameter, Axis axis) {
  return std::string(text::name(parameter)) + (axis == Axis::height ? "" : ".width");
}

void draw_box(Ui& ui, Workspace& workspace, Parameter parameter, Axis axis) {
  const std::int64_t value = parameter_value(workspace.document.sized, parameter, axis);
  const auto typed = number_box(ui, control_name(parameter, axis) + ".box", value, ui.px(44));
  if (!typed) {
    return;
  }
  if (const auto wanted = whole_number(*typed)) {
    try_parameter(workspace, parameter, axis, *wanted);
  } else {
    workspace.refusal =
        Refusal{workspace.document.sized, {}, text::window::not_a_number(*typed, text::name(parameter))};
  }
}

void draw_slider(Ui& ui, Workspace& workspace, const ParameterRow& row, Axis axis, float width) {
  const SizedLayer& sized = workspace.document.sized;
  const std::int64_t value = parameter_value(sized, row.parameter, axis);
  const std::int64_t highest = std::max(row.highest, value);
  std::vector<std::int64_t> valid =
      valid_values(sized, row.parameter, edited_axis(workspace, row.parameter, axis), row.lowest, highest);
  if (valid.empty()) {
    valid.push_back(value);
  }
  const SliderRange range{row.lowest, highest, valid};
  if (const auto chosen =
          value_slider(ui, control_name(row.parameter, axis) + ".slider", value, range, row.color, width)) {
    try_parameter(workspace, row.parameter, axis, *chosen);
  }
}

/// The sign between the two boxes: a line when one value stands for both axes, a cross when each has its own.
void draw_link(Ui& ui, bool& linked, const std::string& name) {
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const ImVec2 size{ui.px(16), ui.px(box_height)};
  if (ImGui::InvisibleButton(name.c_str(), size)) {
    linked = !linked;
  }
  ui.note_item(name);
  hint(ui, linked ? text::window::link_hint : text::window::unlink_hint);
  const ImVec2 center{std::round(corner.x + size.x / 2), std::round(corner.y + size.y / 2)};
  const ImU32 color = packed(ImGui::IsItemHovered() ? ui.palette.accent : ui.palette.notes);
  const float r = ui.px(linked ? 5 : 3);
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  if (linked) {
    draw.AddLine({center.x - r, center.y}, {center.x + r, center.y}, color, ui.px(2));
  } else {
    draw.AddLine({center.x - r, center.y - r}, {center.x + r, center.y + r}, color, ui.px(1.5F));
    draw.AddLine({center.x - r, center.y + r}, {center.x + r, center.y - r}, color, ui.px(1.5F));
  }
}

void draw_row(Ui& ui, Workspace& workspace, const ParameterRow& row) {
  const float width = panel_width();
  const float left = ImGui::GetCursorPosX();
  const float top = ImGui::GetCursorPosY();
  if (*row.letter != '\0') {
    badge(ui, row.letter, row.color);
    ImGui::SameLine(left + ui.px(28));
  }
  ImGui::SetCursorPosY(top + std::round((ui.px(box_height) - ImGui::GetTextLineHeight()) / 2) - 1);
  ImGui::TextUnformatted(std::string(text::name(row.parameter)).c_str());
  const float box = ui.px(44);
  if (row.per_axis) {
    bool& linked = workspace.linked[static_cast<std::size_t>(row.parameter)];
    ImGui::SetCursorPos({left + width - 2 * box - ui.px(16), top});
    draw_box(ui, workspace, row.parameter, Axis::height);
    ImGui::SetCursorPos({left + width - box - ui.px(16), top});
    draw_link(ui, linked, std::string(text::name(row.parameter)) + ".link");
  }
  ImGui::SetCursorPos({left + width - box, top});
  draw_box(ui, workspace, row.parameter, row.per_axis ? Axis::width : Axis::height);
  ImGui::SetCursorPos({left, top + ui.px(box_height)});
  const bool apart = row.per_axis && !workspace.linked[static_cast<std::size_t>(row.parameter)];
  const float gap = ui.px(12);
  draw_slider(ui, workspace, row, Axis::height, apart ? (width - gap) / 2 : width);
  if (apart) {
    ImGui::SameLine(0, gap);
    draw_slider(ui, workspace, row, Axis::width, (width - gap) / 2);
  }
  ImGui::SetCursorPos({left, top + ui.px(50)});
}

void draw_preset_choice(Ui& ui, Workspace& workspace, std::span<const Preset> presets) {
  colored_text(ui.fonts.note, ui.palette.notes, text::window::preset);
  const std::string& current = workspace.document.preset;
  ImGui::SetNextItemWidth(panel_width());
  ImGui::SetNextWindowSizeConstraints({0, 0}, {ui.px(400), ui.px(520)});
  const bool open = ImGui::BeginCombo("##preset", current.empty() ? text::window::own_layer : current.c_str(),
                                      ImGuiComboFlags_HeightLargest);
  ui.note_item("preset");
  if (!open) {
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

/// Which of the group's channels lies in front; shown when there is more than one.
void draw_front_channel(Ui& ui, Workspace& workspace) {
  const Layer& layer = workspace.document.sized.layer;
  const std::int64_t depth = layer.in_channels / layer.groups;
  if (depth == 1) {
    return;
  }
  std::vector<std::int64_t> channels;
  for (std::int64_t channel = 0; channel < depth; ++channel) {
    channels.push_back(channel);
  }
  const std::int64_t front = workspace.document.view.input_channel % depth;
  colored_text(ui.fonts.note, ui.palette.notes, std::string(text::window::front_channel) + " " + std::to_string(front));
  const SliderRange range{0, depth - 1, channels};
  if (const auto chosen = value_slider(ui, "front_channel", front, range, ui.palette.input, panel_width())) {
    workspace.document.view.input_channel = *chosen;
  }
}

}  // namespace

void draw_layer_panel(Ui& ui, Workspace& workspace, std::span<const Preset> presets) {
  draw_preset_choice(ui, workspace, presets);
  ImGui::Dummy({0, ui.px(4)});
  const Palette& palette = ui.palette;
  const std::int64_t most_groups = std::max<std::int64_t>(2, workspace.document.sized.layer.in_channels);
  const ParameterRow rows[] = {{Parameter::input_size, "", palette.input, 1, 32, true},
                               {Parameter::in_channels, "", palette.input, 1, 16, false},
                               {Parameter::out_channels, "", palette.output, 1, 16, false},
                               {Parameter::kernel_size, "k", palette.kernel_size, 1, 11, true},
                               {Parameter::stride, "s", palette.stride, 1, 8, true},
                               {Parameter::padding, "p", palette.padding, 0, 8, true},
                               {Parameter::dilation, "d", palette.dilation, 1, 8, true},
                               {Parameter::groups, "g", palette.groups, 1, most_groups, false}};
  for (const ParameterRow& row : rows) {
    draw_row(ui, workspace, row);
  }
  SizedLayer wanted = workspace.document.sized;
  if (ImGui::Checkbox(text::window::bias, &wanted.layer.bias)) {
    try_layer(workspace, wanted);
  }
  ui.note_item("bias");
  draw_front_channel(ui, workspace);
  ImGui::Dummy({0, ui.px(2)});
  colored_text(ui.fonts.note, palette.notes,
               text::window::counts(parameter_count(workspace.document.sized.layer),
                                    multiply_accumulates(workspace.document.sized)));
}

}  // namespace convscope
