#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "app/ui/ui.h"

namespace convscope {

/// Of number boxes and combos: text and frame, at scale 1.
inline constexpr float box_height = 28;
/// Of a slider, what answers to the mouse.
inline constexpr float slider_height = 20;

/// A box with a number to type over. Gives the typed text once it is finished (Enter, Tab or a click elsewhere) and
/// differs.
[[nodiscard]] std::optional<std::string> number_box(Ui& ui, const std::string& name, std::int64_t value, float width);

/// The same for a value that need not be whole, shown as short as it reads back the same.
[[nodiscard]] std::optional<std::string> value_box(Ui& ui, const std::string& name, float value, float width);

/// A box for several lines, kept in `text` as they are typed.
void multiline_box(Ui& ui, const std::string& name, std::string& text, ImVec2 size);

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

/// Text in a face and a colour.
void colored_text(ImFont* font, Color color, const std::string& text);

/// The same in a place of fixed width: smaller where it is longer, and in the middle of the place's height.
void draw_fitted_text(ImFont* font, Color color, const ControlRect& place, const std::string& text);

/// A hint shown while the mouse rests on the last item.
void hint(const Ui& ui, const std::string& text);
/// The same for one that is disabled: why it is.
void hint_disabled(const Ui& ui, const std::string& text);

}  // namespace convscope
