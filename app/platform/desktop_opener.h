#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "app/platform/programs.h"
#include "app/text/result.h"

namespace convscope {

/// Opens files and folders with the desktop's programs for them.
class DesktopOpener {
 public:
  /// Fails where nothing is here that knows them.
  [[nodiscard]] Status open(const std::filesystem::path& path);
  /// Whether the last one is still being opened.
  [[nodiscard]] bool is_busy() const { return program_.has_value(); }
  /// Asked now and then: why the last one could not be opened, once.
  [[nodiscard]] std::optional<Error> failure();

 private:
  std::optional<StartedProgram> program_;
  std::string path_;
};

}  // namespace convscope
