#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace convscope {

/// A formula as lines of this width (pixels at scale 1, as `size` is), broken before a + or the last =, or behind a
/// comma; never within a cell's brackets.
[[nodiscard]] std::vector<std::string> formula_lines(const std::string& formula, float size, float width);

/// The same in at most this many lines: terms before the result that find no room become "…".
[[nodiscard]] std::vector<std::string> formula_lines(const std::string& formula, float size, float width,
                                                     std::size_t most);

/// A text in one line, its end replaced by "…" where it is too wide.
[[nodiscard]] std::string fitting_line(const std::string& text, float size, float width);

}  // namespace convscope
