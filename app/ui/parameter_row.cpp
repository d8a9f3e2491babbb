#include "app/ui/parameter_row.h"

#include <charconv>
#include <cmath>
#include <limits>
#include <vector>

#include "app/document/op_change.h"
#include "app/text/names.h"
#include "app/text/parameter_hints.h"
#include "app/text/window.h"
#include "app/ui/controls.h"

namespace convscope {
namespace {

constexpr float box_width = 44;
constexpr float link_width = 16;
/// Where a slider begins that stands behind a name.
constexpr float short_slider_left = 106;

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
  const std::int64_t value = parameter_value(workspace.sized(), parameter, axis);
  const std::string name = control_name(parameter, axis) + ".box";
  if (const auto wanted = whole_number_box(ui, workspace, name, parameter, value, ui.px(box_width))) {
    try_parameter(workspace, parameter, axis, *wanted);
  }
}

void draw_slider(Ui& ui, Workspace& workspace, const ParameterRow& row, Axis axis, float width) {
  const SizedLayer& sized = workspace.sized();
  const std::int64_t value = parameter_value(sized, row.parameter, axis);
  const std::int64_t highest = std::max(row.highest, value);
  std::vector<std::int64_t> valid =
      valid_edits(sized, row.parameter, edited_axis(workspace, row.parameter, axis), row.lowest, highest);
  if (valid.empty()) {
    valid.push_back(value);
  }
  const SliderRange range{row.lowest, highest, valid};
  const std::string name = control_name(row.parameter, axis) + ".slider";
  if (const auto chosen = value_slider(ui, name, value, range, row.color, width)) {
    try_parameter(workspace, row.parameter, axis, *chosen);
  }
}

/// The sign between the two boxes: a line when one value stands for both axes, a cross when each has its own.
void draw_link(Ui& ui, bool& linked, const std::string& name) {
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const ImVec2 size{ui.px(link_width), ui.px(box_height)};
  if (ImGui::InvisibleButton(name.c_str(), size)) {
    linked = !linked;
  }
  ui.note_item(name);
  draw_focus_frame();
  hint(ui, linked ? ui.say(text::window::link_hint) : ui.say(text::window::unlink_hint));
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

}  // namespace

std::optional<std::int64_t> whole_number_box(Ui& ui, Workspace& workspace, const std::string& name, Parameter parameter,
                                             std::int64_t value, float width) {
  const std::optional<std::string> typed = number_box(ui, name, value, width);
  if (!typed) {
    return std::nullopt;
  }
  const std::optional<std::int64_t> wanted = whole_number(*typed);
  if (!wanted) {
    workspace.refusal = Refusal{workspace.sized(), {}, text::window::not_a_number(*typed, text::name(parameter))};
  }
  return wanted;
}

void draw_row_name(Ui& ui, const Workspace& workspace, const ParameterRow& row) {
  const float left = ImGui::GetCursorPosX();
  const float top = ImGui::GetCursorPosY();
  ImGui::BeginGroup();
  if (*row.letter != '\0') {
    badge(ui, row.letter, row.color);
    ImGui::SetCursorPos({left + ui.px(28), top});
  }
  ImGui::SetCursorPosY(top + std::round((ui.px(box_height) - ImGui::GetTextLineHeight()) / 2) - 1);
  ImGui::TextUnformatted(std::string(text::name(row.parameter)).c_str());
  ImGui::EndGroup();
  ui.note_item(std::string(text::name(row.parameter)) + ".name");
  hint(ui, ui.say(text::window::parameter_hint(row.parameter, workspace.sized().layer.op)));
}

void draw_full_row(Ui& ui, Workspace& workspace, const ParameterRow& row) {
  const float width = panel_width();
  const float left = ImGui::GetCursorPosX();
  const float top = ImGui::GetCursorPosY();
  draw_row_name(ui, workspace, row);
  const float box = ui.px(box_width);
  if (row.per_axis) {
    ImGui::SetCursorPos({left + width - 2 * box - ui.px(link_width), top});
    draw_box(ui, workspace, row.parameter, Axis::height);
  }
  ImGui::SetCursorPos({left + width - box, top});
  draw_box(ui, workspace, row.parameter, row.per_axis ? Axis::width : Axis::height);
  if (row.per_axis) {  // Tab goes from one box to the other before it comes here.
    bool& linked = workspace.linked[static_cast<std::size_t>(row.parameter)];
    ImGui::SetCursorPos({left + width - box - ui.px(link_width), top});
    draw_link(ui, linked, std::string(text::name(row.parameter)) + ".link");
  }
  ImGui::SetCursorPos({left, top + ui.px(box_height)});
  const bool apart = row.per_axis && !workspace.linked[static_cast<std::size_t>(row.parameter)];
  const float gap = ui.px(12);
  draw_slider(ui, workspace, row, Axis::height, apart ? (width - gap) / 2 : width);
  if (apart) {
    ImGui::SetCursorPos({left + (width + gap) / 2, top + ui.px(box_height)});
    draw_slider(ui, workspace, row, Axis::width, (width - gap) / 2);
  }
}

void draw_short_row(Ui& ui, Workspace& workspace, const ParameterRow& row) {
  const float width = panel_width();
  const float left = ImGui::GetCursorPosX();
  const float top = ImGui::GetCursorPosY();
  draw_row_name(ui, workspace, row);
  const float box = left + width - ui.px(box_width);
  const float slider = left + ui.px(short_slider_left);
  ImGui::SetCursorPos({slider, top + ui.px((box_height - slider_height) / 2)});
  draw_slider(ui, workspace, row, Axis::height, box - ui.px(4) - slider);
  ImGui::SetCursorPos({box, top});
  draw_box(ui, workspace, row.parameter, Axis::height);
}

}  // namespace convscope
