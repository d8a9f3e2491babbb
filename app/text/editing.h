#pragma once

#include <cstdint>
#include <string_view>

#include "app/text/result.h"
#include "app/text/text.h"

/// The formatted texts of what changes a document's values, and of the program that the layer is written as.
namespace convscope::text::editing {

/// "sobel x": how a gallery calls the kernel that files call sobel_x.
[[nodiscard]] Text kernel_label(std::string_view name);
/// "PyTorch" for pytorch.
[[nodiscard]] Text framework_label(std::string_view name);
/// Of a kernel that needs a larger kernel_size.
[[nodiscard]] Text needs_size(std::int64_t height, std::int64_t width);
/// A typed number that the box of this name does not take; `expected` says which it does.
[[nodiscard]] Error number_refused(const Text& name, std::string_view typed, const Text& expected);
/// A typed value that is no number.
[[nodiscard]] Text not_a_value(std::string_view typed);

}  // namespace convscope::text::editing
