#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "app/export/animation.h"
#include "app/export/format.h"
#include "app/text/result.h"

namespace convscope {

/// What `--out` asks for: one file, or one a frame with the frame's number in its name.
struct ExportTarget {
  ExportFormat format = ExportFormat::gif;
  std::filesystem::path folder;
  std::string name;          ///< The whole name, or what stands before the number.
  std::string after_number;  ///< Only when numbered.
  int digits = 0;            ///< Least digits of the number, filled with zeros.
  bool numbered = false;

  [[nodiscard]] std::filesystem::path path(std::int64_t number) const;
};

/// Reads a path as in name.gif, name.png or name_%03d.png. Fails for unknown suffixes and, where a format can be one
/// file a frame, for any % in the path that is not one %d or %0Nd in the file's name. Looks at no disk.
[[nodiscard]] Result<ExportTarget> parse_target(const std::filesystem::path& path);

/// Whether the frames can be written there: enough names for them, a folder that may be written to, no folder in the
/// way and, unless `overwrite`, no file either.
[[nodiscard]] Status check_target(const ExportTarget& target, const FrameNumbers& numbers, bool overwrite);

}  // namespace convscope
