#include "app/text/phrase.h"

#include <algorithm>

namespace convscope::text {

std::optional<Language> language_coded(std::string_view code) {
  const auto* const found = std::ranges::find(languages, code, code_of);
  return found == languages.end() ? std::nullopt : std::optional(*found);
}

Language language_of_locale(const std::function<const char*(const char* name)>& environment) {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* const value = environment(name);
    if (value != nullptr && *value != '\0') {
      const std::string_view locale(value);
      const bool korean = locale.starts_with("ko") && (locale.size() == 2 || locale[2] == '_' || locale[2] == '.');
      return korean ? Language::korean : Language::english;
    }
  }
  return Language::english;
}

}  // namespace convscope::text
