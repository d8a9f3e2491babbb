#pragma once

#include <atomic>
#include <cstdint>
#include <limits>
#include <span>

#include "engine/tensor.h"

namespace convscope {

/// The least and the largest of a tensor's finite values; 0 and 0 where there is none.
struct ValueRange {
  float low = 0;
  float high = 0;
  bool operator==(const ValueRange&) const = default;
};
[[nodiscard]] ValueRange value_range(const Tensor& tensor);

/// The range of all values that several threads add, a line at a time.
class SharedRange {
 public:
  void add(std::span<const float> values);
  [[nodiscard]] ValueRange get() const;

 private:
  std::atomic<std::int32_t> low_ = std::numeric_limits<std::int32_t>::max();  ///< Floats as integers of the same order.
  std::atomic<std::int32_t> high_ = std::numeric_limits<std::int32_t>::min();
};

}  // namespace convscope
