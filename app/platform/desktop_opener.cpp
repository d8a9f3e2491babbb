#include "app/platform/desktop_opener.h"

#include "app/text/export_errors.h"

namespace convscope {

Status DesktopOpener::open(const std::filesystem::path& path) {
  path_ = path.string();
  program_ = start_program("xdg-open", {path_});
  return program_ ? Status(Done{}) : text::opener_missing(path_);
}

std::optional<Error> DesktopOpener::failure() {
  const std::optional<int> status = program_ ? program_->status() : std::nullopt;
  if (!status) {
    return std::nullopt;
  }
  program_.reset();
  return *status == 0 ? std::nullopt : std::optional(text::opener_failed(path_));
}

}  // namespace convscope
