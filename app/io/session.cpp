#include "app/io/session.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>

#include "app/io/atomic_file.h"
#include "app/io/json.h"
#include "app/io/layer_json.h"
#include "app/io/read_file.h"
#include "app/io/session_reader.h"
#include "app/io/tensor_json.h"
#include "app/io/view_json.h"
#include "app/text/file_errors.h"
#include "app/text/layer_errors.h"

namespace convscope {

using nlohmann::json;
using nlohmann::ordered_json;

namespace {

ordered_json chain_to_json(const LayerChain& chain) {
  ordered_json layers = ordered_json::array();
  for (const Layer& layer : chain.layers) {
    layers.push_back(layer_to_json(layer));
  }
  return {{"input_size", {chain.input_size.height, chain.input_size.width}}, {"layers", layers}};
}

}  // namespace

std::string session_text(const Session& session) {
  const Document& document = session.document;
  const Size& size = document.sized.input_size;
  std::string text = fmt::format("{{\n\"{}\": {},\n", session_version_key, session_version);
  // A photograph has tens of megabytes, which are written into place and not copied from text to text.
  const auto add = [&text](const char* key, const std::string& value) {
    text.append("\"").append(key).append("\": ").append(value).append(",\n");
  };
  if (!document.preset.empty()) {
    add("preset", ordered_json(document.preset).dump());
  }
  add("layer", layer_to_json(document.sized.layer).dump());
  add("input_size", fmt::format("[{}, {}]", size.height, size.width));
  add("input", tensor_json_text(*document.input));
  if (!is_pool(document.sized.layer.op)) {
    add("weight", tensor_json_text(*document.weight));
  }
  add("bias", values_json_text(document.bias));
  if (!document.chain.layers.empty()) {
    add("chain", chain_to_json(document.chain).dump());
  }
  add("view", view_to_json(document.view).dump());
  text += fmt::format("\"timeline\": {{\"tick\": {}, \"speed\": {}}}\n}}\n", session.tick, session.speed);
  return text;
}

Result<Session> parse_session(std::string_view text, std::string_view where) {
  const Result<json> parsed = parse_json(text, where);
  if (!parsed) {
    return parsed.error();
  }
  const json& object = parsed.value();
  if (!object.is_object() || !object.contains(session_version_key)) {
    return text::not_a_session(where);
  }
  const json& version = object[session_version_key];
  if (!version.is_number_unsigned() || version == 0) {
    return text::wrong_value(where, session_version_key, describe(version), fmt::format("{}", session_version));
  }
  if (version > session_version) {
    const auto number = std::min<std::uint64_t>(version.get<std::uint64_t>(), std::numeric_limits<std::int64_t>::max());
    return text::newer_session(where, static_cast<std::int64_t>(number), session_version);
  }
  return session_from_json(object, where);
}

Result<Session> read_session(const std::filesystem::path& path) {
  constexpr std::int64_t largest = std::int64_t{1} << 30;
  const Result<std::string> content = read_file(path, largest);
  return content ? parse_session(content.value(), path.string()) : content.error();
}

Status write_session(const std::filesystem::path& path, const Session& session) {
  const std::string text = session_text(session);
  return write_file(path, {std::as_bytes(std::span(text))});
}

}  // namespace convscope
