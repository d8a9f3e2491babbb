#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "app/scene/formula.h"
#include "app/ui/ui.h"

namespace convscope {

/// One number of a table in the middle of a box, or a small calculation: text at both of its ends.
struct Chip {
  MathText left;
  MathText right;        ///< Empty: `left` stands in the middle.
  MathText below;        ///< A second line, small; empty: none.
  bool done = true;      ///< Faint while it is still to come.
  bool current = false;  ///< Framed.
  bool winner = false;   ///< Lit.
  bool pointed = false;  ///< Lit, too: it is what the mouse is on, here or in the picture.
};

/// The chips in rows of `columns`, of one size and at one scale, so that they read as a table; a wide one scrolls.
/// Gives the one that the mouse is on.
std::optional<std::size_t> draw_chips(Ui& ui, const std::string& name, std::span<const Chip> chips,
                                      std::int64_t columns);

}  // namespace convscope
