#pragma once

#include "app/scene/cell_sum.h"
#include "app/scene/formula.h"

namespace convscope {

/// A step's arithmetic with letters in the place of numbers: x is the input, w the weight, y the output, b the bias;
/// row and column stand below the line, "x₁₂", or in brackets where one has two digits, "x[1, 12]". Padding cells
/// without a source are what they hold, 0 or −∞.

/// "x₁₂·w₀₁", or "x₁₂" where values are compared or averaged.
[[nodiscard]] MathText variable_factors(const CellSum& sum, const Product& product);

/// "y₀₁ = x₀₀·w₀₀ + x₀₁·w₀₁ + b = 2", of the parts that are done; of more channels "y₀₁ = s₀ + s₁ + b = 2" with each
/// one's sum. "y₀₁ = max(x₀₀, x₀₁) = 3"; "y₀₁ = (x₀₀ + x₀₁) / 2 = 3". Too many terms are left out: "y₀₁ = 2". Empty for
/// a stamp.
[[nodiscard]] MathText variable_total(const CellSum& sum);

}  // namespace convscope
