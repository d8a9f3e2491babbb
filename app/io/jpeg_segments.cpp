#include "app/io/jpeg_segments.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "app/io/byte_reader.h"

namespace convscope {
namespace {

constexpr unsigned char huffman_tables = 0xc4;
constexpr unsigned char start_of_scan = 0xda;

struct Segment {
  unsigned char marker = 0;
  std::string_view data;  ///< Less than it says where the file ends before.
  bool whole = false;
  std::size_t end = 0;  ///< Where the next begins.
};

/// The next from a place on. As stb_image does, passes over bytes that belong to none, and fill bytes.
std::optional<Segment> next_segment(std::string_view bytes, std::size_t at) {
  at = std::min(bytes.find('\xff', at), bytes.size());
  at = std::min(bytes.find_first_not_of('\xff', at), bytes.size());
  ByteReader reader(bytes.substr(at));
  const auto marker = static_cast<unsigned char>(reader.big_endian(1));
  const std::uint32_t length = reader.big_endian(2);
  if (!reader.ok() || length < 2) {
    return std::nullopt;
  }
  const std::string_view rest = bytes.substr(at + 3);
  const std::string_view data = rest.substr(0, length - 2);
  return Segment{marker, data, data.size() == length - 2, at + 3 + data.size()};
}

/// Of a segment's data: a class, sixteen numbers of codes, and as many symbols; as often as there is room.
bool are_sound_tables(std::string_view data) {
  constexpr int lengths = 16;
  constexpr std::uint32_t symbols = 256;
  ByteReader reader(data);
  while (reader.ok() && !reader.at_end()) {
    reader.skip(1);
    std::uint32_t codes = 0;
    for (int length = 0; length < lengths; ++length) {
      codes += reader.big_endian(1);
    }
    reader.skip(codes);
    if (codes > symbols) {
      return false;
    }
  }
  return reader.ok();
}

/// In and after scans, where the marker can mean nothing else.
bool has_sound_tables_after(std::string_view bytes, std::size_t at) {
  constexpr std::string_view marker = "\xff\xc4";
  for (at = bytes.find(marker, at); at != std::string_view::npos; at = bytes.find(marker, at + marker.size())) {
    const std::optional<Segment> segment = next_segment(bytes, at);
    if (!segment || !segment->whole || !are_sound_tables(segment->data)) {
      return false;
    }
  }
  return true;
}

}  // namespace

bool jpeg_is_complete(std::string_view bytes) {
  std::optional<Segment> segment = next_segment(bytes, 2);
  while (segment && segment->whole && segment->marker != start_of_scan) {
    segment = next_segment(bytes, segment->end);
  }
  return segment && segment->whole && bytes.find("\xff\xd9", segment->end) != std::string_view::npos;
}

bool jpeg_has_sound_tables(std::string_view bytes) {
  const std::size_t start = std::min(bytes.find_first_not_of('\xff'), bytes.size());
  if (start == 0 || !bytes.substr(start).starts_with('\xd8')) {
    return true;  // stb_image takes it for something else.
  }
  std::optional<Segment> segment = next_segment(bytes, start + 1);
  while (segment && segment->marker != start_of_scan) {
    if (segment->marker == huffman_tables && (!segment->whole || !are_sound_tables(segment->data))) {
      return false;
    }
    segment = next_segment(bytes, segment->end);
  }
  return !segment || has_sound_tables_after(bytes, segment->end);
}

}  // namespace convscope
