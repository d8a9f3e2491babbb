#include "app/io/npy.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <optional>

#include "app/io/atomic_file.h"
#include "app/io/npy_header.h"
#include "app/io/read_file.h"
#include "app/text/npy_errors.h"
#include "engine/check.h"
#include "engine/problem.h"

namespace convscope {
namespace {

static_assert(std::endian::native == std::endian::little, "values are copied as they lie in the file");

constexpr std::size_t max_rank = 4;

using Converter = void (*)(const char* bytes, std::span<float> values);

template <typename Stored>
void convert(const char* bytes, std::span<float> values) {
  for (float& value : values) {
    Stored stored;
    std::memcpy(&stored, bytes, sizeof stored);
    value = static_cast<float>(stored);
    bytes += sizeof stored;
  }
}

/// NumPy's bool: any byte but 0 is true.
void convert_bool(const char* bytes, std::span<float> values) {
  std::ranges::transform(bytes, bytes + values.size(), values.begin(),
                         [](char byte) { return byte == 0 ? 0.0F : 1.0F; });
}

struct ValueType {
  std::string_view descr;
  std::size_t size;
  Converter convert;
};

constexpr std::array value_types{
    ValueType{"<f4", 4, convert<float>},         ValueType{"<f8", 8, convert<double>},
    ValueType{"|b1", 1, convert_bool},           ValueType{"|i1", 1, convert<std::int8_t>},
    ValueType{"|u1", 1, convert<std::uint8_t>},  ValueType{"<i2", 2, convert<std::int16_t>},
    ValueType{"<u2", 2, convert<std::uint16_t>}, ValueType{"<i4", 4, convert<std::int32_t>},
    ValueType{"<u4", 4, convert<std::uint32_t>}, ValueType{"<i8", 8, convert<std::int64_t>},
    ValueType{"<u8", 8, convert<std::uint64_t>},
};

/// The product of the sizes; none when it exceeds max_elements.
std::optional<std::int64_t> bounded_count(const std::vector<std::int64_t>& shape) {
  std::int64_t count = 1;
  for (const std::int64_t size : shape) {
    if (size == 0) {
      return 0;
    }
    if (count > max_elements / size) {
      return std::nullopt;
    }
    count *= size;
  }
  return count;
}

/// Values from Fortran order, where the first index runs fastest, to C order.
std::vector<float> to_c_order(const std::vector<std::int64_t>& shape, const std::vector<float>& values) {
  std::array<std::int64_t, max_rank> size{1, 1, 1, 1};
  std::ranges::copy(shape, size.begin());
  std::vector<float> ordered;
  ordered.reserve(values.size());
  for (std::int64_t a = 0; a < size[0]; ++a) {
    for (std::int64_t b = 0; b < size[1]; ++b) {
      for (std::int64_t c = 0; c < size[2]; ++c) {
        for (std::int64_t d = 0; d < size[3]; ++d) {
          const std::int64_t offset = a + size[0] * (b + size[1] * (c + size[2] * d));
          ordered.push_back(values[static_cast<std::size_t>(offset)]);
        }
      }
    }
  }
  return ordered;
}

Result<NpyArray> read_npy(const std::filesystem::path& path) {
  constexpr std::int64_t longest_header = 1 << 20;
  constexpr std::int64_t largest_value = 8;
  const Result<std::string> bytes = read_file(path, max_elements * largest_value + longest_header);
  if (!bytes) {
    return bytes.error();
  }
  return parse_npy(bytes.value(), path.string());
}

}  // namespace

Result<NpyArray> parse_npy(std::string_view bytes, std::string_view where) {
  const Result<NpyHeader> read = parse_npy_header(bytes, where);
  if (!read) {
    return read.error();
  }
  const NpyHeader& header = read.value();
  const auto type = std::ranges::find(value_types, header.descr, &ValueType::descr);
  if (type == value_types.end()) {
    return text::unsupported_npy_type(where, header.descr);
  }
  if (header.shape.size() > max_rank) {
    return text::unsupported_npy_rank(where, header.shape.size());
  }
  const std::optional<std::int64_t> count = bounded_count(header.shape);
  if (!count) {
    return text::npy_too_large(where, header.shape, max_elements);
  }
  const std::size_t promised = static_cast<std::size_t>(*count) * type->size;
  const std::size_t present = bytes.size() - header.data_offset;
  if (promised != present) {
    return text::npy_length_mismatch(where, header.shape, promised, present);
  }

  NpyArray array{header.shape, std::vector<float>(static_cast<std::size_t>(*count))};
  type->convert(bytes.data() + header.data_offset, array.values);
  if (header.fortran_order && !array.values.empty()) {
    array.values = to_c_order(array.shape, array.values);
  }
  return array;
}

Result<NpyInput> read_input_npy(const std::filesystem::path& path) {
  Result<NpyArray> read = read_npy(path);
  if (!read) {
    return read.error();
  }
  NpyArray array = std::move(read).value();
  const std::vector<std::int64_t>& s = array.shape;
  if ((s.size() != 3 && s.size() != 4) || array.values.empty()) {
    return text::wrong_npy_shape(path.string(), s, text::ArrayRole::input, "(C, H, W) or (N, C, H, W)");
  }
  const Shape shape = s.size() == 3 ? Shape{1, s[0], s[1], s[2]} : Shape{s[0], s[1], s[2], s[3]};
  return NpyInput{Tensor(shape, std::move(array.values)), static_cast<int>(array.shape.size())};
}

Result<Tensor> read_weight_npy(const std::filesystem::path& path) {
  Result<NpyArray> read = read_npy(path);
  if (!read) {
    return read.error();
  }
  NpyArray array = std::move(read).value();
  const std::vector<std::int64_t>& s = array.shape;
  if (s.size() != 4 || array.values.empty()) {
    return text::wrong_npy_shape(path.string(), s, text::ArrayRole::weight,
                                 "(out_channels, in_channels / groups, kH, kW)");
  }
  return Tensor({s[0], s[1], s[2], s[3]}, std::move(array.values));
}

Result<std::vector<float>> read_bias_npy(const std::filesystem::path& path) {
  Result<NpyArray> read = read_npy(path);
  if (!read) {
    return read.error();
  }
  NpyArray array = std::move(read).value();
  if (array.shape.size() != 1 || array.values.empty()) {
    return text::wrong_npy_shape(path.string(), array.shape, text::ArrayRole::bias, "(out_channels,)");
  }
  return std::move(array.values);
}

Status write_npy(const std::filesystem::path& path, const Tensor& tensor, int rank) {
  const Shape& s = tensor.shape();
  std::vector<std::int64_t> shape{s.channels, s.height, s.width};
  if (rank == 4) {
    shape.insert(shape.begin(), s.batch);
  } else {
    CHECK_EQ(rank, 3);
    CHECK_EQ(s.batch, 1);
  }
  const std::string header = float32_npy_header(shape);
  return write_file(path, {std::as_bytes(std::span(header)), std::as_bytes(tensor.values())});
}

Status write_npy(const std::filesystem::path& path, std::span<const float> values) {
  const std::string header = float32_npy_header({static_cast<std::int64_t>(values.size())});
  return write_file(path, {std::as_bytes(std::span(header)), std::as_bytes(values)});
}

}  // namespace convscope
