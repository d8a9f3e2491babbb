#pragma once

#include <filesystem>
#include <string>

#include "app/ui/ui.h"

namespace convscope {

/// Where the program was started; the root, where that folder is no more.
[[nodiscard]] std::filesystem::path current_folder();

/// A typed path; "~/" is the user's home. One that begins nowhere begins in the folder, where one is given.
[[nodiscard]] std::filesystem::path path_of(const std::string& typed, const std::filesystem::path& folder = {});

/// What is in the folder of a typed path, which may begin in `base`: folders first, hidden names left out, at most a
/// thousand. A click on a folder goes into it; on a file puts its path into `typed`; a double click on a file, or
/// Enter, gives true.
[[nodiscard]] bool draw_folder_list(Ui& ui, std::string& typed, const std::filesystem::path& base, ImVec2 size);

}  // namespace convscope
