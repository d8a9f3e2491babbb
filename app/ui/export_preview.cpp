#include "app/ui/export_preview.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "app/export/animation.h"
#include "app/text/errors.h"
#include "app/text/window.h"
#include "app/ui/controls.h"
#include "app/ui/export_sheet.h"
#include "app/ui/sheet.h"

namespace convscope {
namespace {

namespace words = text::window;

constexpr Vec2 preview_size{336, 300};

/// Squares behind a picture that lets them through.
void draw_squares(const Ui& ui, ImVec2 corner, ImVec2 size) {
  const float side = ui.px(8);
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  draw.PushClipRect(corner, {corner.x + size.x, corner.y + size.y}, true);
  for (int row = 0; static_cast<float>(row) * side < size.y; ++row) {
    for (int column = row % 2; static_cast<float>(column) * side < size.x; column += 2) {
      const ImVec2 at{corner.x + static_cast<float>(column) * side, corner.y + static_cast<float>(row) * side};
      draw.AddRectFilled(at, {at.x + side, at.y + side}, packed(ui.palette.edge));
    }
  }
  draw.PopClipRect();
}

void draw_picture(const Ui& ui, const ExportPreviewState& preview, ImVec2 corner, ImVec2 room) {
  const float shrink = std::min({1.0F, room.x / preview.shown.x, room.y / preview.shown.y});
  const ImVec2 size{std::round(preview.shown.x * shrink), std::round(preview.shown.y * shrink)};
  const ImVec2 at{corner.x + std::round((room.x - size.x) / 2), corner.y + std::round((room.y - size.y) / 2)};
  draw_squares(ui, at, size);
  // A pointer in some versions of ImGui, a number in others.
  const auto texture = (ImTextureID)(static_cast<std::intptr_t>(preview.texture));  // NOLINT
  ImGui::GetWindowDrawList()->AddImage(texture, at, {at.x + size.x, at.y + size.y});
}

void draw_preview_box(Ui& ui, ExportsState& exports) {
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const ImVec2 size{ui.px(preview_size.x), ui.px(preview_size.y)};
  exports.preview_room = {size.x - 2, size.y - 2};
  ImGui::Dummy(size);
  ui.note_item("export.preview");
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  draw.AddRectFilled(corner, {corner.x + size.x, corner.y + size.y}, packed(ui.palette.panel));
  if (exports.preview.texture != 0 && exports.preview.problem.empty()) {
    draw_picture(ui, exports.preview, {corner.x + 1, corner.y + 1}, {size.x - 2, size.y - 2});
  }
  draw.AddRect(corner, {corner.x + size.x, corner.y + size.y}, packed(ui.palette.edge));
}

}  // namespace

void draw_export_preview(Ui& ui, Workspace& workspace) {
  ExportsState& exports = workspace.exports;
  draw_preview_box(ui, exports);
  const Result<ExportPlan> plan = chosen_plan(workspace);
  const float width = ui.px(preview_size.x);
  if (!plan) {
    return draw_warning(ui, ui.say(text::sentence(plan.error())), width);
  }
  if (!exports.preview.problem.empty()) {
    return draw_warning(ui, ui.say(exports.preview.problem), width);
  }
  const std::int64_t frames = frame_numbers(plan.value().animation).count;
  const double seconds = duration_of(plan.value());
  const double digits = seconds < 1 ? 100 : 10;
  ImGui::TextUnformatted(
      text::filled(ui.language, words::export_length.of(frames), frames, std::round(seconds * digits) / digits)
          .c_str());
  ui.note_item("export.length");
  const Vec2 size = exports.preview.size;
  if (size.x > 0) {
    draw_note_line(ui,
                   text::filled(ui.language, words::export_pixels, std::lround(size.x), std::lround(size.y)).c_str());
  }
}

}  // namespace convscope
