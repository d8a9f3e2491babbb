#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>

#include "app/ui/choices.h"
#include "app/ui/controls.h"
#include "app/ui/document_edits.h"
#include "app/ui/ui.h"

namespace convscope {

/// What the rows of the export's sheet are made of. Widths at scale 1.
inline constexpr float export_label_width = 112;
inline constexpr float export_box_width = 136;
inline constexpr float export_number_width = 66;
/// Two boxes stand in a row: where the second one's name begins, and the box itself.
inline constexpr float export_second_name = export_label_width + export_box_width + 16;
inline constexpr float export_second_box = export_second_name + 96;

/// A row's name; what it names stands behind it.
inline void export_label(Ui& ui, const char* text) {
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted(text);
  ImGui::SameLine(ui.px(export_label_width));
}

/// The name of the row's second box, likewise.
inline void export_second_label(Ui& ui, const char* text) {
  ImGui::SameLine(ui.px(export_second_name));
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted(text);
  ImGui::SameLine(ui.px(export_second_box));
}

/// Words between a row's boxes.
inline void export_words(const char* text) {
  ImGui::SameLine();
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted(text);
  ImGui::SameLine();
}

/// The typed number, brought within its bounds; nothing where none was typed.
inline std::optional<double> export_number(Ui& ui, const char* name, double value, double least, double most) {
  const auto typed = value_box(ui, name, static_cast<float>(value), ui.px(export_number_width));
  const auto number = typed ? typed_value(*typed) : std::nullopt;
  return number && std::isfinite(*number) ? std::optional(std::clamp(static_cast<double>(*number), least, most))
                                          : std::nullopt;
}

inline void export_switch(Ui& ui, const char* name, const char* text, bool value, const auto& take) {
  if (ImGui::Checkbox((std::string(text) + "##" + name).c_str(), &value)) {
    take(value);
  }
  ui.note_item(name);
}

}  // namespace convscope
