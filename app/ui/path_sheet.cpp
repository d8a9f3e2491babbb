#include "app/ui/path_sheet.h"

#include <imgui_stdlib.h>

#include <system_error>
#include <utility>

#include "app/text/window.h"
#include "app/ui/choices.h"
#include "app/ui/file_message.h"
#include "app/ui/file_sheets.h"
#include "app/ui/folder_list.h"
#include "app/ui/sheet.h"

namespace convscope {
namespace {

namespace words = text::window;
namespace fs = std::filesystem;
using Kind = FileRequest::Kind;

constexpr float path_width = 600;
constexpr float list_height = 240;

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

/// The sheet stays until that is done: what cannot be opened or saved need not be typed again.
void request_file(FilesState& files, FileRequest request) {
  if (!std::exchange(files.awaited, true)) {
    request.from_sheet = true;
    files.request = std::move(request);
  }
}

void take_path(Workspace& workspace) {
  FilesState& files = workspace.files;
  std::error_code unknown;
  const fs::path typed = path_of(files.typed, files.folder);
  if (fs::is_directory(typed, unknown)) {
    files.typed = (typed / "").string();  // The list shows what is in it.
    files.type_again = true;
    return;
  }
  if (files.sheet == FileSheet::open) {
    return request_file(files, {.kind = Kind::open, .path = from_root(typed)});
  }
  const fs::path path = session_path(files.typed, files.folder);
  if (path != files.path && fs::exists(path, unknown)) {
    files.sheet = FileSheet::replace;
    return;
  }
  request_file(files, {.kind = Kind::save, .path = path});
}

}  // namespace

fs::path session_path(const std::string& typed, const fs::path& folder) {
  fs::path path = from_root(path_of(typed, folder));
  if (path.extension() != ".json") {
    path += ".json";
  }
  return path;
}

void draw_path_sheet(Ui& ui, Workspace& workspace) {
  FilesState& files = workspace.files;
  const bool saves = files.sheet == FileSheet::save;
  begin_sheet(ui, ui.say(saves ? words::save_heading : words::open_heading));
  ImGui::SetNextItemWidth(ui.px(path_width));
  const std::string before = files.typed;
  if (ImGui::IsWindowAppearing() || files.type_again) {
    ImGui::SetKeyboardFocusHere();
  }
  ui.shown(files.typed);
  const bool entered = ImGui::InputText("##path", &files.typed,
                                        ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_CallbackAlways,
                                        go_to_end, &files.type_again);
  ui.note_item("path");
  const bool listed = draw_folder_list(ui, files.typed, files.folder, {ui.px(path_width), ui.px(list_height)});
  if (files.typed != before) {
    files.message = {};
  }
  draw_sheet_warning(ui, ui.say(sheet_message(files)), ui.px(path_width));
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

void ask_to_replace(Workspace& workspace, const fs::path& path) {
  workspace.files.typed = path.string();
  workspace.files.sheet = FileSheet::replace;
  workspace.files.awaited = false;
  workspace.show_keys = false;
  workspace.show_about = false;
}

void draw_replace_sheet(Ui& ui, Workspace& workspace) {
  FilesState& files = workspace.files;
  const bool is_own = path_of(files.typed, files.folder) == files.path;
  const fs::path path = is_own ? files.path : session_path(files.typed, files.folder);
  begin_sheet(ui, ui.say(words::replace_heading));
  ImGui::PushTextWrapPos(ui.px(520));
  const text::Phrase& question = is_own ? words::changed_meanwhile : words::export_replace_question;
  ImGui::TextUnformatted(ui.shown(text::filled(ui.language, question, path.string())).c_str());
  ImGui::PopTextWrapPos();
  const std::array<Choice, 2> choices{Choice{"replace.ok", ui.say(words::export_replace), {}},
                                      Choice{"replace.cancel", ui.say(words::cancel), {}}};
  const auto pressed = sheet_buttons(ui, choices, FirstFocus::last_button);
  end_sheet();
  if (pressed == 0U) {
    request_file(files, {.kind = Kind::save, .path = path, .changes_lost = true});
  } else if (pressed == 1U) {
    files.sheet = FileSheet::save;  // For another name.
  }
}

}  // namespace convscope
