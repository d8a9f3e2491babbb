#include "app/io/tensor_json.h"

#include <fmt/format.h>

#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>

#include "app/io/base64.h"
#include "app/io/object_reader.h"
#include "app/text/file_errors.h"

namespace convscope {
namespace {

using nlohmann::json;

static_assert(std::endian::native == std::endian::little, "values are written as they lie in memory");

std::string number_text(float value) {
  if (value == 0 && std::signbit(value)) {
    return "-0.0";  // "-0" would come back as a whole number, which has no sign.
  }
  return std::isnan(value) ? "\"nan\"" : std::isinf(value) ? fmt::format("\"{}\"", value) : fmt::format("{}", value);
}

std::optional<float> number_from(const json& value) {
  constexpr float inf = std::numeric_limits<float>::infinity();
  if (value.is_number()) {
    const auto number = value.get<double>();
    constexpr double rounds_to_infinity = 0x1.ffffffp+127;  // Half a step above the largest float32.
    const bool fits = std::abs(number) < rounds_to_infinity;
    return fits ? std::optional(static_cast<float>(number)) : std::nullopt;
  }
  return value == "nan"    ? std::optional(std::numeric_limits<float>::quiet_NaN())
         : value == "inf"  ? std::optional(inf)
         : value == "-inf" ? std::optional(-inf)
                           : std::nullopt;
}

std::string channel_text(std::span<const float> values, std::size_t width) {
  std::string text = "[";
  for (std::size_t first = 0; first < values.size(); first += width) {
    text += (first == 0 ? "\n    " : ",\n    ") + values_json_text(values.subspan(first, width));
  }
  return text + "]";
}

std::string nested_text(const Tensor& tensor) {
  const Shape& shape = tensor.shape();
  std::string text = "[";
  for (std::int64_t n = 0; n < shape.batch; ++n) {
    text += n == 0 ? "[" : ", [";
    for (std::int64_t c = 0; c < shape.channels; ++c) {
      text += (c == 0 ? "" : ", ") + channel_text(tensor.channel(n, c), static_cast<std::size_t>(shape.width));
    }
    text += "]";
  }
  return text + "]";
}

/// Of what must be an array of so many.
std::optional<Error> wrong_count(const json& value, std::int64_t count, std::string_view where) {
  if (!value.is_array()) {
    return text::not_a_list(where, describe(value));
  }
  return std::ssize(value) == count ? std::nullopt : std::optional(text::wrong_value_count(where, value.size(), count));
}

/// Appends an array's numbers, until one is none.
std::optional<Error> read_numbers(const json& array, const std::string& where, std::vector<float>& numbers) {
  for (std::size_t i = 0; i < array.size(); ++i) {
    const std::optional<float> number = number_from(array[i]);
    if (!number) {
      return text::wrong_value(fmt::format("{}[{}]", where, i), "value", describe(array[i]), text::a_value());
    }
    numbers.push_back(*number);
  }
  return std::nullopt;
}

/// Collects the numbers of nested arrays whose sizes are those of a shape.
class NestedReader {
 public:
  NestedReader(const Shape& shape, std::string_view where)
      : sizes_{shape.batch, shape.channels, shape.height, shape.width}, where_(where) {}

  Result<std::vector<float>> read(const json& value) && {
    return read_level(value, 0, where_) ? Result<std::vector<float>>(std::move(values_)) : *error_;
  }

 private:
  bool read_level(const json& value, std::size_t level, const std::string& where) {
    error_ = wrong_count(value, sizes_[level], where);
    if (error_) {
      return false;
    }
    if (level + 1 == sizes_.size()) {
      return read_row(value, where);
    }
    for (std::size_t i = 0; i < value.size(); ++i) {
      if (!read_level(value[i], level + 1, fmt::format("{}[{}]", where, i))) {
        return false;
      }
    }
    return true;
  }

  bool read_row(const json& row, const std::string& where) {
    error_ = read_numbers(row, where, values_);
    return !error_;
  }

  std::array<std::int64_t, 4> sizes_;
  std::string where_;
  std::vector<float> values_;
  std::optional<Error> error_;
};

Result<std::vector<float>> values_of_bytes(const json& value, const Shape& shape, const std::string& where) {
  const std::optional<std::vector<std::byte>> bytes =
      value.is_string() ? from_base64(value.get_ref<const std::string&>()) : std::nullopt;
  if (!bytes) {
    return text::not_base64(where);
  }
  const std::int64_t expected = element_count(shape) * static_cast<std::int64_t>(sizeof(float));
  if (std::ssize(*bytes) != expected) {
    return text::wrong_byte_count(where, bytes->size(), expected);
  }
  std::vector<float> values(static_cast<std::size_t>(element_count(shape)));
  std::memcpy(values.data(), bytes->data(), bytes->size());
  return values;
}

}  // namespace

std::string values_json_text(std::span<const float> values) {
  std::string text = "[";
  for (const float value : values) {
    text += (text.size() == 1 ? "" : ", ") + number_text(value);
  }
  return text + "]";
}

Result<std::vector<float>> values_from_json(const json& value, std::int64_t count, std::string_view where) {
  if (const std::optional<Error> wrong = wrong_count(value, count, where)) {
    return *wrong;
  }
  std::vector<float> numbers;
  const std::optional<Error> error = read_numbers(value, std::string(where), numbers);
  return error ? Result<std::vector<float>>(*error) : numbers;
}

std::string tensor_json_text(const Tensor& tensor) {
  const Shape& s = tensor.shape();
  const std::string shape = fmt::format("[{}, {}, {}, {}]", s.batch, s.channels, s.height, s.width);
  if (element_count(s) <= most_readable_values) {
    return fmt::format(R"({{"shape": {}, "values": {}}})", shape, nested_text(tensor));
  }
  // Appended and moved: a photograph's text has tens of megabytes.
  std::string text = fmt::format(R"({{"shape": {}, "float32_base64": ")", shape);
  text += to_base64(std::as_bytes(tensor.values()));
  text += "\"}";
  return text;
}

Result<Tensor> tensor_from_json(const json& object, const Shape& shape, std::string_view where) {
  std::optional<Error> error;
  ObjectReader reader(object, std::string(where), error);
  reader.allow({"shape", "values", "float32_base64"});
  const json expected = {shape.batch, shape.channels, shape.height, shape.width};
  if (const json* found = reader.find("shape"); found != nullptr && *found != expected) {
    reader.fail(text::wrong_value_shape(where, describe(*found), shape));
  }
  const json* values = reader.find("values");
  const json* bytes = reader.find("float32_base64");
  if ((values == nullptr) == (bytes == nullptr)) {
    reader.fail(text::no_values(where));
  }
  if (error) {
    return *error;
  }
  Result<std::vector<float>> read = values != nullptr
                                        ? NestedReader(shape, fmt::format("{}.values", where)).read(*values)
                                        : values_of_bytes(*bytes, shape, fmt::format("{}.float32_base64", where));
  if (!read) {
    return read.error();
  }
  return Tensor(shape, std::move(read).value());
}

}  // namespace convscope
