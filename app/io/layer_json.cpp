#include "app/io/layer_json.h"

#include <array>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "app/io/object_reader.h"
#include "app/text/file_errors.h"
#include "app/text/layer_errors.h"
#include "app/text/names.h"

namespace convscope {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

/// A JSON integer within int64.
std::optional<std::int64_t> integer(const json& value) {
  if (value.is_number_unsigned()) {
    const auto number = value.get<std::uint64_t>();
    if (number > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
      return std::nullopt;
    }
    return static_cast<std::int64_t>(number);
  }
  if (value.is_number_integer()) {
    return value.get<std::int64_t>();
  }
  return std::nullopt;
}

template <std::size_t count>
std::optional<std::array<std::int64_t, count>> integers(const json& value) {
  if (!value.is_array() || value.size() != count) {
    return std::nullopt;
  }
  std::array<std::int64_t, count> numbers{};
  for (std::size_t i = 0; i < count; ++i) {
    const std::optional<std::int64_t> number = integer(value[i]);
    if (!number) {
      return std::nullopt;
    }
    numbers[i] = *number;
  }
  return numbers;
}

std::optional<Size> size(const json& value) {
  if (const auto number = integer(value)) {
    return Size{*number, *number};
  }
  if (const auto two = integers<2>(value)) {
    return Size{(*two)[0], (*two)[1]};
  }
  return std::nullopt;
}

std::optional<Sides> sides(const json& value) {
  if (const auto both = size(value)) {
    return Sides{both->height, both->height, both->width, both->width};
  }
  if (const auto four = integers<4>(value)) {
    return Sides{(*four)[0], (*four)[1], (*four)[2], (*four)[3]};
  }
  return std::nullopt;
}

/// Reads key by key; keeps the first error.
class LayerReader {
 public:
  LayerReader(const json& object, std::string_view where) : reader_(object, std::string(where), error_) {}

  Result<Layer> read() && {
    reader_.allow({"op", "in_channels", "out_channels", "kernel_size", "stride", "padding", "dilation", "groups",
                   "bias", "padding_mode", "output_padding", "flip_kernel"});
    read_word("op", text::op_named, text::op_names(), layer_.op);
    read_count("in_channels", layer_.in_channels);
    if (is_pool(layer_.op)) {
      layer_.out_channels = layer_.in_channels;
    }
    read_count("out_channels", layer_.out_channels);
    if (reader_.find("kernel_size") == nullptr) {
      reader_.fail(text::missing_key(reader_.where(), "kernel_size", "[3, 3]"));
    }
    read_size("kernel_size", layer_.kernel_size);
    if (is_pool(layer_.op)) {
      layer_.stride = layer_.kernel_size;
    }
    read_size("stride", layer_.stride);
    read_padding();
    read_size("dilation", layer_.dilation);
    read_count("groups", layer_.groups);
    reader_.read_flag("bias", layer_.bias);
    layer_.bias = has_bias(layer_);
    read_word("padding_mode", text::padding_mode_named, text::padding_mode_names(), layer_.padding_mode);
    read_size("output_padding", layer_.output_padding);
    reader_.read_flag("flip_kernel", layer_.flip_kernel);
    if (error_) {
      return *std::move(error_);
    }
    return layer_;
  }

 private:
  void read_count(const char* key, std::int64_t& count) {
    if (const json* value = reader_.find(key)) {
      if (const std::optional<std::int64_t> number = integer(*value)) {
        count = *number;
      } else {
        reader_.fail_value(key, *value, text::a_whole_number());
      }
    }
  }

  void read_size(const char* key, Size& target) {
    if (const json* value = reader_.find(key)) {
      if (const std::optional<Size> found = size(*value)) {
        target = *found;
      } else {
        reader_.fail_value(key, *value, text::number_or_two());
      }
    }
  }

  /// A word that names one of an enumeration's values.
  template <typename Value>
  void read_word(const char* key, std::optional<Value> (*named)(std::string_view), const std::string& names,
                 Value& target) {
    if (const json* value = reader_.find(key)) {
      const std::optional<Value> found =
          value->is_string() ? named(value->get_ref<const std::string&>()) : std::nullopt;
      if (found) {
        target = *found;
      } else {
        reader_.fail_value(key, *value, names);
      }
    }
  }

  void read_padding() {
    const json* value = reader_.find("padding");
    if (value == nullptr) {
      return;
    }
    if (*value == "same") {
      layer_.padding_rule = PaddingRule::same;
    } else if (*value == "valid") {
      layer_.padding_rule = PaddingRule::valid;
    } else if (const std::optional<Sides> amounts = sides(*value)) {
      layer_.padding = *amounts;
    } else {
      reader_.fail_value("padding", *value, text::any_padding());
    }
  }

  std::optional<Error> error_;
  ObjectReader reader_;
  Layer layer_;
};

ordered_json size_to_json(const Size& value) { return {value.height, value.width}; }

ordered_json padding_to_json(const Layer& layer) {
  const Sides& p = layer.padding;
  switch (layer.padding_rule) {
    case PaddingRule::same:
      return "same";
    case PaddingRule::valid:
      return "valid";
    case PaddingRule::amounts:
      break;
  }
  if (p.top == p.bottom && p.left == p.right) {
    return {p.top, p.left};
  }
  return {p.top, p.bottom, p.left, p.right};
}

}  // namespace

Result<Layer> layer_from_json(const json& object, std::string_view where) {
  if (!object.is_object()) {
    return text::not_an_object(where, describe(object));
  }
  return LayerReader(object, where).read();
}

ordered_json layer_to_json(const Layer& layer) {
  return {{"op", text::name(layer.op)},
          {"in_channels", layer.in_channels},
          {"out_channels", layer.out_channels},
          {"kernel_size", size_to_json(layer.kernel_size)},
          {"stride", size_to_json(layer.stride)},
          {"padding", padding_to_json(layer)},
          {"dilation", size_to_json(layer.dilation)},
          {"groups", layer.groups},
          {"bias", has_bias(layer)},
          {"padding_mode", text::name(layer.padding_mode)},
          {"output_padding", size_to_json(layer.output_padding)},
          {"flip_kernel", layer.flip_kernel}};
}

}  // namespace convscope
