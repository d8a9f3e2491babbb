#include "app/ui/cell_entry.h"

#include <imgui_stdlib.h>

#include <algorithm>
#include <string_view>

#include "app/text/editing.h"
#include "app/ui/choices.h"
#include "app/ui/controls.h"
#include "app/ui/document_edits.h"

namespace convscope {
namespace {

constexpr float least_width = 64;

/// What begins a number among the characters that were typed since the last frame.
std::string typed_number_start() {
  constexpr std::string_view beginnings = "0123456789-+.";
  std::string typed;
  for (const ImWchar character : ImGui::GetIO().InputQueueCharacters) {
    if (character < 128 && (!typed.empty() || beginnings.find(static_cast<char>(character)) != beginnings.npos)) {
      typed += static_cast<char>(character);
    }
  }
  return typed;
}

/// The cell behind this one, row by row; the last is followed by the first.
CellRef next_cell(const Document& document, const CellRef& cell, const EditedCell& edited) {
  const Shape shape = value_shape(document, edited.target);
  CellRef next = cell;
  next.index.x = (cell.index.x + 1) % shape.width;
  next.index.y = (cell.index.y + (next.index.x == 0 ? 1 : 0)) % shape.height;
  return next;
}

/// A box that gets the keyboard selects all of its text; what follows the first character must not replace it.
int unselect_once(ImGuiInputTextCallbackData* data) {
  bool& pending = *static_cast<bool*>(data->UserData);
  if (pending && data->HasSelection()) {
    data->ClearSelection();
    data->CursorPos = data->BufTextLen;
    pending = false;
  }
  return 0;
}

bool is_pressed(ImGuiKey key) { return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key)); }

}  // namespace

bool takes_numbers(const Workspace& workspace) { return edited_cell(workspace.document, workspace.pinned).has_value(); }

void CellEntry::open(const std::string& first) {
  text_ = first;
  focus_ = true;
  selected_ = true;
}

void CellEntry::take(Workspace& workspace, bool next) {
  const auto value = typed_value(text_);
  FilesState& files = workspace.files;
  if (!value) {
    files.failed = true;
    files.message = text::editing::not_a_value(text_);
  } else if (refused_) {
    files.message = {};
  }
  refused_ = !value;
  if (value) {
    set_value(workspace, *cell_, *value);
    if (const auto edited = edited_cell(workspace.document, cell_); edited && next) {
      workspace.pinned = next_cell(workspace.document, *cell_, *edited);
    }
  }
  cell_.reset();
}

void CellEntry::draw(Ui& ui, Workspace& workspace, const std::optional<ControlRect>& place) {
  if (cell_ && cell_ != workspace.pinned) {
    cell_.reset();
  }
  if (!cell_ && takes_numbers(workspace) && !has_sheet(workspace) && !ImGui::GetIO().WantTextInput) {
    if (const std::string typed = typed_number_start(); !typed.empty()) {
      cell_ = workspace.pinned;
      open(typed);
    }
  }
  if (!cell_ || !place) {
    return;
  }
  const float width = std::max(ui.px(least_width), place->width);
  ImGui::SetNextWindowPos({place->x + place->width / 2, place->y + place->height / 2}, ImGuiCond_Always, {0.5F, 0.5F});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  ImGui::Begin("cell entry", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_AlwaysAutoResize |
                   ImGuiWindowFlags_NoMove);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, frame_padding(ui, box_height));
  ImGui::SetNextItemWidth(width);
  if (focus_) {
    ImGui::SetKeyboardFocusHere();
  }
  const bool entered = ImGui::InputText("##cell_entry", &text_,
                                        ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_CallbackAlways,
                                        unselect_once, &selected_);
  ui.note_item("cell_entry", TabStop::own);
  const bool tab = ui.focus.take_tab();
  const bool left = !focus_ && ImGui::IsItemDeactivated();
  focus_ = focus_ && !ImGui::IsItemActive();
  ImGui::PopStyleVar();
  ImGui::End();
  ImGui::PopStyleVar();
  if (left && is_pressed(ImGuiKey_Escape)) {
    cell_.reset();
  } else if (entered || left || tab) {
    take(workspace, entered || tab);
  }
}

}  // namespace convscope
