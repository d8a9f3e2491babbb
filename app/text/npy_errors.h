#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "app/text/result.h"

namespace convscope::text {

/// What an array is read as.
enum class ArrayRole { input, weight, bias };

/// Why a .npy file cannot be read. `where` names the file.
[[nodiscard]] Error not_npy(std::string_view where, const Text& cause);
/// Causes of it.
[[nodiscard]] Text npy_begins_otherwise();
[[nodiscard]] Text npy_ends_in_header();
[[nodiscard]] Text npy_header_unknown();
[[nodiscard]] Error unsupported_npy_version(std::string_view where, int major, int minor);
[[nodiscard]] Error unsupported_npy_type(std::string_view where, std::string_view descr);
[[nodiscard]] Error unsupported_npy_rank(std::string_view where, std::size_t rank);
[[nodiscard]] Error npy_too_large(std::string_view where, const std::vector<std::int64_t>& shape, std::int64_t limit);
[[nodiscard]] Error npy_length_mismatch(std::string_view where, const std::vector<std::int64_t>& shape,
                                        std::size_t promised_bytes, std::size_t present_bytes);
/// What the array was to be, and its shape: "(C, H, W) or (N, C, H, W)".
[[nodiscard]] Error wrong_npy_shape(std::string_view where, const std::vector<std::int64_t>& shape, ArrayRole role,
                                    std::string_view expected);

}  // namespace convscope::text
