#include "app/cli/json_values.h"

#include <fmt/format.h>

#include <array>
#include <string>

#include "app/cli/json_output.h"
#include "engine/check.h"

namespace convscope {
namespace {

std::string number(float value) { return json_number(value); }
std::string number(std::int64_t value) { return fmt::format("{}", value); }

/// Row-major values in as many brackets as there are sizes.
template <typename T>
void write_nested(std::ostream& out, std::span<const std::int64_t> sizes, std::span<const T> values) {
  if (sizes.empty()) {
    out << number(values.front());
    return;
  }
  const auto count = static_cast<std::size_t>(sizes.front());
  const std::size_t part = count == 0 ? 0 : values.size() / count;
  out << '[';
  for (std::size_t i = 0; i < count && out; ++i) {
    out << (i == 0 ? "" : ",");
    write_nested(out, sizes.subspan(1), values.subspan(i * part, part));
  }
  out << ']';
}

}  // namespace

void write_json_values(std::ostream& out, const Tensor& tensor, int rank) {
  const Shape& s = tensor.shape();
  const std::array sizes{s.batch, s.channels, s.height, s.width};
  CHECK_EQ(rank == 4 || s.batch == 1, true);
  write_nested(out, std::span(sizes).last(static_cast<std::size_t>(rank)), tensor.values());
}

void write_json_values(std::ostream& out, const Shape& shape, std::span<const std::int64_t> counts) {
  const std::array sizes{shape.channels, shape.height, shape.width};
  write_nested(out, std::span<const std::int64_t>(sizes), counts);
}

void write_json_matrix(std::ostream& out, std::int64_t columns, std::span<const float> values) {
  const std::array sizes{static_cast<std::int64_t>(values.size()) / columns, columns};
  write_nested(out, std::span<const std::int64_t>(sizes), values);
}

void write_json_list(std::ostream& out, std::span<const float> values) {
  const std::array sizes{static_cast<std::int64_t>(values.size())};
  write_nested(out, std::span<const std::int64_t>(sizes), values);
}

}  // namespace convscope
