#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/text/result.h"

namespace convscope {

/// What stands before the values in a .npy file (NumPy Enhancement Proposal 1; numpy.lib.format).
struct NpyHeader {
  std::string descr;  ///< The values' type, as "<f4"; of several fields as it is written, "[('a', '<f4')]".
  bool fortran_order = false;
  std::vector<std::int64_t> shape;
  std::size_t data_offset = 0;  ///< Bytes before the first value.
};

/// Reads a header of version 1.0, 2.0 or 3.0 from the beginning of a file's bytes. `where` names the file in errors.
[[nodiscard]] Result<NpyHeader> parse_npy_header(std::string_view bytes, std::string_view where);

/// A version 1.0 header of float32 values in C order, padded to a multiple of 64 bytes as NumPy does.
[[nodiscard]] std::string float32_npy_header(const std::vector<std::int64_t>& shape);

}  // namespace convscope
