#include "app/ui/folder_list.h"

#include <algorithm>
#include <cstdlib>
#include <system_error>
#include <utility>
#include <vector>

namespace convscope {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_entries = 1000;

struct FolderEntry {
  std::string name;
  bool is_folder = false;
};

/// Folders first, each kind by name. Empty where the folder cannot be read.
std::vector<FolderEntry> entries_of(const fs::path& folder) {
  std::vector<FolderEntry> entries;
  std::error_code error;
  for (fs::directory_iterator at(folder, fs::directory_options::skip_permission_denied, error), end;
       !error && at != end && entries.size() < most_entries; at.increment(error)) {
    const std::string name = at->path().filename().string();
    std::error_code unknown;
    if (!name.starts_with('.')) {
      entries.push_back({name, at->is_directory(unknown)});
    }
  }
  std::ranges::sort(entries, [](const FolderEntry& a, const FolderEntry& b) {
    return std::pair(!a.is_folder, a.name) < std::pair(!b.is_folder, b.name);
  });
  return entries;
}

}  // namespace

fs::path current_folder() {
  std::error_code gone;
  const fs::path folder = fs::current_path(gone);
  return gone ? fs::path("/") : folder;
}

fs::path path_of(const std::string& typed, const fs::path& folder) {
  const char* const home = std::getenv("HOME");
  if (typed.starts_with("~/") && home != nullptr) {
    return fs::path(home) / typed.substr(2);
  }
  return folder / typed;
}

bool draw_folder_list(Ui& ui, std::string& typed, const fs::path& base, ImVec2 size) {
  const fs::path path = path_of(typed, base);
  std::error_code error;
  const fs::path folder = fs::is_directory(path, error) ? path : path.parent_path();
  bool taken = false;
  ImGui::PushStyleColor(ImGuiCol_ChildBg, imgui_color(ui.palette.panel));
  ImGui::BeginChild("folder", size, true);
  const auto go_to = [&](const fs::path& to) { typed = (to / "").string(); };
  if (folder.has_parent_path()) {
    const bool up = ImGui::Selectable("../");
    ui.note_item("entry_above");  // From here on arrows lead through the list.
    if (up) {
      go_to(fs::path(folder / "").parent_path().parent_path());
    }
  }
  for (const FolderEntry& entry : entries_of(folder)) {
    const std::string label = entry.name + (entry.is_folder ? "/" : "");
    if (ImGui::Selectable(ui.shown(label).c_str(), false, ImGuiSelectableFlags_AllowDoubleClick)) {
      if (entry.is_folder) {
        go_to(folder / entry.name);
      } else {
        typed = (folder / entry.name).string();
        taken = ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left) || ImGui::GetIO().NavVisible;
      }
    }
    ui.note_item("entry." + entry.name, TabStop::none);
  }
  ImGui::EndChild();
  ImGui::PopStyleColor();
  return taken;
}

}  // namespace convscope
