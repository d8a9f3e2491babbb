#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>

#include "app/cli/export_values.h"
#include "app/export/export.h"
#include "app/export/target.h"

namespace convscope {

/// Tells how an export goes on: on the terminal of standard error a line that changes and vanishes in the end; as JSON
/// a line for every frame on standard output, and one for the finished file.
class ExportProgress {
 public:
  ExportProgress(ProgressStyle style, std::ostream& out) : style_(style), out_(out) {}

  void frame_done(const std::filesystem::path& path, std::int64_t done, std::int64_t total);

  /// Takes the line away.
  void end();

  /// The finished file, in words unless JSON is asked for.
  void file_done(const ExportTarget& target, const FrameNumbers& frames, Vec2 size, Vec2 wanted);

 private:
  ProgressStyle style_;
  std::ostream& out_;
  bool has_line_ = false;
};

/// The style where none is asked for: a line on a terminal, else nothing.
[[nodiscard]] ProgressStyle default_progress();

}  // namespace convscope
