#include "app/ui/file_message.h"

#include <algorithm>
#include <string>

#include "app/text/window.h"
#include "app/ui/controls.h"
#include "app/ui/icons.h"
#include "app/ui/sheet.h"

namespace convscope {
namespace {

constexpr float margin = 12;
constexpr float button = 24;
constexpr float button_gap = 8;

bool is_part_of_letter(char byte) { return (static_cast<unsigned char>(byte) & 0xc0U) == 0x80; }

/// A path of thousands of letters would leave no place for what is wrong with it: the middle of such words is left out.
std::string with_short_words(std::string text) {
  constexpr std::size_t longest = 400;
  constexpr std::size_t kept = 150;  // of the beginning and of the end
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    if (end - begin <= longest) {
      begin = end + 1;
      continue;
    }
    std::size_t from = begin + kept;
    std::size_t to = end - kept;
    while (is_part_of_letter(text[from])) {
      --from;
    }
    while (is_part_of_letter(text[to])) {
      ++to;
    }
    text.replace(from, to - from, "…");
    begin = text.find(' ', from);
  }
  return text;
}

/// Whether the sheet says itself what is wrong with what is typed into it.
bool has_place(FileSheet sheet) {
  return sheet == FileSheet::open || sheet == FileSheet::save || sheet == FileSheet::photo;
}

}  // namespace

text::Text sheet_message(const FilesState& files) {
  return files.failed && has_place(files.sheet) ? files.message : text::Text();
}

void draw_file_message(Ui& ui, FilesState& files, const ControlRect& stage) {
  if (files.message.empty() || !sheet_message(files).empty()) {
    return;
  }
  const ImVec2 foot{stage.x + stage.width / 2, stage.y + stage.height - ui.px(margin)};
  ImGui::SetNextWindowPos(foot, ImGuiCond_Always, {0.5F, 1});
  ImGui::SetNextWindowSizeConstraints({0, 0}, {stage.width - 2 * ui.px(margin), stage.height});
  begin_floating_box(ui, "file message");
  const float around = 2 * (ImGui::GetStyle().WindowPadding.x + ui.px(margin));
  const float beside = ui.px(button + button_gap);
  ImGui::BeginGroup();
  ImGui::PushTextWrapPos(stage.width - around - beside);
  colored_text(ui.fonts.text, files.failed ? ui.palette.warning : ui.palette.text,
               ui.shown(with_short_words(ui.say(files.message))));
  ImGui::PopTextWrapPos();
  ImGui::EndGroup();
  ImGui::SameLine(0, ui.px(button_gap));
  bool put_away = icon_button(ui, "file_message.close", Icon::close, ui.say(text::window::dismiss),
                              {.size = {button, button}, .framed = false});
  put_away |= ImGui::IsWindowHovered() && ImGui::IsMouseClicked(ImGuiMouseButton_Left);
  if (put_away) {
    files.message = {};
  }
  end_floating_box();
}

}  // namespace convscope
