#include "app/render/svg_names.h"

#include <algorithm>
#include <array>

namespace convscope {
namespace {

/// In front of a name where it is given and where it is used.
constexpr std::array<std::string_view, 3> before_names{" id=\"", "href=\"#", "url(#"};

/// The place behind the next of before_names, from `at` on.
std::size_t next_name(std::string_view svg, std::size_t at) {
  std::size_t found = std::string_view::npos;
  for (const std::string_view before : before_names) {
    const std::size_t place = svg.substr(0, found).find(before, at);
    found = place == std::string_view::npos ? found : std::min(found, place + before.size());
  }
  return found;
}

/// "clip" of "clip12": what a name says without its numbers.
std::string kind_of(std::string_view name) { return std::string(name.substr(0, name.find_first_of("-0123456789"))); }

}  // namespace

bool SvgNames::add_letter(std::string_view name, std::string_view content) {
  const auto [letter, is_new] = letters_.try_emplace(std::string(content), "letter-" + std::to_string(letters_.size()));
  names_.insert_or_assign(std::string(name), letter->second);
  return is_new;
}

const std::string& SvgNames::new_name(std::string_view name) {
  const auto known = names_.find(name);
  return known != names_.end() ? known->second
                               : names_.emplace(name, kind_of(name) + "-" + std::to_string(count_++)).first->second;
}

std::string SvgNames::renamed(std::string_view svg) {
  std::string text;
  std::size_t at = 0;
  for (std::size_t name = next_name(svg, 0); name != std::string_view::npos; name = next_name(svg, at)) {
    const std::size_t end = std::min(svg.find_first_of("\")", name), svg.size());
    text.append(svg.substr(at, name - at)).append(new_name(svg.substr(name, end - name)));
    at = end;
  }
  return text.append(svg.substr(at));
}

}  // namespace convscope
