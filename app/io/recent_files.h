#pragma once

#include <filesystem>
#include <vector>

#include "app/io/settings.h"

namespace convscope {

/// Absolute paths, the newest first, each once.
using RecentFiles = std::vector<std::filesystem::path>;
inline constexpr std::size_t most_recent_files = 12;

/// The list with a file in front; the oldest goes when there are too many. A relative path is made absolute.
[[nodiscard]] RecentFiles with_recent(RecentFiles files, const std::filesystem::path& file);

/// Both lists, each file once: another window may have opened other files since this one's list was read.
[[nodiscard]] RecentFiles joined(RecentFiles newer, const RecentFiles& older);

/// Those that are there yet, or of which nobody can tell.
[[nodiscard]] RecentFiles without_gone(RecentFiles files);

/// {"files": ["/…"]}. A missing file is an empty list; of a broken one what can be read is taken.
[[nodiscard]] Tolerated<RecentFiles> read_recent_files(const std::filesystem::path& file);

/// Makes the file's folder where it is missing; the file appears when it is complete. Paths that are no UTF-8, which
/// JSON cannot hold, are left out.
[[nodiscard]] Status write_recent_files(const std::filesystem::path& file, const RecentFiles& files);

}  // namespace convscope
