#pragma once

#include <array>
#include <optional>
#include <string>

#include "app/text/errors.h"
#include "app/ui/choices.h"
#include "app/ui/controls.h"
#include "app/ui/number_range.h"
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

/// A box for a number of a range, which is called so where one is refused.
struct ExportNumber {
  const char* control;
  text::Text name;
  NumberRange range;
};

/// The typed number; nothing where none was typed, or one that `refusal` says why it is not taken.
inline std::optional<double> export_number(Ui& ui, text::Text& refusal, const ExportNumber& box, double value) {
  const auto typed = value_box(ui, box.control, static_cast<float>(value), ui.px(export_number_width));
  if (!typed) {
    return std::nullopt;
  }
  const Result<double> number = number_in(box.range, *typed, box.name);
  refusal = number ? text::Text() : text::sentence(number.error());
  return number ? std::optional(number.value()) : std::nullopt;
}

inline void export_switch(Ui& ui, const char* name, const char* text, bool value, const auto& take) {
  if (ImGui::Checkbox((std::string(text) + "##" + name).c_str(), &value)) {
    take(value);
  }
  ui.note_item(name);
}

}  // namespace convscope
