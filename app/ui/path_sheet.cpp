#include "app/ui/path_sheet.h"

#include <imgui_stdlib.h>

#include <system_error>
#include <utility>

#include "app/text/window.h"
#include "app/ui/choices.h"
#include "app/ui/file_sheets.h"
#include "app/ui/folder_list.h"
#include "app/ui/sheet.h"

namespace convscope {
namespace {

namespace words = text::window;
namespace fs = std::filesystem;
using Kind = FileRequest::Kind;

fs::path from_root(const fs::path& path) {
  std::error_code unknown;
  const fs::path absolute = fs::absolute(path, unknown);
  return absolute.empty() ? path : absolute;
}

/// Where typing goes on that was asked for again.
int go_to_end(ImGuiInputTextCallbackData* data) {
  if (std::exchange(*static_cast<bool*>(data->UserData), false)) {
    data->ClearSelection();
    data->CursorPos = data->BufTextLen;
  }
  return 0;
}

void request_file(FilesState& files, Kind kind, const fs::path& path) {
  files.request = FileRequest{.kind = kind, .path = path};
  files.sheet = FileSheet::none;
}

void take_path(Workspace& workspace) {
  FilesState& files = workspace.files;
  std::error_code unknown;
  if (fs::is_directory(path_of(files.typed), unknown)) {
    files.typed = (path_of(files.typed) / "").string();  // The list shows what is in it.
    files.type_again = true;
    return;
  }
  if (files.sheet == FileSheet::open) {
    return request_file(files, Kind::open, from_root(path_of(files.typed)));
  }
  const fs::path path = session_path(files.typed);
  if (path != files.path && fs::exists(path, unknown)) {
    files.sheet = FileSheet::replace;
    return;
  }
  request_file(files, Kind::save, path);
}

}  // namespace

fs::path session_path(const std::string& typed) {
  fs::path path = from_root(path_of(typed));
  if (path.extension() != ".json") {
    path += ".json";
  }
  return path;
}

void draw_path_sheet(Ui& ui, Workspace& workspace) {
  FilesState& files = workspace.files;
  const bool saves = files.sheet == FileSheet::save;
  begin_sheet(ui, saves ? ui.say(words::menu_save_as) : ui.say(words::menu_open));
  ImGui::SetNextItemWidth(ui.px(520));
  if (ImGui::IsWindowAppearing() || files.type_again) {
    ImGui::SetKeyboardFocusHere();
  }
  ui.shown(files.typed);
  const bool entered = ImGui::InputText("##path", &files.typed,
                                        ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_CallbackAlways,
                                        go_to_end, &files.type_again);
  ui.note_item("path");
  const bool listed = draw_folder_list(ui, files.typed, {ui.px(520), ui.px(260)});
  const std::array<Choice, 2> choices{Choice{"path.ok", saves ? ui.say(words::save) : ui.say(words::open), {}},
                                      Choice{"path.cancel", ui.say(words::cancel), {}}};
  const auto pressed = sheet_buttons(ui, choices);
  end_sheet();
  if (pressed == 1U) {
    return close_sheet(files);
  }
  if ((entered || listed || pressed == 0U) && !files.typed.empty()) {
    take_path(workspace);
  }
}

void draw_replace_sheet(Ui& ui, Workspace& workspace) {
  FilesState& files = workspace.files;
  const fs::path path = session_path(files.typed);
  begin_sheet(ui, ui.say(words::replace_heading));
  ImGui::PushTextWrapPos(ui.px(520));
  ImGui::TextUnformatted(ui.shown(text::filled(ui.language, words::export_replace_question, path.string())).c_str());
  ImGui::PopTextWrapPos();
  const std::array<Choice, 2> choices{Choice{"replace.ok", ui.say(words::export_replace), {}},
                                      Choice{"replace.cancel", ui.say(words::cancel), {}}};
  const auto pressed = sheet_buttons(ui, choices, FirstFocus::last_button);
  end_sheet();
  if (pressed == 0U) {
    request_file(files, Kind::save, path);
  } else if (pressed == 1U) {
    files.sheet = FileSheet::save;  // For another name.
  }
}

}  // namespace convscope
