#include "app/cli/export_plan.h"

#include <filesystem>
#include <utility>

#include "app/cli/chosen_document.h"
#include "app/export/export.h"
#include "app/export/format.h"
#include "app/io/presets.h"

namespace convscope {
namespace {

Result<ExportPlan> plan(const ExportOptions& options, const ChosenLayer& chosen, const std::string& out) {
  const Result<Document> document = document_of(chosen, options.view.applied(saved_view(chosen)));
  if (!document) {
    return document.error();
  }
  Result<ExportPlan> planned = plan_export(document.value(), out, options.choices);
  if (planned) {
    if (const Status possible = check_export(out, frame_numbers(planned.value().animation), options.force); !possible) {
      return possible.error();
    }
  }
  return planned;
}

/// PRESET.gif in the folder, or PRESET_%03d.png where a frame is a file.
std::string name_in_folder(const ExportOptions& options, const std::string& preset) {
  const std::string format = options.format_in_folder();
  const bool one_file = traits(*format_named(format)).holds_animation;
  return (std::filesystem::path(options.out_dir) / (preset + (one_file ? "." : "_%03d.") + format)).string();
}

}  // namespace

Result<std::vector<ExportPlan>> plan_exports(const ExportOptions& options) {
  std::vector<ExportPlan> planned;
  const auto add = [&](const ChosenLayer& chosen, const std::string& out) -> Status {
    Result<ExportPlan> one = plan(options, chosen, out);
    if (!one) {
      return one.error();
    }
    planned.push_back(std::move(one).value());
    return Done{};
  };
  if (!options.all_presets) {
    const Result<ChosenLayer> chosen = options.layer.choose();
    const Status added = chosen ? add(chosen.value(), options.out) : Status(chosen.error());
    return added ? Result<std::vector<ExportPlan>>(std::move(planned)) : added.error();
  }
  for (const Preset& preset : presets()) {
    ChosenLayer chosen;
    chosen.sized = preset.sized;
    chosen.preset = &preset;
    if (const Status added = add(chosen, name_in_folder(options, preset.name)); !added) {
      return added.error();
    }
  }
  return planned;
}

}  // namespace convscope
