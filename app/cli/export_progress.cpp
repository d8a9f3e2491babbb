#include "app/cli/export_progress.h"

#include <unistd.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "app/text/export_errors.h"

namespace convscope {
namespace {

constexpr const char* clear_line = "\r\033[K";

/// In one line. A file's name is bytes; those that are no UTF-8 become U+FFFD.
std::string line_of(const nlohmann::json& json) {
  return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace

ProgressStyle default_progress() {
  return ::isatty(STDERR_FILENO) == 1 ? ProgressStyle::terminal : ProgressStyle::none;
}

void ExportProgress::frame_done(const std::filesystem::path& path, std::int64_t done, std::int64_t total) {
  if (style_ == ProgressStyle::json) {
    out_ << line_of({{"out", path.string()}, {"frames_done", done}, {"frames", total}}) << std::endl;
  } else if (style_ == ProgressStyle::terminal) {
    has_line_ = true;
    std::cerr << clear_line << text::export_progress(path, done, total) << std::flush;
  }
}

void ExportProgress::end() {
  if (has_line_) {
    std::cerr << clear_line << std::flush;
    has_line_ = false;
  }
}

void ExportProgress::file_done(const ExportTarget& target, const FrameNumbers& frames, Vec2 size, Vec2 wanted) {
  end();
  const bool several = target.numbered && frames.count > 1;
  const std::filesystem::path first = target.path(frames.first);
  const std::filesystem::path last = several ? target.path(frames.first + frames.count - 1) : "";
  const auto width = static_cast<int>(size.x);
  const auto height = static_cast<int>(size.y);
  if (style_ == ProgressStyle::json) {
    nlohmann::json line{{"out", first.string()}, {"done", true}, {"frames", frames.count}, {"size", {width, height}}};
    if (several) {
      line["last"] = last.string();
    }
    out_ << line_of(line) << std::endl;
    return;
  }
  out_ << text::exported(first, last, frames.count, width, height);
  if (size != wanted) {
    out_ << text::made_even(traits(target.format).name);
  }
  out_ << '\n';
}

}  // namespace convscope
