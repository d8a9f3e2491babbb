#include "app/render/svg_names.h"

#include <algorithm>
#include <array>

namespace convscope {
namespace {

/// In front of a name where it is given and where it is used.
constexpr std::array<std::string_view, 3> before_names{" id=\"", "href=\"#", "url(#"};

/// Finds the names in a text one after the other. Each of before_names is looked for on from where it stood last: a
/// text of thousands of clips that holds none of one kind is not read to its end for every other.
class NameFinder {
 public:
  explicit NameFinder(std::string_view svg) : svg_(svg) {
    std::ranges::transform(before_names, places_.begin(), [&](std::string_view before) { return svg_.find(before); });
  }

  /// The place behind the next of before_names, from `at` on; `at` only grows.
  std::size_t next(std::size_t at) {
    std::size_t found = std::string_view::npos;
    for (std::size_t i = 0; i < before_names.size(); ++i) {
      if (places_[i] < at) {
        places_[i] = svg_.find(before_names[i], at);
      }
      found = places_[i] == std::string_view::npos ? found : std::min(found, places_[i] + before_names[i].size());
    }
    return found;
  }

 private:
  std::string_view svg_;
  std::array<std::size_t, before_names.size()> places_{};
};

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
  NameFinder finder(svg);
  for (std::size_t name = finder.next(0); name != std::string_view::npos; name = finder.next(at)) {
    const std::size_t end = std::min(svg.find_first_of("\")", name), svg.size());
    text.append(svg.substr(at, name - at)).append(new_name(svg.substr(name, end - name)));
    at = end;
  }
  return text.append(svg.substr(at));
}

}  // namespace convscope
