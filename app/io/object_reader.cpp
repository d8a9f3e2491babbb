#include "app/io/object_reader.h"

#include <algorithm>
#include <cmath>

#include "app/text/file_errors.h"

namespace convscope {

using nlohmann::json;

const json* ObjectReader::find(const char* key) const {
  const auto found = json_.is_object() ? json_.find(key) : json_.end();
  return found == json_.end() ? nullptr : &*found;
}

void ObjectReader::fail(Error error) {
  if (!error_) {
    error_ = std::move(error);
  }
}

void ObjectReader::fail_value(const char* key, const json& found, const text::Text& expected) {
  fail(text::wrong_value(where_, key, describe(found), expected));
}

void ObjectReader::allow(std::initializer_list<const char*> keys) {
  if (!json_.is_object()) {
    fail(text::not_an_object_of_keys(where_, describe(json_)));
    return;
  }
  std::string known;
  for (const char* key : keys) {
    known.append(known.empty() ? "" : ", ").append(key);
  }
  for (const auto& [key, value] : json_.items()) {
    if (std::ranges::find(keys, key) == keys.end()) {
      fail(text::unknown_key(where_, key, known));
    }
  }
}

void ObjectReader::read_integer(const char* key, std::int64_t lowest, std::int64_t highest, std::int64_t& target) {
  const json* value = find(key);
  if (value == nullptr) {
    return;
  }
  const bool fits = value->is_number_integer() && (!value->is_number_unsigned() ||
                                                   value->get<std::uint64_t>() <= static_cast<std::uint64_t>(highest));
  if (fits && value->get<std::int64_t>() >= lowest && value->get<std::int64_t>() <= highest) {
    target = value->get<std::int64_t>();
  } else {
    fail_value(key, *value, text::whole_number_between(lowest, highest));
  }
}

void ObjectReader::read_number(const char* key, double lowest, double highest, double& target) {
  const json* value = find(key);
  if (value == nullptr) {
    return;
  }
  const double number = value->is_number() ? value->get<double>() : std::nan("");
  if (number >= lowest && number <= highest) {
    target = number;
  } else {
    fail_value(key, *value, text::number_between(lowest, highest));
  }
}

void ObjectReader::read_number(const char* key, double lowest, double highest, float& target) {
  double number = target;
  read_number(key, lowest, highest, number);
  target = static_cast<float>(number);
}

void ObjectReader::read_flag(const char* key, bool& target) {
  if (const json* value = find(key)) {
    if (value->is_boolean()) {
      target = value->get<bool>();
    } else {
      fail_value(key, *value, text::true_or_false());
    }
  }
}

void ObjectReader::read_text(const char* key, std::string& target) {
  if (const json* value = find(key)) {
    if (value->is_string()) {
      target = value->get<std::string>();
    } else {
      fail_value(key, *value, text::a_text());
    }
  }
}

}  // namespace convscope
