#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "app/ui/ui.h"
#include "app/ui/workspace.h"

namespace convscope {

/// How one parameter is shown. Typed values may lie beyond the slider's ends; the engine judges them.
struct ParameterRow {
  Parameter parameter;
  const char* letter;  ///< Empty: no badge.
  Color color;
  std::int64_t lowest;
  std::int64_t highest;
  bool per_axis;
};

/// Heights of the rows, at scale 1: boxes over a slider, and a box with a slider beside its name.
inline constexpr float full_row_height = 47;
inline constexpr float short_row_height = 28;

/// Name, boxes for height and width with their link, and below them the slider, or one for each axis.
void draw_full_row(Ui& ui, Workspace& workspace, const ParameterRow& row);
/// Name, slider and box on one line, for a parameter without axes.
void draw_short_row(Ui& ui, Workspace& workspace, const ParameterRow& row);

/// The name at the left edge, behind its badge if it has one, with the row's first line for its height; what it means
/// is said while the mouse rests on it.
void draw_row_name(Ui& ui, const Workspace& workspace, const ParameterRow& row);

/// A box for a whole number; what else is typed is refused in the parameter's name.
[[nodiscard]] std::optional<std::int64_t> whole_number_box(Ui& ui, Workspace& workspace, const std::string& name,
                                                           Parameter parameter, std::int64_t value, float width);

}  // namespace convscope
