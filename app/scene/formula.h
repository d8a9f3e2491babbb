#pragma once

#include <string>
#include <vector>

#include "app/scene/palette.h"
#include "app/text/phrase.h"
#include "engine/arithmetic.h"

namespace convscope {

/// What a piece of text speaks of, and so its colour: the same on its slider, in the formulas and in the grids.
enum class Role { plain, notes, input, output, kernel_size, stride, padding, dilation, groups };

[[nodiscard]] Color role_color(const Palette& palette, Role role);

/// A piece of a formula in one colour. Roles other than plain and notes are set in bold.
struct MathRun {
  std::string text;
  Role role = Role::plain;
  bool operator==(const MathRun&) const = default;
};
using MathText = std::vector<MathRun>;

/// One line: `before`, up to the equals sign; then ⌊numerator / denominator⌋ as a fraction when there is a numerator;
/// then `after`.
struct FormulaLine {
  MathText before;
  MathText numerator;
  MathText denominator;
  MathText after;
  bool operator==(const FormulaLine&) const = default;
};

/// The derivation of the output size along one axis: the symbols, the same with today's numbers, each reduction, the
/// result.
[[nodiscard]] std::vector<FormulaLine> size_formula(const AxisArithmetic& axis);

/// The same for both axes: once where they are alike; otherwise the symbols, and for each axis the numbers and the
/// result, with the axis named.
[[nodiscard]] std::vector<FormulaLine> size_formula(text::Language language, const OutputArithmetic& arithmetic);

/// The line's plain text, a fraction on one line: "out = ⌊(in + 2·p − d·(k − 1) − 1) / s⌋ + 1".
[[nodiscard]] std::string plain_text(const FormulaLine& line);

}  // namespace convscope
