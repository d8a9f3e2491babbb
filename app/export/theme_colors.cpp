#include "app/export/theme_colors.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace convscope {
namespace {

constexpr std::array<std::string_view, 6> properties{"fill",           "stroke",     "fill-opacity",
                                                     "stroke-opacity", "stop-color", "stop-opacity"};

/// Where the value begins that `at` lies in, in an attribute or in a style: behind its colon, or its quote.
std::size_t begin_of_value(std::string_view text, std::size_t at) {
  const std::size_t before = at == 0 ? std::string_view::npos : text.find_last_of(":\"", at - 1);
  return before == std::string_view::npos ? 0 : before + 1;
}

std::size_t end_of_value(std::string_view text, std::size_t at) {
  return std::min(text.find_first_of(";\"", at), text.size());
}

/// The name in front of `name:value` or `name="value"`.
std::string_view property_of(std::string_view text, std::size_t value) {
  std::string_view before = text.substr(0, value);
  const std::size_t end = before.find_last_not_of(":=\"");
  before = before.substr(0, end == std::string_view::npos ? 0 : end + 1);
  return before.substr(before.find_last_of(" ;\"") + 1);
}

}  // namespace

std::string ThemeColors::named(const std::string& light, const std::string& dark) {
  if (light == dark) {
    return light;
  }
  return fmt::format("var(--c{})", numbers_.try_emplace({light, dark}, numbers_.size()).first->second);
}

std::optional<std::string> ThemeColors::merged(std::string_view light, std::string_view dark) {
  std::string text;
  while (true) {
    const auto [end, dark_end] = std::ranges::mismatch(light, dark);
    if (end == light.end() && dark_end == dark.end()) {
      return text.append(light);
    }
    const std::size_t begin = begin_of_value(light, static_cast<std::size_t>(end - light.begin()));
    if (std::ranges::find(properties, property_of(light, begin)) == properties.end()) {
      return std::nullopt;
    }
    const std::size_t after = end_of_value(light, begin);
    const std::size_t dark_after = end_of_value(dark, begin);
    text.append(light.substr(0, begin));
    text.append(
        named(std::string(light.substr(begin, after - begin)), std::string(dark.substr(begin, dark_after - begin))));
    light.remove_prefix(after);
    dark.remove_prefix(dark_after);
  }
}

std::string ThemeColors::values(bool dark) const {
  std::string text;
  for (const auto& [pair, number] : numbers_) {
    text += fmt::format("--c{}:{};", number, dark ? pair.second : pair.first);
  }
  return text;
}

}  // namespace convscope
