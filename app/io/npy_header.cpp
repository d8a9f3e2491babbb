#include "app/io/npy_header.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <charconv>
#include <optional>

#include "app/text/npy_errors.h"

namespace convscope {
namespace {

constexpr std::string_view magic = "\x93NUMPY";
/// The magic, two bytes of version, and the header's length: two bytes in version 1, four in 2 and 3.
constexpr std::size_t version_offset = magic.size();
constexpr std::size_t length_offset = version_offset + 2;

/// Reads the Python literal that a header is: a dict of a string, a bool and a tuple of ints. Every function skips
/// white space first and gives nothing when something else stands there.
class LiteralReader {
 public:
  explicit LiteralReader(std::string_view text) : rest_(text) {}

  bool take(char expected) {
    skip_space();
    if (rest_.empty() || rest_.front() != expected) {
      return false;
    }
    rest_.remove_prefix(1);
    return true;
  }

  std::optional<std::string> string() {
    const char quote = take('\'') ? '\'' : '"';
    if (quote == '"' && !take('"')) {
      return std::nullopt;
    }
    const std::size_t end = rest_.find(quote);
    if (end == std::string_view::npos) {
      return std::nullopt;
    }
    const std::string content(rest_.substr(0, end));
    rest_.remove_prefix(end + 1);
    return content;
  }

  /// A type: a name, or what NumPy writes for several fields, as it stands there.
  std::optional<std::string> type() {
    skip_space();
    if (!rest_.starts_with('[') && !rest_.starts_with('(')) {
      return string();
    }
    const std::string_view from_here = rest_;
    int open = 0;
    do {
      const char next = rest_.empty() ? '\0' : rest_.front();
      const bool quoted = next == '\'' || next == '"';
      if (rest_.empty() || (quoted && !string())) {
        return std::nullopt;
      }
      open += next == '[' || next == '(' ? 1 : next == ']' || next == ')' ? -1 : 0;
      rest_.remove_prefix(quoted ? 0 : 1);
    } while (open > 0);
    return std::string(from_here.substr(0, from_here.size() - rest_.size()));
  }

  std::optional<bool> boolean() {
    skip_space();
    for (const bool value : {true, false}) {
      const std::string_view word = value ? "True" : "False";
      if (rest_.starts_with(word)) {
        rest_.remove_prefix(word.size());
        return value;
      }
    }
    return std::nullopt;
  }

  /// Refuses signs and what exceeds int64.
  std::optional<std::int64_t> count() {
    skip_space();
    std::int64_t number = 0;
    if (rest_.empty() || rest_.front() == '-') {
      return std::nullopt;
    }
    const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), number);
    if (error != std::errc{}) {
      return std::nullopt;
    }
    rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
    return number;
  }

  std::optional<std::vector<std::int64_t>> tuple() {
    std::vector<std::int64_t> counts;
    if (!take('(')) {
      return std::nullopt;
    }
    while (!take(')')) {
      const std::optional<std::int64_t> number = count();
      if (!number) {
        return std::nullopt;
      }
      counts.push_back(*number);
      if (!take(',')) {
        return take(')') ? std::optional(counts) : std::nullopt;
      }
    }
    return counts;
  }

  bool at_end() {
    skip_space();
    return rest_.empty();
  }

 private:
  void skip_space() {
    const std::size_t start = rest_.find_first_not_of(" \t\n");
    rest_.remove_prefix(start == std::string_view::npos ? rest_.size() : start);
  }

  std::string_view rest_;
};

/// The three entries, each once, in any order.
std::optional<NpyHeader> parse_dict(std::string_view text) {
  LiteralReader reader(text);
  std::optional<std::string> descr;
  std::optional<bool> fortran_order;
  std::optional<std::vector<std::int64_t>> shape;
  if (!reader.take('{')) {
    return std::nullopt;
  }
  while (!reader.take('}')) {
    const std::optional<std::string> key = reader.string();
    if (!key || !reader.take(':')) {
      return std::nullopt;
    }
    bool understood = false;
    if (*key == "descr" && !descr) {
      understood = (descr = reader.type()).has_value();
    } else if (*key == "fortran_order" && !fortran_order) {
      understood = (fortran_order = reader.boolean()).has_value();
    } else if (*key == "shape" && !shape) {
      understood = (shape = reader.tuple()).has_value();
    }
    if (!understood) {
      return std::nullopt;
    }
    if (!reader.take(',')) {
      if (!reader.take('}')) {
        return std::nullopt;
      }
      break;
    }
  }
  if (!reader.at_end() || !descr || !fortran_order || !shape) {
    return std::nullopt;
  }
  return NpyHeader{*descr, *fortran_order, *shape, 0};
}

/// An unsigned number of little-endian bytes.
std::size_t little_endian(std::string_view bytes) {
  std::size_t number = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    number |= static_cast<std::size_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
  }
  return number;
}

}  // namespace

Result<NpyHeader> parse_npy_header(std::string_view bytes, std::string_view where) {
  if (!bytes.starts_with(magic)) {
    return text::not_npy(where, text::npy_begins_otherwise());
  }
  if (bytes.size() < length_offset) {
    return text::not_npy(where, text::npy_ends_in_header());
  }
  const int major = static_cast<unsigned char>(bytes[version_offset]);
  const int minor = static_cast<unsigned char>(bytes[version_offset + 1]);
  if (major < 1 || major > 3 || minor != 0) {
    return text::unsupported_npy_version(where, major, minor);
  }
  const std::size_t length_size = major == 1 ? 2 : 4;
  const std::size_t text_offset = length_offset + length_size;
  if (bytes.size() < text_offset) {
    return text::not_npy(where, text::npy_ends_in_header());
  }
  const std::size_t length = little_endian(bytes.substr(length_offset, length_size));
  if (length > bytes.size() - text_offset) {
    return text::not_npy(where, text::npy_ends_in_header());
  }
  std::optional<NpyHeader> header = parse_dict(bytes.substr(text_offset, length));
  if (!header) {
    return text::not_npy(where, text::npy_header_unknown());
  }
  header->data_offset = text_offset + length;
  return *std::move(header);
}

std::string float32_npy_header(const std::vector<std::int64_t>& shape) {
  constexpr std::size_t alignment = 64;
  const char* comma = shape.size() == 1 ? "," : "";
  std::string dict =
      fmt::format("{{'descr': '<f4', 'fortran_order': False, 'shape': ({}{}), }}", fmt::join(shape, ", "), comma);
  const std::size_t unpadded = length_offset + 2 + dict.size() + 1;
  dict.append((alignment - unpadded % alignment) % alignment, ' ');
  dict += '\n';

  std::string header(magic);
  header += {'\x01', '\x00', static_cast<char>(dict.size() & 0xff), static_cast<char>(dict.size() >> 8)};
  return header + dict;
}

}  // namespace convscope
