#pragma once

#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/text/result.h"
#include "engine/tensor.h"

namespace convscope {

/// A tensor of more values is written as base64.
inline constexpr std::int64_t most_readable_values = 4096;

/// {"shape": [n, c, h, w], "values": [[[[…]]]]}, a row a line, numbers with as few digits as bring the float32 back,
/// "nan", "inf" and "-inf" as texts; large ones {"shape": …, "float32_base64": "…"}, little-endian.
[[nodiscard]] std::string tensor_json_text(const Tensor& tensor);

/// Either form, of exactly this shape; its sizes are at least 1. `where` names the tensor in errors.
[[nodiscard]] Result<Tensor> tensor_from_json(const nlohmann::json& json, const Shape& shape, std::string_view where);

/// "[1, -0.5, "nan"]"
[[nodiscard]] std::string values_json_text(std::span<const float> values);
[[nodiscard]] Result<std::vector<float>> values_from_json(const nlohmann::json& json, std::int64_t count,
                                                          std::string_view where);

}  // namespace convscope
