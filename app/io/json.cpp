#include "app/io/json.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <vector>

#include "app/io/read_file.h"
#include "app/text/file_errors.h"
#include "app/text/layer_errors.h"
#include "app/text/utf8.h"

namespace convscope {
namespace {

using nlohmann::json;

/// Ends the parsing of a hopeless text.
struct Refused {
  Error error;
};

/// Watches the parser for what it would let pass.
class Strictness {
 public:
  explicit Strictness(std::string_view where) : where_(where) {}

  void check(int depth, json::parse_event_t event, const json& value) {
    constexpr int deepest = 16;
    constexpr std::int64_t most_values = std::int64_t{1}
                                         << 24;  // 16 bytes each in memory, whatever they are in the file.
    if (depth > deepest) {
      throw Refused{text::not_json(where_, text::nested_too_deeply())};
    }
    if (event == json::parse_event_t::value && ++values_ > most_values) {
      throw Refused{text::too_many_values(where_, most_values)};
    }
    if (event == json::parse_event_t::object_start) {
      keys_.resize(static_cast<std::size_t>(depth) + 1);
      keys_.back().clear();
    } else if (event == json::parse_event_t::key) {
      const auto& key = value.get_ref<const std::string&>();
      if (!keys_[static_cast<std::size_t>(depth) - 1].insert(key).second) {
        throw Refused{text::duplicate_key(where_, key)};
      }
    }
  }

 private:
  std::string_view where_;
  std::vector<std::set<std::string>> keys_;  ///< Of the objects that are open, outermost first.
  std::int64_t values_ = 0;
};

text::JsonFault fault_of(std::string_view what, bool at_end) {
  const auto says = [what](std::string_view part) { return what.find(part) != std::string_view::npos; };
  return at_end                   ? text::JsonFault::ends_early
         : says("UTF-8")          ? text::JsonFault::not_utf8
         : says("invalid string") ? text::JsonFault::string
         : says("invalid number") ? text::JsonFault::number
                                  : text::JsonFault::misplaced;
}

/// The library's words are English; its kinds of failures and their places are told in ours.
text::Text cause_of(const json::parse_error& error, std::string_view text) {
  const std::string_view read = text.substr(0, std::max<std::size_t>(error.byte, 1) - 1);
  const auto line = 1 + std::ranges::count(read, '\n');
  const std::string_view in_line = read.substr(read.rfind('\n') + 1);
  const auto column = 1 + count_characters(in_line);
  return text::json_fault(fault_of(error.what(), error.byte > text.size()), line, column);
}

}  // namespace

Result<json> parse_json(std::string_view text, std::string_view where) {
  Strictness strictness(where);
  try {
    return json::parse(text, [&](int depth, json::parse_event_t event, const json& part) {
      strictness.check(depth, event, part);
      return true;
    });
  } catch (const Refused& refused) {
    return refused.error;
  } catch (const json::parse_error& error) {
    return text::not_json(where, cause_of(error, text));
  } catch (const json::exception&) {
    return text::not_json(where, text::json_number_too_large());
  }
}

Result<json> read_json_file(const std::filesystem::path& path) {
  constexpr std::int64_t largest = 1 << 20;
  const Result<std::string> content = read_file(path, largest);
  if (!content) {
    return content.error();
  }
  return parse_json(content.value(), path.string());
}

text::Text describe(const json& value) {
  constexpr std::size_t longest = 60;
  const bool simple =
      value.is_primitive() || (value.is_array() && value.size() <= 8 &&
                               std::ranges::all_of(value, [](const json& element) { return element.is_primitive(); }));
  if (simple) {
    const std::string text = value.dump(-1, ' ', false, json::error_handler_t::replace);
    if (text.size() <= longest) {
      return text;
    }
  }
  if (value.is_array()) {
    return text::an_array_of(value.size());
  }
  return value.is_object() ? text::an_object() : text::a_long_string();
}

}  // namespace convscope
