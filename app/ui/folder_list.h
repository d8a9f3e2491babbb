#pragma once

#include <filesystem>
#include <string>

#include "app/ui/ui.h"

namespace convscope {

/// Where the program was started; the root, where that folder is no more.
[[nodiscard]] std::filesystem::path current_folder();

/// A typed path; "~/" is the user's home.
[[nodiscard]] std::filesystem::path path_of(const std::string& typed);

/// What is in the folder of a typed path: folders first, hidden names left out, at most a thousand. A click on a folder
/// goes into it; on a file puts its path into `typed`; a double click on a file, or Enter, gives true.
[[nodiscard]] bool draw_folder_list(Ui& ui, std::string& typed, ImVec2 size);

}  // namespace convscope
