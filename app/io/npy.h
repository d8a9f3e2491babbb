#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>
#include <vector>

#include "app/text/result.h"
#include "engine/tensor.h"

namespace convscope {

/// NumPy's .npy files. Read: header versions 1.0 to 3.0; little-endian float32, float64, bool and integers of 8 to 64
/// bits, converted to float32; C and Fortran order; at most max_elements values, as many as the shape says and no more.
/// Everything else is refused by name, before more is allocated than the file's bytes justify.

/// The values of one file in C order.
struct NpyArray {
  std::vector<std::int64_t> shape;
  std::vector<float> values;
};

/// Reads a file's bytes. `where` names it in errors.
[[nodiscard]] Result<NpyArray> parse_npy(std::string_view bytes, std::string_view where);

/// A layer's input: (C,H,W), which counts as a batch of one, or (N,C,H,W).
struct NpyInput {
  Tensor tensor;
  int rank = 4;  ///< 3 or 4, as in the file: an output is written with its input's rank.
};
[[nodiscard]] Result<NpyInput> read_input_npy(const std::filesystem::path& path);

/// (out_channels, in_channels / groups, kH, kW)
[[nodiscard]] Result<Tensor> read_weight_npy(const std::filesystem::path& path);

/// (out_channels)
[[nodiscard]] Result<std::vector<float>> read_bias_npy(const std::filesystem::path& path);

/// Writes float32 in C order, version 1.0, of rank 4 or, for a batch of one, 3; the file appears when it is complete.
[[nodiscard]] Status write_npy(const std::filesystem::path& path, const Tensor& tensor, int rank);

/// The same of a list of values, rank 1.
[[nodiscard]] Status write_npy(const std::filesystem::path& path, std::span<const float> values);

}  // namespace convscope
