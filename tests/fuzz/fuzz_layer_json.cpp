#include <cstdint>
#include <nlohmann/json.hpp>
#include <string_view>

#include "app/io/json.h"
#include "app/io/layer_json.h"
#include "engine/check.h"
#include "engine/problem.h"

/// Any text is refused by name or is a layer, which its own JSON gives back and `validate` judges without harm.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace convscope;
  const Result<nlohmann::json> json = parse_json({reinterpret_cast<const char*>(data), size}, "fuzz");
  if (!json) {
    CHECK_EQ(json.error().what.english().empty(), false);
    return 0;
  }
  const Result<Layer> layer = layer_from_json(json.value(), "fuzz");
  if (!layer) {
    CHECK_EQ(layer.error().what.english().empty(), false);
    return 0;
  }
  const Result<nlohmann::json> written = parse_json(layer_to_json(layer.value()).dump(), "written");
  CHECK_EQ(written.ok(), true);
  const Result<Layer> again = layer_from_json(written.value(), "written");
  CHECK_EQ(again.ok() && layer_to_json(again.value()) == layer_to_json(layer.value()), true);
  (void)validate({layer.value(), {7, 7}});
  return 0;
}
