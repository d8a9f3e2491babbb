#include "app/ui/chips.h"

#include <algorithm>
#include <cmath>

#include "app/ui/math_text.h"

namespace convscope {
namespace {

constexpr float chip_gap = 6;
constexpr float chip_padding = 7;
constexpr float smallest_chip = 57;
constexpr float largest_chip = 110;
constexpr float line_height = 30;
constexpr float line_of_result = 17;  ///< Where both texts do not fit beside each other.
constexpr float line_below = 16;
/// Text of the second line, as a share of the first one's.
constexpr float below_shrink = 0.85F;
constexpr float pending_opacity = 0.5F;

struct Grid {
  ImVec2 chip;
  float gap = 0;
  std::int64_t columns = 1;
  bool stacked = false;  ///< The result stands under the calculation.
  MathStyle style;

  [[nodiscard]] ControlRect place(ImVec2 corner, std::size_t number) const {
    const std::int64_t row = static_cast<std::int64_t>(number) / columns;
    const std::int64_t column = static_cast<std::int64_t>(number) % columns;
    return {corner.x + static_cast<float>(column) * (chip.x + gap), corner.y + static_cast<float>(row) * (chip.y + gap),
            chip.x, chip.y};
  }
  [[nodiscard]] ImVec2 size(std::size_t count) const {
    const std::int64_t rows = (static_cast<std::int64_t>(count) + columns - 1) / columns;
    return {static_cast<float>(columns) * (chip.x + gap) - gap, static_cast<float>(rows) * (chip.y + gap) - gap};
  }
};

/// The widest text of a line: of both ends beside each other, or each on its own.
float widest_line(const Ui& ui, std::span<const Chip> chips, bool stacked) {
  float widest = 1;
  for (const Chip& chip : chips) {
    const float left = math_width(ui, chip.left, {});
    const float right = math_width(ui, chip.right, {});
    const float beside = chip.right.empty() ? left : left + ui.px(chip_padding) + right;
    widest = std::max(widest, stacked ? std::max(left, right) : beside);
  }
  return widest;
}

Grid grid_of(const Ui& ui, std::span<const Chip> chips, std::int64_t columns, float room) {
  const float gap = ui.px(chip_gap);
  const float fitting = std::min((room + gap) / static_cast<float>(columns) - gap, ui.px(largest_chip));
  const float width = std::floor(std::max(fitting, ui.px(smallest_chip)));
  const float inner = width - ui.px(2 * chip_padding);
  const bool results = std::ranges::any_of(chips, [](const Chip& chip) { return !chip.right.empty(); });
  const bool stacked = results && widest_line(ui, chips, false) > inner;
  const bool targets = std::ranges::any_of(chips, [](const Chip& chip) { return !chip.below.empty(); });
  const float height = line_height + (stacked ? line_of_result : 0) + (targets ? line_below : 0);
  // One scale for all, so that they read as one table.
  return {{width, ui.px(height)}, gap, columns, stacked, {std::min(1.0F, inner / widest_line(ui, chips, stacked))}};
}

void draw_box(const Ui& ui, const Chip& chip, const ControlRect& place) {
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const ImVec2 low{place.x, place.y};
  const ImVec2 far{place.x + place.width, place.y + place.height};
  draw.AddRectFilled(low, far, packed(ui.palette.field), ui.px(5));
  if (chip.winner) {
    draw.AddRectFilled(low, far, packed(with_alpha(ui.palette.winner, 0.3F)), ui.px(5));
  }
  if (chip.pointed) {
    draw.AddRectFilled(low, far, packed(with_alpha(ui.palette.accent, 0.25F)), ui.px(5));
  }
  const bool marked = chip.current || chip.winner || chip.pointed;
  const Color edge = chip.pointed   ? ui.palette.accent
                     : chip.current ? ui.palette.kernel_size
                     : chip.winner  ? ui.palette.winner
                                    : ui.palette.edge;
  draw.AddRect(low, far, packed(edge), ui.px(5), ImDrawFlags_None, marked ? ui.px(2) : 1);
}

void draw_chip(const Ui& ui, const Chip& chip, const ControlRect& place, const Grid& grid) {
  draw_box(ui, chip, place);
  MathStyle style = grid.style;
  style.opacity = chip.done ? 1 : pending_opacity;
  const float left = place.x + ui.px(chip_padding);
  const float right = place.x + place.width - ui.px(chip_padding);
  float top = place.y + (ui.px(line_height) - ui.fonts.text->FontSize * style.shrink) / 2;
  const bool alone = chip.right.empty();
  draw_math(ui, {alone ? place.x + (place.width - math_width(ui, chip.left, style)) / 2 : left, top}, chip.left, style);
  top += grid.stacked ? ui.px(line_of_result) : 0;
  draw_math(ui, {right - math_width(ui, chip.right, style), top}, chip.right, style);
  if (!chip.below.empty()) {
    style.shrink *= below_shrink;
    draw_math(ui, {right - math_width(ui, chip.below, style), top + ui.px(line_below + 3)}, chip.below, style);
  }
}

}  // namespace

std::optional<std::size_t> draw_chips(Ui& ui, const std::string& name, std::span<const Chip> chips,
                                      std::int64_t columns) {
  if (chips.empty()) {
    return std::nullopt;
  }
  std::optional<std::size_t> pointed;
  const float room = panel_width();
  const Grid grid = grid_of(ui, chips, columns, room);
  const ImVec2 all = grid.size(chips.size());
  const bool scrolls = all.x > room + 1;
  const ImGuiWindowFlags flags = scrolls ? ImGuiWindowFlags_HorizontalScrollbar : ImGuiWindowFlags_NoScrollbar;
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  ImGui::BeginChild(name.c_str(), {room, all.y + (scrolls ? ui.px(14) : 0)}, false,
                    flags | ImGuiWindowFlags_NoScrollWithMouse);
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  for (std::size_t i = 0; i < chips.size(); ++i) {
    const ControlRect place = grid.place(corner, i);
    const ImVec2 far{place.x + place.width, place.y + place.height};
    Chip chip = chips[i];
    if (ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect({place.x, place.y}, far)) {
      pointed = i;
      chip.pointed = true;
    }
    draw_chip(ui, chip, place, grid);
  }
  ImGui::Dummy(all);
  ImGui::EndChild();
  ImGui::PopStyleVar();
  return pointed;
}

}  // namespace convscope
