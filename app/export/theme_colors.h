#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace convscope {

/// Colours and opacities of SVG or CSS that are one in a light page and another in a dark one: variables, by their
/// values in both.
class ThemeColors {
 public:
  /// "var(--c0)", or the value itself where both are the same.
  std::string named(const std::string& light, const std::string& dark);

  /// The light text with variables in the places of the colours and opacities that differ. Nothing when the texts
  /// differ in more than these.
  std::optional<std::string> merged(std::string_view light, std::string_view dark);

  /// "--c0:…;--c1:…;" as a light page has them, or a dark one.
  [[nodiscard]] std::string values(bool dark) const;

 private:
  std::map<std::pair<std::string, std::string>, std::size_t> numbers_;
};

}  // namespace convscope
