#pragma once

#include <span>
#include <string_view>

namespace convscope {

/// A sample picture that comes with the program: a PNG, drawn by scripts/make_samples.py.
struct Sample {
  std::string_view name;   ///< "landscape": the same in every language.
  std::string_view bytes;  ///< For parse_photo.
};

[[nodiscard]] std::span<const Sample> samples();

}  // namespace convscope
