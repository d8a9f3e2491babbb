#pragma once

#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>

#include "engine/arithmetic.h"
#include "engine/problem.h"

namespace convscope {

/// The pieces of the --json forms (README.md, "JSON").

[[nodiscard]] nlohmann::ordered_json to_json(const Size& size);
[[nodiscard]] nlohmann::ordered_json to_json(const AxisArithmetic& axis);
[[nodiscard]] nlohmann::ordered_json to_json(std::span<const Problem> problems);
[[nodiscard]] nlohmann::ordered_json to_json(std::span<const Mend> mends);

/// A float32 with as few digits as bring it back; "nan", "inf" and "-inf" as strings, which JSON has no numbers for.
[[nodiscard]] std::string json_number(float value);

}  // namespace convscope
