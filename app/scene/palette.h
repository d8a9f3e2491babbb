#pragma once

#include <cstdint>

#include "app/document/document.h"
#include "app/scene/color.h"

namespace convscope {

/// One colour a concept, the same in sliders, formula and grids. Hues follow Okabe & Ito (2008), so that they stay
/// apart for colour-blind eyes; each has at least 4.5:1 against background and panel of its theme.
struct Palette {
  Color background;
  Color panel;
  Color field;  ///< Entry boxes and buttons.
  Color edge;   ///< One-pixel lines between panels.
  Color text;
  Color notes;
  Color accent;  ///< What can be pressed or is chosen; the input's blue.
  Color chosen;  ///< Behind the chosen one of several buttons.
  Color warning;

  Color input;        ///< Solarized blue, as in conv_arithmetic.
  Color output;       ///< Solarized cyan.
  Color output_text;  ///< The output's colour, dark or light enough for text.
  Color input_text;   ///< The input's, likewise.
  Color grid_line;
  Color on_cell;       ///< Numbers on input and output cells.
  Color taken;         ///< Over the cells that the window takes.
  Color winner;        ///< Over the cell whose value a maximum takes.
  Color focus;         ///< Over the cells that the cell under the mouse touches.
  Color on_focus;      ///< Numbers on those.
  Color focus_frame;   ///< Around the cell under the mouse.
  Color hatch;         ///< Over rows and columns that are never read.
  Color pending;       ///< Output cells still to come.
  Color behind_input;  ///< Further channels behind the first.
  Color behind_output;
  Color behind_line;  ///< Their grid lines.
  Color kernel_cell;
  Color behind_kernel;
  Color outline;  ///< Dashes and lines on the bare background.

  Color kernel_size;  ///< k
  Color stride;       ///< s
  Color padding;      ///< p
  Color dilation;     ///< d
  Color groups;       ///< g
};

[[nodiscard]] Palette palette_of(Theme theme);

/// What belongs to one group of a layer in the stack look: its input channels, filters and output channels.
struct GroupColors {
  Color fill;
  Color kernel;   ///< The filters' cells: the fill, paler.
  Color pending;  ///< Output cells still to come.
  Color top;      ///< Upper sides of the slabs, and the sides that face left or right: the fill, darker.
  Color side;
  Color line;
  Color number;  ///< On the fill, and on the filters' cells.
  Color kernel_number;
  Color text;  ///< Of labels: at least 4.5:1 against the background, 7:1 with high contrast.
};

/// Groups have eight colours, of Okabe & Ito's kind; then they come again. The first is the input's.
inline constexpr std::int64_t group_color_count = 8;
[[nodiscard]] GroupColors group_colors(Theme theme, std::int64_t group);

}  // namespace convscope
