#include "app/ui/export_rows.h"

#include <imgui_stdlib.h>

#include <array>
#include <filesystem>

#include "app/document/view_names.h"
#include "app/export/format.h"
#include "app/export/target.h"
#include "app/text/window.h"
#include "app/ui/export_row_parts.h"
#include "app/ui/folder_list.h"

namespace convscope {
namespace {

namespace words = text::window;

constexpr float path_width = 540;
constexpr float format_width = 104;
constexpr float title_width = 212;
constexpr float language_width = 104;
constexpr float color_width = 34;  ///< With the gap before it.

/// The path with another suffix. Pictures have a number each in their names.
std::string with_format(const std::string& typed, const FormatTraits& format) {
  const std::filesystem::path path = typed;
  const Result<ExportTarget> target = parse_target(path);
  std::string stem = path.stem().string();
  if (target && target.value().numbered) {
    stem = target.value().name;  // Up to the number.
    stem.resize(stem.find_last_not_of("_-. ") + 1);
  }
  return (path.parent_path() / (stem + (format.holds_animation ? "" : "_%03d") + std::string(format.suffix))).string();
}

void draw_formats(Ui& ui, ExportsState& exports) {
  std::vector<Choice> choices;
  for (const FormatTraits& format : all_formats()) {
    choices.push_back({std::string(format.suffix.substr(1)), std::string(format.name), {}});
  }
  const std::optional<ExportFormat> now = format_of(exports.path);
  const auto chosen = now ? std::optional(static_cast<std::size_t>(*now)) : std::nullopt;
  if (const auto picked = combo(ui, "export.format", choices, chosen, {.width = ui.px(format_width)})) {
    exports.path = with_format(exports.path, all_formats()[*picked]);
  }
}

enum class SizeKind : std::size_t { natural, pixels, scale };

void draw_size(Ui& ui, ExportsState& exports) {
  const ExportPreviewState& preview = exports.preview;
  ExportChoices& choices = exports.choices;
  const SizeKind kind = choices.size ? SizeKind::pixels : choices.scale ? SizeKind::scale : SizeKind::natural;
  const std::array<Choice, 3> kinds{Choice{"natural", ui.say(words::export_natural), {}},
                                    Choice{"pixels", ui.say(words::export_in_pixels), {}},
                                    Choice{"scale", ui.say(words::export_scale), {}}};
  export_label(ui, ui.say(words::export_size));
  const auto picked =
      combo(ui, "export.size", kinds, static_cast<std::size_t>(kind), {.width = ui.px(export_box_width)});
  if (picked) {
    const auto wanted = static_cast<SizeKind>(*picked);
    choices.size =
        wanted == SizeKind::pixels ? std::optional(preview.size.x > 0 ? preview.size : Vec2{1280, 720}) : std::nullopt;
    choices.scale = wanted == SizeKind::scale ? std::optional(1.0) : std::nullopt;
  }
  if (choices.size) {
    ImGui::SameLine();
    const auto side = [&](const char* control, const text::Phrase& name, float& value) {
      const ExportNumber box{control, name, {min_export_side, max_export_side, true}};
      value = static_cast<float>(export_number(ui, exports.refusal, box, value).value_or(value));
    };
    side("export.width", text::picture::width, choices.size->x);
    export_words("\u00d7");
    side("export.height", text::picture::height, choices.size->y);
  } else if (choices.scale) {
    ImGui::SameLine();
    const ExportNumber box{"export.scale", words::export_scale, {least_export_scale, most_export_scale}};
    choices.scale = export_number(ui, exports.refusal, box, *choices.scale).value_or(*choices.scale);
  }
}

void draw_theme(Ui& ui, View& view, ExportChoices& choices) {
  const std::array<Choice, 4> names{
      Choice{"light", ui.say(words::menu_light), {}}, Choice{"dark", ui.say(words::menu_dark), {}},
      Choice{"high-contrast", ui.say(words::menu_high_contrast), {}},
      Choice{"reader", ui.say(words::export_readers_theme), ui.say(words::export_readers_theme_brief)}};
  const std::size_t now = choices.readers_theme ? themes.size() : static_cast<std::size_t>(view.theme);
  export_label(ui, ui.say(words::export_theme));
  const auto picked = combo(ui, "export.theme", names, now, {.width = ui.px(export_box_width)});
  hint(ui, ui.say(words::export_readers_theme_hint));
  if (picked) {
    choices.readers_theme = *picked == themes.size();
    view.theme = choices.readers_theme ? Theme::light : themes[*picked].value;
  }
}

/// Behind the theme, in its row.
void draw_background(Ui& ui, Background& background) {
  const std::array<Choice, 3> kinds{Choice{"theme", ui.say(words::export_theme_background), {}},
                                    Choice{"transparent", ui.say(words::export_transparent), {}},
                                    Choice{"color", ui.say(words::export_own_color), {}}};
  const std::size_t now = background.transparent ? 1 : background.color ? 2 : 0;
  export_second_label(ui, ui.say(words::export_background));
  const float width = export_box_width - (background.color ? color_width : 0);
  if (const auto picked = combo(ui, "export.background", kinds, now, {.width = ui.px(width)})) {
    background = {*picked == 1, *picked == 2 ? std::optional(rgb(0xffffff)) : std::nullopt};
  }
  if (background.color) {
    ImGui::SameLine(0, ui.px(4));
    std::array<float, 3> parts{background.color->red, background.color->green, background.color->blue};
    ImGui::ColorEdit3("##export.color", parts.data(), ImGuiColorEditFlags_NoInputs);
    background.color = Color{parts[0], parts[1], parts[2]};
    ui.note_item("export.color");
  }
}

void draw_parts(Ui& ui, ExportsState& exports) {
  ExportChoices& choices = exports.choices;
  const bool page = format_of(exports.path) == ExportFormat::html;
  export_label(ui, ui.say(words::export_with));
  export_switch(ui, "export.labels", ui.say(words::export_labels),
                choices.labels.value_or(exports.view.look != Look::oblique), [&](bool on) { choices.labels = on; });
  ImGui::SameLine(0, ui.px(14));
  export_switch(ui, "export.numbers", ui.say(words::export_numbers), shows_numbers(exports.view, choices),
                [&](bool on) { choices.numbers = on; });
  ImGui::SameLine(0, ui.px(14));
  export_switch(ui, "export.formula", ui.say(words::export_formula), choices.formula.value_or(page),
                [&](bool on) { choices.formula = on; });
}

/// And the language of all words in the picture.
void draw_title(Ui& ui, ExportChoices& choices) {
  export_label(ui, ui.say(words::export_title));
  ImGui::SetNextItemWidth(ui.px(title_width));
  ui.shown(choices.title);
  ImGui::InputTextWithHint("##export.title", ui.say(words::export_title_hint), &choices.title);
  ui.note_item("export.title");
  ImGui::SameLine();
  const std::array<Choice, text::languages.size()> names{Choice{"en", "English", {}}, Choice{"ko", "한국어", {}}};
  // A list: in an English window only the plain face has letters for the other language.
  if (const auto picked = combo(ui, "export.language", names, static_cast<std::size_t>(choices.language),
                                {.width = ui.px(language_width)})) {
    choices.language = text::languages[*picked];
  }
}

}  // namespace

bool draw_export_file_row(Ui& ui, Workspace& workspace) {
  ExportsState& exports = workspace.exports;
  const std::string before = exports.path;
  export_label(ui, ui.say(words::export_to));
  ImGui::SetNextItemWidth(ui.px(path_width));
  ui.shown(exports.path);
  const bool entered = ImGui::InputText("##export.path", &exports.path, ImGuiInputTextFlags_EnterReturnsTrue);
  ui.note_item("export.path");
  ImGui::SameLine();
  draw_formats(ui, exports);
  if (exports.path != before) {
    exports.refusal = {};
    exports.asks_to_replace = false;
  }
  return entered;
}

void draw_export_picture_rows(Ui& ui, Workspace& workspace) {
  ExportsState& exports = workspace.exports;
  draw_size(ui, exports);
  draw_theme(ui, exports.view, exports.choices);
  draw_background(ui, exports.choices.background);
  draw_export_view_rows(ui, workspace);
  draw_parts(ui, exports);
  draw_title(ui, exports.choices);
}

}  // namespace convscope
