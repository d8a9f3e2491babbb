#include "app/io/open_file.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "app/document/with_matrix.h"
#include "app/document/with_tensor.h"
#include "app/io/image_file.h"
#include "app/io/json.h"
#include "app/io/session_reader.h"
#include "app/text/file_errors.h"
#include "app/text/npy_errors.h"

namespace convscope {
namespace {

/// The four sizes of an array, those that it lacks being 1.
Shape four_sizes(const std::vector<std::int64_t>& shape) {
  std::array<std::int64_t, 4> sizes{1, 1, 1, 1};
  std::ranges::copy(shape, sizes.end() - std::ssize(shape));
  return {sizes[0], sizes[1], sizes[2], sizes[3]};
}

template <typename T>
std::optional<T> if_ok(Result<T> result) {
  return result ? std::optional<T>(std::move(result).value()) : std::nullopt;
}

std::optional<Document> as_weight(const Document& document, const NpyArray& array, std::string_view where) {
  if (is_pool(document.sized.layer.op)) {
    return std::nullopt;
  }
  if (array.shape.size() == 2) {
    return if_ok(with_matrix(document, {.target = ValueTarget::weight}, {array.shape, array.values}));
  }
  return array.shape.size() == 4 ? if_ok(with_weight(document, {four_sizes(array.shape), array.values}, where))
                                 : std::nullopt;
}

}  // namespace

Result<FileKind> file_kind(std::string_view bytes, std::string_view where) {
  if (bytes.empty()) {
    return text::empty_file(where);
  }
  if (bytes.starts_with("\x93NUMPY")) {
    return FileKind::array;
  }
  constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";  // The parser passes over it, too.
  const std::size_t first =
      bytes.find_first_not_of(" \t\r\n", bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0);
  if (first != std::string_view::npos && bytes[first] == '{') {
    // What is broken is a session, too, and what has a layer in it: its reader says what is wrong.
    const Result<nlohmann::json> object = parse_json(bytes, where);
    const bool is_layer = object && !object.value().contains(session_version_key) && !object.value().contains("layer");
    return is_layer ? FileKind::layer : FileKind::session;
  }
  return image_kind(bytes, where) ? Result<FileKind>(FileKind::photo) : text::not_to_be_opened(where);
}

Result<ArrayUses> array_uses(const Document& document, const NpyArray& array, std::string_view where) {
  if (array.values.empty() || array.shape.empty()) {
    return text::wrong_npy_shape(where, array.shape, text::ArrayRole::input, "(H, W), (C, H, W) or (1, C, H, W)");
  }
  ArrayUses uses{array.shape, {}, {}, {}};
  if (array.shape.size() == 1) {
    const Result<Document> bias = with_bias(document, array.values, where);
    if (!bias) {
      return bias.error();
    }
    uses.bias = bias.value();
    return uses;
  }
  const Result<Document> input = with_input(document, {four_sizes(array.shape), array.values}, where);
  uses.input = if_ok(input);
  uses.weight = as_weight(document, array, where);
  return uses.count() > 0 ? Result<ArrayUses>(std::move(uses)) : input.error();
}

}  // namespace convscope
