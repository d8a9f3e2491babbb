#include "app/io/session_reader.h"

#include <fmt/format.h>

#include <limits>
#include <nlohmann/json.hpp>
#include <optional>

#include "app/io/layer_json.h"
#include "app/io/object_reader.h"
#include "app/io/presets.h"
#include "app/io/tensor_json.h"
#include "app/io/view_json.h"
#include "app/text/file_errors.h"
#include "app/text/problem_words.h"
#include "engine/forward.h"
#include "engine/problem.h"

namespace convscope {
namespace {

using nlohmann::json;

constexpr double least_speed = 1e-3;
constexpr double largest_speed = 1000;

/// Reads the parts one after the other; keeps the first error.
class SessionReader {
 public:
  SessionReader(const json& object, std::string_view where)
      : reader_(object, std::string(where), error_), where_(where) {}

  Result<Session> read() && {
    reader_.allow(
        {session_version_key, "preset", "layer", "input_size", "input", "weight", "bias", "chain", "view", "timeline"});
    read_layer();
    if (error_) {
      return *error_;
    }
    Preset values;  // What the file says; make_document adds samples.
    values.sized = sized_;
    values.input = read_tensor("input", input_shape(sized_));
    if (!is_pool(sized_.layer.op)) {
      values.weight = read_tensor("weight", weight_shape(sized_.layer));
    } else if (reader_.find("weight") != nullptr) {
      reader_.fail(text::values_of_a_pool(where_ + ": weight"));
    }
    values.bias = read_bias();
    reader_.read_text("preset", values.name);
    Session session;
    if (const json* view = reader_.find("view")) {
      view_ = view_from_json(*view, where_ + ": view", error_);
    }
    read_chain();
    read_timeline(session);
    if (error_) {
      return *error_;
    }
    session.document = document_of(values);
    return session;
  }

 private:
  void read_layer() {
    const json* layer = reader_.find("layer");
    if (layer == nullptr) {
      reader_.fail(text::missing_key(where_, "layer", R"({"op": "conv2d", "kernel_size": [3, 3]})"));
      return;
    }
    const Result<Layer> read = layer_from_json(*layer, where_ + ": layer");
    if (!read) {
      reader_.fail(read.error());
      return;
    }
    sized_.layer = read.value();
    read_input_size();
    if (const std::vector<Problem> problems = validate(sized_); !problems.empty()) {
      reader_.fail(text::in_file(where_, text::invalid_layer(problems)));
    }
  }

  void read_input_size() {
    if (reader_.find("input_size") == nullptr) {
      reader_.fail(text::missing_key(where_, "input_size", "[5, 5]"));
    } else if (const auto size = read_size(reader_)) {
      sized_.input_size = *size;
    }
  }

  /// The object's "input_size", where it has one.
  static std::optional<Size> read_size(ObjectReader& reader) {
    const json* size = reader.find("input_size");
    if (size == nullptr) {
      return std::nullopt;
    }
    const auto is_side = [](const json& side) {
      return side.is_number_unsigned() && side.get<std::uint64_t>() <= static_cast<std::uint64_t>(max_parameter);
    };
    if (size->is_array() && size->size() == 2 && is_side((*size)[0]) && is_side((*size)[1])) {
      return Size{(*size)[0].get<std::int64_t>(), (*size)[1].get<std::int64_t>()};
    }
    reader.fail_value("input_size", *size, text::two_sizes());
    return std::nullopt;
  }

  std::optional<Tensor> read_tensor(const char* key, const Shape& shape) {
    const json* value = reader_.find(key);
    if (value == nullptr) {
      return std::nullopt;
    }
    Result<Tensor> tensor = tensor_from_json(*value, shape, fmt::format("{}: {}", where_, key));
    if (!tensor) {
      reader_.fail(tensor.error());
      return std::nullopt;
    }
    return std::move(tensor).value();
  }

  std::vector<float> read_bias() {
    const json* value = reader_.find("bias");
    if (value == nullptr) {
      return {};
    }
    Result<std::vector<float>> bias = values_from_json(*value, sized_.layer.out_channels, where_ + ": bias");
    if (!bias) {
      reader_.fail(bias.error());
      return {};
    }
    return std::move(bias).value();
  }

  /// Any layers: what of a chain cannot be computed is said where it is shown.
  void read_chain() {
    const json* chain = reader_.find("chain");
    if (chain == nullptr) {
      return;
    }
    ObjectReader reader(*chain, where_ + ": chain", error_);
    reader.allow({"input_size", "layers"});
    chain_.input_size = read_size(reader).value_or(chain_.input_size);
    const json* layers = reader.find("layers");
    if (layers == nullptr || !layers->is_array() || layers->size() > max_chain) {
      return reader.fail_value("layers", layers == nullptr ? json() : *layers, text::chain_of_layers(max_chain));
    }
    for (std::size_t i = 0; i < layers->size(); ++i) {
      const Result<Layer> layer = layer_from_json((*layers)[i], fmt::format("{}: chain, layer {}", where_, i + 1));
      if (!layer) {
        return reader.fail(layer.error());
      }
      chain_.layers.push_back(layer.value());
    }
  }

  void read_timeline(Session& session) {
    if (const json* timeline = reader_.find("timeline")) {
      ObjectReader reader(*timeline, where_ + ": timeline", error_);
      reader.allow({"tick", "speed"});
      reader.read_integer("tick", 0, std::numeric_limits<std::int64_t>::max(), session.tick);
      reader.read_number("speed", least_speed, largest_speed, session.speed);
    }
  }

  /// The preset's name stays only where the values are still its.
  [[nodiscard]] Document document_of(const Preset& values) const {
    Document document = with_view_and_chain(values);
    const Preset* preset = find_preset(values.name);
    if (preset == nullptr || !(document == with_view_and_chain(*preset))) {
      document.preset.clear();
    }
    return document;
  }

  [[nodiscard]] Document with_view_and_chain(const Preset& values) const {
    Document document = make_document(values);
    document.view = view_;
    document.chain = chain_;
    return document;
  }

  std::optional<Error> error_;
  ObjectReader reader_;
  std::string where_;
  SizedLayer sized_;
  View view_;
  LayerChain chain_;
};

}  // namespace

Result<Session> session_from_json(const json& object, std::string_view where) {
  return SessionReader(object, where).read();
}

}  // namespace convscope
