#include <array>
#include <cmath>

#include "app/document/view_names.h"
#include "app/text/window.h"
#include "app/ui/choices.h"
#include "app/ui/controls.h"
#include "app/ui/icons.h"
#include "app/ui/panels.h"
#include "app/ui/view_choices.h"

namespace convscope {
namespace {

using namespace text::window;

constexpr float gap = 6;
constexpr float label_gap = 5;
/// Narrower boxes have no labels beside them, and still narrower ones small text.
constexpr float least_labelled = 112;
constexpr float least_full_text = 100;
constexpr float widest_box = 176;
constexpr float reset_width = 30;

/// What a box of the bar chooses: the field of View, its values as view_names.h calls them, and their words.
template <typename Value, std::size_t count>
struct Setting {
  const char* name;
  const char* label;
  const char* hint;
  const std::array<NamedChoice<Value>, count>& values;
  std::array<Choice, count> words;  ///< In the order of `values`.
  Value View::*field;
};
/// As C++20 has it; clang 16 does not know it by itself.
template <typename Value, std::size_t count>
Setting(const char*, const char*, const char*, const std::array<NamedChoice<Value>, count>&, std::array<Choice, count>,
        Value View::*) -> Setting<Value, count>;

float label_width(const Ui& ui, const char* label) {
  return std::ceil(ui.fonts.note->CalcTextSizeA(ui.fonts.note->FontSize, 1e6F, 0, label).x);
}

/// How the bar shares its width among its boxes.
struct Layout {
  float box = 0;
  bool labelled = false;
  bool small = false;
};

Layout layout_of(const Ui& ui, float width, const std::vector<const char*>& labels) {
  const auto boxes = static_cast<float>(labels.size());
  const float room = width - ui.px(reset_width) - boxes * ui.px(gap);
  float words = 0;
  for (const char* label : labels) {
    words += label_width(ui, label) + ui.px(label_gap) + ui.px(gap);
  }
  const float bare = room / boxes;
  const float beside = (room - words) / boxes;
  const bool labelled = beside >= ui.px(least_labelled);
  const float box = std::floor(std::min(labelled ? beside : bare, ui.px(widest_box)));
  return {box, labelled, box < ui.px(least_full_text)};
}

/// A label in the middle of the line's height; the cursor stands behind it.
void draw_label(const Ui& ui, const char* label) {
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const float down = std::round((ui.px(box_height) - ui.fonts.note->FontSize) / 2);
  ImGui::GetWindowDrawList()->AddText(ui.fonts.note, ui.fonts.note->FontSize, {corner.x, corner.y + down},
                                      packed(ui.palette.notes), label);
  ImGui::SetCursorScreenPos({corner.x + label_width(ui, label) + ui.px(label_gap), corner.y});
}

template <typename Value, std::size_t count>
void draw_setting(Ui& ui, Workspace& workspace, const Layout& layout, const Setting<Value, count>& setting) {
  if (layout.labelled) {
    draw_label(ui, setting.label);
  }
  const auto now =
      std::ranges::find(setting.values, workspace.document.view.*setting.field, &NamedChoice<Value>::value) -
      setting.values.begin();
  ImGui::PushFont(layout.small ? ui.fonts.note : ui.fonts.text);
  const auto chosen = combo(ui, setting.name, setting.words, static_cast<std::size_t>(now), {.width = layout.box});
  ImGui::PopFont();
  hint(ui, setting.hint);
  if (chosen) {
    // NOLINTNEXTLINE(misc-const-correctness): it is written through a pointer to its member.
    View view = workspace.document.view;
    view.*setting.field = setting.values[*chosen].value;
    change_view(workspace, view);
  }
  ImGui::SameLine(0, ui.px(layout.labelled ? 2 * gap : gap));
}

void draw_reset(Ui& ui, Workspace& workspace) {
  const bool moved = workspace.document.view.camera != CameraMove{};
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() + ImGui::GetContentRegionAvail().x - ui.px(reset_width));
  if (icon_button(ui, "reset_camera", Icon::reset_camera, ui.say(text::window::reset_camera),
                  {.size = {reset_width, box_height}, .framed = false, .enabled = moved})) {
    perform(workspace, Command::reset_camera);
  }
}

}  // namespace

void draw_view_bar(Ui& ui, Workspace& workspace) {
  const bool transposed = workspace.document.sized.layer.op == Op::conv_transpose2d;
  std::vector<const char*> labels{ui.say(colors), ui.say(flow), ui.say(matrix)};
  if (transposed) {
    labels.push_back(ui.say(transposed_label));
  }
  const Layout layout = layout_of(ui, ImGui::GetContentRegionAvail().x, labels);
  draw_setting(ui, workspace, layout,
               Setting{"color", ui.say(colors), ui.say(colors_hint), colorings, coloring_choices(ui), &View::coloring});
  draw_setting(ui, workspace, layout,
               Setting{"flow", ui.say(flow), ui.say(flow_hint), flows, flow_choices(ui), &View::flow});
  auto matrices = matrix_choices(ui);
  if (!layout.labelled) {
    matrices[0].label = ui.say(no_matrix_alone);
  }
  draw_setting(ui, workspace, layout,
               Setting{"matrix", ui.say(matrix), ui.say(matrix_hint), matrix_forms, matrices, &View::matrix});
  if (transposed) {
    draw_setting(ui, workspace, layout,
                 Setting{"transposed", ui.say(transposed_label), ui.say(transposed_hint), transposed_forms,
                         transposed_choices(ui), &View::transposed});
  }
  draw_reset(ui, workspace);
}

}  // namespace convscope
