#include "app/ui/stage_tip.h"

#include <algorithm>
#include <array>
#include <limits>

#include "app/ui/math_text.h"

namespace convscope {
namespace {

constexpr float line_pitch = 21;
constexpr float padding_across = 12;
constexpr float padding_down = 9;
constexpr float column_gap = 18;
constexpr float gap = 16;  ///< Between the tip and its cell: the pointer stands there.
constexpr float window_margin = 4;
constexpr float rounding = 6;
constexpr ImGuiWindowFlags flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoInputs | ImGuiWindowFlags_NoMove |
                                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing;

/// How far two ranges overlap.
float shared(float a_low, float a_size, float b_low, float b_size) {
  return std::max(0.0F, std::min(a_low + a_size, b_low + b_size) - std::max(a_low, b_low));
}

float shared_area(const ControlRect& a, const ControlRect& b) {
  return shared(a.x, a.width, b.x, b.width) * shared(a.y, a.height, b.y, b.height);
}

ControlRect moved_inside(ControlRect rect, const ControlRect& within) {
  rect.x = std::clamp(rect.x, within.x, std::max(within.x, within.x + within.width - rect.width));
  rect.y = std::clamp(rect.y, within.y, std::max(within.y, within.y + within.height - rect.height));
  return rect;
}

/// The widths of a tip's two columns.
struct Columns {
  float text = 0;
  float all = 0;
};

Columns measured(const Ui& ui, const CellTip& tip) {
  Columns columns;
  float places = 0;
  for (const TipLine& line : tip.lines) {
    const float width = math_width(ui, line.text, {});
    // Lines without places run on over their column.
    (line.places.empty() ? columns.all : columns.text) =
        std::max(line.places.empty() ? columns.all : columns.text, width);
    places = std::max(places, math_width(ui, line.places, {}));
  }
  columns.all = std::max(columns.all, columns.text + (places > 0 ? ui.px(column_gap) + places : 0));
  return columns;
}

/// Beside the cell, from its corner onwards and then up to its other corner; and last below and above all that it
/// touches.
std::array<ControlRect, 10> wanted_places(ImVec2 size, float away, const TipSurround& surround) {
  const ControlRect& cell = surround.cell;
  const float right = cell.x + cell.width;
  const float bottom = cell.y + cell.height;
  const float left_of_it = cell.x - away - size.x;
  const float above_it = cell.y - away - size.y;
  float lowest = bottom;
  float highest = cell.y;
  for (const ControlRect& touched : surround.touched) {
    lowest = std::max(lowest, touched.y + touched.height);
    highest = std::min(highest, touched.y);
  }
  const auto at = [size](float x, float y) { return ControlRect{x, y, size.x, size.y}; };
  const float x_on_stage = moved_inside(at(cell.x, cell.y), surround.stage).x;
  return {at(right + away, cell.y),          at(left_of_it, cell.y),
          at(cell.x, bottom + away),         at(cell.x, above_it),
          at(right + away, bottom - size.y), at(left_of_it, bottom - size.y),
          at(right - size.x, bottom + away), at(right - size.x, above_it),
          at(x_on_stage, lowest + away),     at(x_on_stage, highest - away - size.y)};
}

}  // namespace

ControlRect tip_place(ImVec2 size, float away, const TipSurround& surround, const ControlRect& within) {
  // Whatever is covered of the cell weighs more than all else.
  constexpr float of_cell = 1e6F;
  ControlRect best;
  float least = std::numeric_limits<float>::infinity();
  for (const ControlRect& wanted : wanted_places(size, away, surround)) {
    const ControlRect place = moved_inside(wanted, within);
    float covered = of_cell * shared_area(place, surround.cell) + size.x * size.y - shared_area(place, surround.stage);
    for (const ControlRect& touched : surround.touched) {
      covered += shared_area(place, touched);
    }
    if (covered < least) {
      least = covered;
      best = place;
    }
  }
  return best;
}

void draw_tip(Ui& ui, const CellTip& tip, const TipSurround& surround) {
  const Columns columns = measured(ui, tip);
  const ImVec2 size{columns.all + 2 * ui.px(padding_across),
                    static_cast<float>(tip.lines.size()) * ui.px(line_pitch) + 2 * ui.px(padding_down)};
  const ImVec2 window = ImGui::GetIO().DisplaySize;
  const float margin = ui.px(window_margin);
  const ControlRect within{margin, margin, window.x - 2 * margin, window.y - 2 * margin};
  const ControlRect place = tip_place(size, ui.px(gap), surround, within);
  ImGui::SetNextWindowPos({place.x, place.y});
  ImGui::SetNextWindowSize({place.width, place.height});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ui.px(rounding));
  ImGui::PushStyleColor(ImGuiCol_WindowBg, imgui_color(ui.palette.field));
  ImGui::PushStyleColor(ImGuiCol_Border, imgui_color(ui.palette.notes));
  if (ImGui::Begin("tip", nullptr, flags)) {
    ImVec2 corner{place.x + ui.px(padding_across), place.y + ui.px(padding_down)};
    for (const TipLine& line : tip.lines) {
      draw_math(ui, corner, line.text, {});
      draw_math(ui, {corner.x + columns.text + ui.px(column_gap), corner.y}, line.places, {});
      corner.y += ui.px(line_pitch);
    }
  }
  ImGui::End();
  ImGui::PopStyleColor(2);
  ImGui::PopStyleVar(2);
  ui.controls["tip"] = place;
}

}  // namespace convscope
