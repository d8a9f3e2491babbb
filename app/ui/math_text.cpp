#include "app/ui/math_text.h"

#include <algorithm>
#include <cmath>

namespace convscope {
namespace {

constexpr float line_height = 22;
constexpr float fraction_height = 46;

ImFont* face_of(const Ui& ui, Role role) {
  return role == Role::plain || role == Role::notes ? ui.fonts.text : ui.fonts.bold;
}

float run_width(const Ui& ui, const MathRun& run, const MathStyle& style) {
  ImFont* face = face_of(ui, run.role);
  return face->CalcTextSizeA(face->FontSize * style.shrink, 1e6F, 0, run.text.c_str()).x;
}

float fraction_width(const Ui& ui, const FormulaLine& line, const MathStyle& style) {
  return std::max(math_width(ui, line.numerator, style), math_width(ui, line.denominator, style)) + ui.px(8);
}

/// ⌊ or ⌋ as tall as the fraction.
void draw_floor(const Ui& ui, float x, float top, float foot) {
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const ImU32 color = packed(ui.palette.text);
  const float bottom = top + ui.px(fraction_height - 8);
  draw.AddLine({x, top}, {x, bottom}, color, ui.px(1.5F));
  draw.AddLine({x, bottom}, {x + foot, bottom}, color, ui.px(1.5F));
}

struct Columns {
  float equals_right = 0;  ///< Where the texts before the fractions end.
  float width = 0;         ///< Of the widest line with a fraction; others wrap.
};

Columns measured(const Ui& ui, const std::vector<FormulaLine>& lines, const MathStyle& style) {
  Columns columns;
  for (const FormulaLine& line : lines) {
    columns.equals_right = std::max(columns.equals_right, math_width(ui, line.before, style));
  }
  for (const FormulaLine& line : lines) {
    if (!line.numerator.empty()) {
      const float width = ui.px(16) + fraction_width(ui, line, style) + math_width(ui, line.after, style);
      columns.width = std::max(columns.width, columns.equals_right + width);
    }
  }
  return columns;
}

void draw_fraction_line(const Ui& ui, const FormulaLine& line, const Columns& columns, ImVec2 corner,
                        const MathStyle& style) {
  const float middle = corner.y + ui.px((fraction_height - line_height) / 2 - 1);
  draw_math(ui, {corner.x + columns.equals_right - math_width(ui, line.before, style), middle}, line.before, style);
  const float left = corner.x + columns.equals_right + ui.px(8);
  const float width = fraction_width(ui, line, style);
  const auto centered = [&](const MathText& text) {
    return std::round(left + (width - math_width(ui, text, style)) / 2);
  };
  draw_math(ui, {centered(line.numerator), corner.y}, line.numerator, style);
  draw_math(ui, {centered(line.denominator), corner.y + ui.px(22)}, line.denominator, style);
  const float bar = corner.y + ui.px(21);
  ImGui::GetWindowDrawList()->AddLine({left + ui.px(2), bar}, {left + width - ui.px(2), bar}, packed(ui.palette.notes),
                                      1);
  draw_floor(ui, left - ui.px(3), corner.y + ui.px(1), ui.px(4));
  draw_floor(ui, left + width + ui.px(3), corner.y + ui.px(1), -ui.px(4));
  draw_math(ui, {left + width + ui.px(6), middle}, line.after, style);
}

/// Wraps between runs at the panel's right edge, each line indented alike; gives the height. A run that does not fit
/// a line is set smaller.
float draw_wrapped(const Ui& ui, ImVec2 corner, float indent, const MathText& text) {
  const float left = corner.x + indent;
  const float room = panel_width() - indent;
  ImVec2 at{left, corner.y};
  for (const MathRun& run : text) {
    const float width = run_width(ui, run, {});
    if (at.x > left && at.x + width > left + room) {
      at = {left, at.y + ui.px(line_height)};
    }
    at.x = draw_math(ui, at, {run}, {std::min(1.0F, room / std::max(1.0F, width))});
  }
  return at.y - corner.y + ui.px(line_height);
}

}  // namespace

float math_width(const Ui& ui, const MathText& text, const MathStyle& style) {
  float width = 0;
  for (const MathRun& run : text) {
    width += run_width(ui, run, style);
  }
  return width;
}

float draw_math(const Ui& ui, ImVec2 corner, const MathText& text, const MathStyle& style) {
  float x = corner.x;
  for (const MathRun& run : text) {
    ImFont* face = face_of(ui, run.role);
    ImGui::GetWindowDrawList()->AddText(face, face->FontSize * style.shrink, {std::round(x), std::round(corner.y)},
                                        packed(with_alpha(role_color(ui.palette, run.role), style.opacity)),
                                        run.text.c_str());
    x += run_width(ui, run, style);
  }
  return x;
}

void draw_formula(const Ui& ui, const std::vector<FormulaLine>& lines) {
  const float room = panel_width();
  const float natural = measured(ui, lines, {}).width;
  const MathStyle style{natural > room ? room / natural : 1};
  const Columns columns = measured(ui, lines, style);
  for (const FormulaLine& line : lines) {
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    if (!line.numerator.empty()) {
      draw_fraction_line(ui, line, columns, corner, style);
      ImGui::Dummy({room, ui.px(fraction_height)});
      continue;
    }
    draw_math(ui, {corner.x + columns.equals_right - math_width(ui, line.before, style), corner.y}, line.before, style);
    ImGui::Dummy({room, draw_wrapped(ui, corner, columns.equals_right, line.after)});
  }
}

void draw_wrapped_math(const Ui& ui, const MathText& text) {
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  ImGui::Dummy({panel_width(), draw_wrapped(ui, corner, 0, text)});
}

}  // namespace convscope
