#pragma once

#include <string_view>

#include "app/text/result.h"
#include "app/text/text.h"

namespace convscope {

/// Which numbers a box takes.
struct NumberRange {
  double least = 0;
  double most = 0;
  bool whole = false;
};

/// The number that was typed into the box of this name. Fails where it is none of the range's, and says that the box
/// stays as it is.
[[nodiscard]] Result<double> number_in(const NumberRange& range, std::string_view typed, const text::Text& name);

}  // namespace convscope
