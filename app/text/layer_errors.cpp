#include "app/text/layer_errors.h"

#include <fmt/format.h>

namespace convscope::text {

Error not_json(std::string_view where, std::string_view cause) {
  return {fmt::format("{} is not JSON: {}", where, cause), "correct it there"};
}

Error not_an_object(std::string_view where, std::string_view found) {
  return {fmt::format("{} holds {}, not a layer", where, found),
          R"(write an object: {"op": "conv2d", "kernel_size": 3})"};
}

Error duplicate_key(std::string_view where, std::string_view key) {
  return {fmt::format("{} gives \"{}\" twice", where, key), "leave one of them"};
}

Error unknown_key(std::string_view where, std::string_view key, std::string_view known_keys) {
  return {fmt::format("{} has an unknown key \"{}\"", where, key), fmt::format("a layer's keys are {}", known_keys)};
}

Error missing_key(std::string_view where, std::string_view key, std::string_view example) {
  return {fmt::format("{} has no \"{}\"", where, key), fmt::format("add \"{}\": {}", key, example)};
}

Error wrong_value(std::string_view where, std::string_view key, std::string_view found, std::string_view expected) {
  return {fmt::format("{}: \"{}\" is {}", where, key, found), fmt::format("write {}", expected)};
}

Error not_drawn(std::string_view parameter, std::string_view value) {
  return {fmt::format("{} is {}, which is computed but not drawn", parameter, value),
          "choose conv2d with padding_mode zeros and flip_kernel false, or use shape, compute or trace"};
}

Error too_much_to_draw(std::int64_t multiply_accumulates, std::int64_t limit) {
  return {fmt::format("the layer needs {} multiply-accumulates, more than are drawn ({})", multiply_accumulates, limit),
          "choose a smaller input, kernel or fewer channels, or use compute"};
}

}  // namespace convscope::text
