#include "app/ui/icons.h"

#include <cmath>
#include <numbers>

#include "app/ui/controls.h"

namespace convscope {
namespace {

/// Draws signs about a center. Their half height is r.
class Pen {
 public:
  Pen(const Ui& ui, ImVec2 center, ImU32 color)
      : draw_(*ImGui::GetWindowDrawList()), center_(center), color_(color), r_(ui.px(7)), line_(ui.px(1.5F)) {}

  /// From a base to a tip, in half heights to the right.
  void triangle(float tip, float base) const { draw_.AddTriangleFilled(at(tip, 0), at(base, -1), at(base, 1), color_); }
  void upright(float x) const {
    const float half = std::round(0.2F * r_);
    draw_.AddRectFilled({at(x, -1).x - half, at(x, -1).y}, {at(x, 1).x + half, at(x, 1).y}, color_);
  }
  void cross() const {
    draw_.AddLine(at(-0.5F, -0.5F), at(0.5F, 0.5F), color_, line_);
    draw_.AddLine(at(-0.5F, 0.5F), at(0.5F, -0.5F), color_, line_);
  }
  /// An arrow upwards.
  void up() const {
    const ImVec2 points[] = {at(-0.55F, -0.05F), at(0, -0.65F), at(0.55F, -0.05F)};
    draw_.AddPolyline(points, 3, color_, ImDrawFlags_None, line_);
    draw_.AddLine(at(0, -0.6F), at(0, 0.65F), color_, line_);
  }
  /// The corners of a frame.
  void corners() const {
    for (const float x : {-1.0F, 1.0F}) {
      for (const float y : {-1.0F, 1.0F}) {
        const ImVec2 points[] = {at(x, 0.4F * y), at(x, y), at(0.4F * x, y)};
        draw_.AddPolyline(points, 3, color_, ImDrawFlags_None, line_);
      }
    }
  }
  /// Most of a circle, with an arrow's head at its end.
  void back_turn() const {
    constexpr float quarter = std::numbers::pi_v<float> / 2;
    draw_.PathArcTo(center_, 0.85F * r_, -quarter, 2 * quarter + 0.3F, 24);
    draw_.PathStroke(color_, ImDrawFlags_None, line_);
    draw_.AddTriangleFilled(at(-0.75F, -0.85F), at(0.05F, -1.4F), at(0.05F, -0.3F), color_);
  }

 private:
  [[nodiscard]] ImVec2 at(float x, float y) const { return {center_.x + x * r_, center_.y + y * r_}; }

  ImDrawList& draw_;
  ImVec2 center_;
  ImU32 color_;
  float r_;
  float line_;
};

void draw_icon(const Pen& pen, Icon icon) {
  switch (icon) {
    case Icon::first:
      pen.triangle(-0.5F, 1);
      return pen.upright(-1);
    case Icon::back:
      return pen.triangle(-0.8F, 0.7F);
    case Icon::play:
    case Icon::forward:
      return pen.triangle(0.8F, -0.7F);
    case Icon::pause:
      pen.upright(-0.5F);
      return pen.upright(0.5F);
    case Icon::last:
      pen.triangle(0.5F, -1);
      return pen.upright(1);
    case Icon::close:
      return pen.cross();
    case Icon::up:
      return pen.up();
    case Icon::full_screen:
      return pen.corners();
    case Icon::reset_camera:
      return pen.back_turn();
  }
}

}  // namespace

bool icon_button(Ui& ui, const std::string& name, Icon icon, const char* hint_text, const IconStyle& style) {
  const Color fill = style.primary  ? ui.palette.accent
                     : style.framed ? ui.palette.field
                                    : with_alpha(ui.palette.field, 0);
  ImGui::BeginDisabled(!style.enabled);
  ImGui::PushStyleColor(ImGuiCol_Button, imgui_color(fill));
  ImGui::PushStyleColor(ImGuiCol_ButtonHovered,
                        imgui_color(style.primary ? with_alpha(fill, 0.85F) : ui.palette.chosen));
  ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, style.framed ? 1.0F : 0.0F);
  const bool pressed = ImGui::Button(("##" + name).c_str(), {ui.px(style.size.x), ui.px(style.size.y)});
  ImGui::PopStyleVar();
  ImGui::PopStyleColor(2);
  ui.note_item(name);
  const ImVec2 low = ImGui::GetItemRectMin();
  const ImVec2 high = ImGui::GetItemRectMax();
  const Color ink = style.primary ? ui.palette.background : ui.palette.text;
  draw_icon(Pen(ui, {std::round((low.x + high.x) / 2), std::round((low.y + high.y) / 2)},
                ImGui::GetColorU32(imgui_color(ink))),
            icon);
  ImGui::EndDisabled();
  hint(ui, hint_text);
  return pressed;
}

}  // namespace convscope
