#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "app/document/view_names.h"
#include "app/io/json.h"
#include "app/text/layer_errors.h"
#include "app/text/result.h"

namespace convscope {

/// Reads an object of a JSON file key by key, strictly, and keeps the first error. What is left out keeps its default.
/// `where` names the file and the object in errors, which outlives neither the JSON nor the error.
class ObjectReader {
 public:
  ObjectReader(const nlohmann::json& object, std::string where, std::optional<Error>& error)
      : json_(object), where_(std::move(where)), error_(error) {}

  [[nodiscard]] const std::string& where() const { return where_; }

  /// The value of a key, or null.
  [[nodiscard]] const nlohmann::json* find(const char* key) const;

  /// Fails on a value that is no object, and on a key that is none of these.
  void allow(std::initializer_list<const char*> keys);

  void read_integer(const char* key, std::int64_t lowest, std::int64_t highest, std::int64_t& target);
  void read_number(const char* key, double lowest, double highest, double& target);
  void read_number(const char* key, double lowest, double highest, float& target);
  void read_flag(const char* key, bool& target);
  void read_text(const char* key, std::string& target);

  /// One of the names of a choice.
  template <typename Choice, std::size_t count>
  void read_choice(const char* key, const std::array<NamedChoice<Choice>, count>& choices, Choice& target) {
    if (const nlohmann::json* value = find(key)) {
      const auto found =
          value->is_string() ? choice_named(choices, value->get_ref<const std::string&>()) : std::nullopt;
      if (found) {
        target = *found;
      } else {
        fail_value(key, *value, names_of(choices));
      }
    }
  }

  void fail(Error error);
  /// "where: "key" is …; write expected"
  void fail_value(const char* key, const nlohmann::json& found, const text::Text& expected);

 private:
  const nlohmann::json& json_;
  std::string where_;
  std::optional<Error>& error_;
};

}  // namespace convscope
