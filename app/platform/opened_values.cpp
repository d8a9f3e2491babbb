#include "app/platform/opened_values.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <numeric>
#include <utility>

#include "app/compute/layer_result.h"
#include "app/document/op_change.h"
#include "app/document/with_tensor.h"
#include "app/io/json.h"
#include "app/io/layer_json.h"
#include "app/io/npy.h"
#include "app/io/photo.h"
#include "app/text/file_errors.h"
#include "app/text/layer_errors.h"
#include "app/text/problem_words.h"
#include "app/text/window.h"
#include "engine/arithmetic.h"

namespace convscope {
namespace {

Result<std::vector<ArrayUse>> layer_uses(const Document& document, const std::string& bytes, std::string_view where) {
  const Result<nlohmann::json> json = parse_json(bytes, where);
  if (!json) {
    return json.error();
  }
  const Result<Layer> layer = layer_from_json(json.value(), where);
  if (!layer) {
    return layer.error();
  }
  const SizedLayer sized{layer.value(), document.sized.input_size};
  if (const auto problems = validate(sized); !problems.empty()) {
    return text::in_file(where, text::invalid_layer(problems));
  }
  return std::vector<ArrayUse>{{text::window::as_layer, with_layer(document, sized)}};
}

PhotoChoice choice_of(const PhotoWish& wish) {
  PhotoChoice choice{.grey = wish.grey};
  if (wish.fit != PhotoWish::Fit::own_size) {
    choice.size = wish.size;
    choice.fit = wish.fit == PhotoWish::Fit::cropped ? PhotoFit::crop : PhotoFit::cover;
  }
  return choice;
}

/// The document's layer on a photograph's channels and size.
SizedLayer layer_on(const Document& document, const PhotoWish& wish, const Size& own) {
  SizedLayer sized = document.sized;
  edit_parameter(sized, Parameter::in_channels, {}, wish.grey ? 1 : 3);
  if (!is_pool(sized.layer.op)) {
    sized.layer.groups = std::gcd(sized.layer.groups, sized.layer.in_channels);
  }
  sized.input_size = wish.fit == PhotoWish::Fit::own_size ? own : wish.size;
  return sized;
}

}  // namespace

Result<std::vector<ArrayUse>> photo_uses(const Document& document, const std::string& bytes, std::string_view where,
                                         const PhotoWish& wish) {
  const Result<PhotoInfo> info = photo_info(bytes, where);
  if (!info) {
    return info.error();
  }
  const SizedLayer sized = layer_on(document, wish, info.value().size);
  if (const auto problems = validate(sized); !problems.empty()) {
    return text::in_file(where, text::invalid_layer(problems));
  }
  if (!can_be_drawn(sized)) {
    return text::in_file(where, text::too_much_to_draw(cells_read(sized), tensor_elements(sized)));
  }
  Result<Tensor> picture = parse_photo(bytes, where, choice_of(wish));
  if (!picture) {
    return picture.error();
  }
  Result<Document> changed = with_input(document, std::move(picture).value(), where);
  if (!changed) {
    return changed.error();
  }
  Document shown = std::move(changed).value();
  if (shown.view.coloring == Coloring::plain) {
    shown.view.coloring = Coloring::sequential;
  }
  return std::vector<ArrayUse>{{text::window::as_input, std::move(shown)}};
}

namespace {

Result<std::vector<ArrayUse>> npy_uses(const Document& document, const std::string& bytes, std::string_view where) {
  const Result<NpyArray> array = parse_npy(bytes, where);
  if (!array) {
    return array.error();
  }
  const Result<ArrayUses> uses = array_uses(document, array.value(), where);
  if (!uses) {
    return uses.error();
  }
  std::string sizes;
  for (const std::int64_t size : uses.value().shape) {
    sizes += (sizes.empty() ? "" : ", ") + std::to_string(size);
  }
  std::vector<ArrayUse> found;
  const auto add = [&](const text::Phrase& label, const std::optional<Document>& changed) {
    if (changed) {
      found.push_back({text::filled(text::window::array_as, label, sizes), *changed});
    }
  };
  add(text::window::as_input, uses.value().input);
  add(text::window::as_weight, uses.value().weight);
  add(text::window::as_bias, uses.value().bias);
  return found;
}

}  // namespace

Result<std::vector<ArrayUse>> opened_values(const Document& document, FileKind kind, const std::string& bytes,
                                            std::string_view where) {
  switch (kind) {
    case FileKind::array:
      return npy_uses(document, bytes, where);
    case FileKind::layer:
    case FileKind::photo:
    case FileKind::session:
      break;
  }
  return layer_uses(document, bytes, where);
}

}  // namespace convscope
