#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/document/preset.h"
#include "app/text/text.h"
#include "app/ui/ui.h"
#include "app/ui/workspace.h"

namespace convscope {

/// A line of the list of commands.
struct ListedCommand {
  text::Text label;  ///< "Theme: dark"
  std::string key;   ///< "Ctrl+S"; empty: it has none.
  std::function<void(Workspace&)> run;
  text::Text also{};  ///< Words that it is found by beside its label.
};

/// All that can be done or chosen: what menus, panels and strips have.
[[nodiscard]] std::vector<ListedCommand> listed_commands(const Workspace& workspace, std::span<const Preset> presets);

/// The numbers of those that have all typed words in a label or in what they are called else, in any language and
/// whatever their case; the ones that have them in a label come first.
[[nodiscard]] std::vector<std::size_t> matching(std::span<const ListedCommand> commands, std::string_view typed);

/// The list while it is open: typing narrows it, Up and Down choose, Enter or a click does it.
void draw_command_list(Ui& ui, Workspace& workspace, std::span<const Preset> presets);

}  // namespace convscope
