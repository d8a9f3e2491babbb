#pragma once

#include <optional>
#include <string>

#include "app/cli/export_values.h"
#include "app/cli/layer_options.h"
#include "app/cli/view_options.h"
#include "app/document/document.h"
#include "app/export/choices.h"
#include "app/text/result.h"

namespace convscope {

/// What `export`'s flags say.
struct ExportOptions {
  LayerOptions layer;
  std::string out;
  bool all_presets = false;
  std::string out_dir;
  std::optional<std::string> format{};  ///< Of the files in out_dir; left out: GIF.
  ExportChoices choices{};
  ViewOptions view{View{.look = Look::oblique}};
  std::optional<ProgressStyle> progress{};
  bool force = false;

  [[nodiscard]] std::string format_in_folder() const { return format.value_or("gif"); }
};

/// Before parsing; the options live as long as the command.
void add_export_flags(CLI::App& command, ExportOptions& options);

/// After parsing: flags that are missing or that contradict each other.
[[nodiscard]] Status check_usage(const ExportOptions& options);

}  // namespace convscope
