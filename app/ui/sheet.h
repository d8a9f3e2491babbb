#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>

#include "app/ui/choices.h"
#include "app/ui/ui.h"

namespace convscope {

/// A question or a list in the window's middle, over everything. Its content is drawn between the two.
void begin_sheet(Ui& ui, const char* title);
void end_sheet();

/// A box over the stage, as large as its content, that asks nothing; its place is ImGui's next window's.
void begin_floating_box(const Ui& ui, const char* name);
void end_floating_box();

/// What the keyboard is on when buttons appear.
enum class FirstFocus { elsewhere, first_button, last_button };

/// Buttons in a row below the content; gives the one that is pressed.
[[nodiscard]] std::optional<std::size_t> sheet_buttons(Ui& ui, std::span<const Choice> choices,
                                                       FirstFocus focus = FirstFocus::elsewhere);
/// A text in the colour of warnings, in lines of this width.
void draw_warning(const Ui& ui, const std::string& text, float width);

/// The same in a place that is always kept, so that it moves nothing: two lines; longer ones scroll.
void draw_sheet_warning(Ui& ui, const std::string& text, float width);

/// A line in small type.
void draw_note_line(Ui& ui, const char* text);

}  // namespace convscope
