#include "app/platform/window_settings.h"

namespace convscope {
namespace {

std::optional<text::Language> language_of(LanguageChoice choice) {
  switch (choice) {
    case LanguageChoice::locale:
      return std::nullopt;
    case LanguageChoice::english:
      return text::Language::english;
    case LanguageChoice::korean:
      return text::Language::korean;
  }
  return std::nullopt;
}

LanguageChoice choice_of(const std::optional<text::Language>& language) {
  if (!language) {
    return LanguageChoice::locale;
  }
  return *language == text::Language::korean ? LanguageChoice::korean : LanguageChoice::english;
}

}  // namespace

WindowSettings::WindowSettings(Workspace& workspace, const std::optional<std::filesystem::path>& file)
    : workspace_(workspace), file_(file) {
  if (!file_) {
    return;
  }
  const Tolerated<Settings> read = read_settings(*file_);
  kept_ = read.value;
  problem_ = read.problem;
  workspace.zoom = static_cast<float>(kept_.interface_scale);
  workspace.language = language_of(kept_.language);
  workspace.show_layer_panel = kept_.layer_panel.shown;
  workspace.show_arithmetic_panel = kept_.arithmetic_panel.shown;
  workspace.layer_panel_width = static_cast<float>(kept_.layer_panel.width);
  workspace.arithmetic_panel_width = static_cast<float>(kept_.arithmetic_panel.width);
}

void WindowSettings::keep() const {
  if (file_ && now() != kept_) {
    const Settings in_file = read_settings(*file_).value;
    static_cast<void>(write_settings(*file_, merged(kept_, now(), in_file)));  // There is nobody left to tell.
  }
}

Settings WindowSettings::now() const {
  Settings settings = kept_;
  settings.interface_scale = workspace_.zoom;
  settings.language = choice_of(workspace_.language);
  settings.layer_panel.shown = workspace_.show_layer_panel;
  settings.arithmetic_panel.shown = workspace_.show_arithmetic_panel;
  settings.layer_panel.width = workspace_.layer_panel_width;
  settings.arithmetic_panel.width = workspace_.arithmetic_panel_width;
  settings.theme = workspace_.document.view.theme;
  settings.axis_order = workspace_.document.view.axis_order;
  return settings;
}

}  // namespace convscope
