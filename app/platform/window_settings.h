#pragma once

#include <filesystem>
#include <optional>

#include "app/io/settings.h"
#include "app/text/result.h"
#include "app/ui/workspace.h"

namespace convscope {

/// How the window was left last, in the user's configuration.
class WindowSettings {
 public:
  /// Takes what is remembered over into the workspace. `file`: none where the user has no folders.
  WindowSettings(Workspace& workspace, const std::optional<std::filesystem::path>& file);

  /// As the window was left last.
  [[nodiscard]] const Settings& remembered() const { return kept_; }
  /// Why the file could not be read, if so.
  [[nodiscard]] const std::optional<Error>& problem() const { return problem_; }

  /// Keeps what this window has changed.
  void keep() const;

 private:
  [[nodiscard]] Settings now() const;

  const Workspace& workspace_;
  std::optional<std::filesystem::path> file_;
  Settings kept_;
  std::optional<Error> problem_;
};

}  // namespace convscope
