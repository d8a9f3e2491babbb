#pragma once

#include <cstdint>
#include <ostream>
#include <span>

#include "engine/tensor.h"

namespace convscope {

/// Nested arrays of numbers, straight to the stream: they can be long. Numbers as json_number writes them.

/// [[[…], …], …]: rank 3 (C, H, W; a batch of one) or 4 (N, C, H, W).
void write_json_values(std::ostream& out, const Tensor& tensor, int rank);
/// The same of counts, rank 3.
void write_json_values(std::ostream& out, const Shape& shape, std::span<const std::int64_t> counts);
/// [[…], …]: rows × columns.
void write_json_matrix(std::ostream& out, std::int64_t columns, std::span<const float> values);
/// […]
void write_json_list(std::ostream& out, std::span<const float> values);

}  // namespace convscope
