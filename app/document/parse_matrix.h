#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "app/text/result.h"

namespace convscope {

/// Numbers in the arrangement that their text had.
struct ParsedMatrix {
  std::vector<std::int64_t> shape;  ///< One to four sizes, outermost first: (n), (rows, columns), (C, H, W), …
  std::vector<float> values;        ///< Row-major.
};

/// A matrix as people type it, spreadsheets copy it, and NumPy, PyTorch, Python and MATLAB print it.
///
/// Without brackets a line is a row, and blank lines stand between channels. Cells are separated by spaces, commas or
/// tabs; `;` separates rows where all is in one line, cells where there are more lines (at a line's end, nothing). A
/// comma within digits is a decimal point where tabs or `;` separate. Lines from `#` on are not read. With brackets
/// these say the arrangement: at most four deep, with `array(` or `tensor(` around them or not; one level of brackets
/// may hold rows with `;` between them. Numbers are those of C and Python, "nan", "inf", True and False, also with −
/// for the minus. Errors name the line and the column.
[[nodiscard]] Result<ParsedMatrix> parse_matrix(std::string_view text);

}  // namespace convscope
