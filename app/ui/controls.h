#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "app/ui/ui.h"

namespace convscope {

/// A box with a number to type over. Gives the typed text once it is finished (Enter, Tab or a click elsewhere) and
/// differs.
[[nodiscard]] std::optional<std::string> number_box(Ui& ui, const std::string& name, std::int64_t value, float width);

/// What a value slider runs over.
struct SliderRange {
  std::int64_t lowest = 0;
  std::int64_t highest = 1;
  std::span<const std::int64_t> valid;  ///< Where it may stop, ascending; not empty.
};

/// A track with a knob, moved by dragging or by the wheel; it stops only at valid values and dims the track that none
/// of them reaches. Gives the new value when it changes.
[[nodiscard]] std::optional<std::int64_t> value_slider(Ui& ui, const std::string& name, std::int64_t value,
                                                       const SliderRange& range, Color color, float width);

/// A parameter's letter in a small box of its colour.
void badge(const Ui& ui, const std::string& letter, Color color);

/// A flat button; a chosen one is filled.
[[nodiscard]] bool choice_button(Ui& ui, const std::string& name, const std::string& label, bool chosen);

enum class Icon { first, back, play, pause, forward, last, close };
/// A button with a sign; `primary` is filled with the accent.
[[nodiscard]] bool icon_button(Ui& ui, const std::string& name, Icon icon, bool primary, const char* hint);

/// Text in a face and a colour.
void colored_text(ImFont* font, Color color, const std::string& text);

/// A hint shown while the mouse rests on the last item.
void hint(const Ui& ui, const std::string& text);

}  // namespace convscope
