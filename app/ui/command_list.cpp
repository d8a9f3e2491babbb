#include "app/ui/command_list.h"

#include <imgui_stdlib.h>

#include <algorithm>
#include <cctype>
#include <sstream>

#include "app/text/window.h"
#include "app/ui/controls.h"
#include "app/ui/sheet.h"

namespace convscope {
namespace {

constexpr float list_width = 460;
constexpr float list_height = 360;
constexpr float key_width = 110;

/// ASCII's capitals small; other letters as they are.
std::string small(std::string_view text) {
  std::string letters(text);
  std::ranges::transform(letters, letters.begin(), [](unsigned char letter) { return std::tolower(letter); });
  return letters;
}

bool has_all(const std::string& text, std::span<const std::string> words) {
  return std::ranges::all_of(words, [&](const std::string& word) { return text.find(word) != std::string::npos; });
}

/// Up and Down while the text has the focus.
int move_choice(ImGuiInputTextCallbackData* data) {
  auto& move = *static_cast<int*>(data->UserData);
  move += data->EventKey == ImGuiKey_DownArrow ? 1 : -1;
  return 0;
}

struct TypedLine {
  bool entered = false;
  bool left = false;  ///< By Esc.
  int move = 0;       ///< Of the choice: lines down.
};

TypedLine draw_typed(Ui& ui, std::string& typed) {
  TypedLine line;
  if (ImGui::IsWindowAppearing()) {
    ImGui::SetKeyboardFocusHere();
  }
  ImGui::SetNextItemWidth(ui.px(list_width));
  line.entered = ImGui::InputTextWithHint("##commands", ui.say(text::window::command_hint), &typed,
                                          ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_CallbackHistory,
                                          move_choice, &line.move);
  line.left = ImGui::IsItemDeactivated() && !line.entered && ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape));
  ui.note_item("commands");
  return line;
}

/// Gives the line that is clicked, as its place in `shown`.
std::optional<std::size_t> draw_lines(Ui& ui, std::span<const ListedCommand> commands,
                                      std::span<const std::size_t> shown, std::size_t chosen, bool moved) {
  std::optional<std::size_t> clicked;
  if (ImGui::BeginChild("lines", {ui.px(list_width), ui.px(list_height)})) {
    for (std::size_t i = 0; i < shown.size(); ++i) {
      const ListedCommand& command = commands[shown[i]];
      const std::string name = "command." + std::to_string(i);
      if (ImGui::Selectable((ui.say(command.label) + "##" + name).c_str(), i == chosen)) {
        clicked = i;
      }
      ui.note_item(name);
      if (i == chosen && moved) {
        ImGui::SetScrollHereY();
      }
      ImGui::SameLine(ui.px(list_width - key_width));
      colored_text(ui.fonts.note, ui.palette.notes, command.key);
    }
    if (shown.empty()) {
      colored_text(ui.fonts.text, ui.palette.notes, ui.say(text::window::command_none));
    }
  }
  ImGui::EndChild();
  return clicked;
}

}  // namespace

std::vector<std::size_t> matching(std::span<const ListedCommand> commands, std::string_view typed) {
  std::vector<std::string> words;
  std::istringstream reader(small(typed));
  for (std::string word; reader >> word;) {
    words.push_back(word);
  }
  std::vector<std::size_t> found;
  std::vector<std::size_t> otherwise;
  for (std::size_t i = 0; i < commands.size(); ++i) {
    const ListedCommand& command = commands[i];
    std::string all;
    const bool by_label = std::ranges::any_of(text::languages, [&](text::Language language) {
      const std::string label = small(command.label.in(language));
      all += label + "\n" + command.also.in(language) + "\n";
      return has_all(label, words);
    });
    if (by_label) {
      found.push_back(i);
    } else if (has_all(all, words)) {
      otherwise.push_back(i);
    }
  }
  found.insert(found.end(), otherwise.begin(), otherwise.end());
  return found;
}

void draw_command_list(Ui& ui, Workspace& workspace, std::span<const Preset> presets) {
  CommandListState& state = workspace.command_list;
  if (!state.open) {
    return;
  }
  const std::vector<ListedCommand> commands = listed_commands(workspace, presets);
  begin_sheet(ui, ui.say(text::window::menu_commands));
  const TypedLine line = draw_typed(ui, state.typed);
  const std::vector<std::size_t> shown = matching(commands, state.typed);
  const auto last = static_cast<std::ptrdiff_t>(shown.size()) - 1;
  const std::ptrdiff_t wanted = static_cast<std::ptrdiff_t>(state.chosen) + line.move;
  state.chosen = static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, std::min(wanted, last)));
  const std::optional<std::size_t> clicked = draw_lines(ui, commands, shown, state.chosen, line.move != 0);
  end_sheet();
  const std::optional<std::size_t> taken = line.entered && !shown.empty() ? std::optional(state.chosen) : clicked;
  if (line.left || taken) {
    state.open = false;
  }
  if (taken) {
    commands[shown[*taken]].run(workspace);
  }
}

}  // namespace convscope
