#include "app/text/axis_order.h"

#include <fmt/format.h>

namespace convscope::text {
namespace {

std::string digits(std::int64_t value) { return value < 0 ? "\u2212" + std::to_string(-value) : std::to_string(value); }

}  // namespace

std::string shape(AxisOrder order, std::int64_t channels, std::int64_t height, std::int64_t width) {
  return order == AxisOrder::channels_first ? fmt::format("({}, {}, {})", channels, height, width)
                                            : fmt::format("({}, {}, {})", height, width, channels);
}

std::string weight_shape(AxisOrder order, const Shape& weight) {
  const auto& [outer, inner, height, width] = weight;
  return order == AxisOrder::channels_first ? fmt::format("({}, {}, {}, {})", outer, inner, height, width)
                                            : fmt::format("({}, {}, {}, {})", height, width, inner, outer);
}

std::string cell(AxisOrder order, const char* tensor, const Index& index) {
  const std::string y = digits(index.y);
  const std::string x = digits(index.x);
  return order == AxisOrder::channels_first ? fmt::format("{}[{}, {}, {}]", tensor, index.channel, y, x)
                                            : fmt::format("{}[{}, {}, {}]", tensor, y, x, index.channel);
}

std::string weight_cell(AxisOrder order, const Index& index) {
  const auto& [outer, inner, y, x] = index;
  return order == AxisOrder::channels_first ? fmt::format("weight[{}, {}, {}, {}]", outer, inner, y, x)
                                            : fmt::format("weight[{}, {}, {}, {}]", y, x, inner, outer);
}

}  // namespace convscope::text
