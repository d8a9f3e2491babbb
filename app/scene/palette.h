#pragma once

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

}  // namespace convscope
