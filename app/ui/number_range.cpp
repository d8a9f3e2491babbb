#include "app/ui/number_range.h"

#include <charconv>
#include <cmath>

#include "app/text/editing.h"
#include "app/text/file_errors.h"

namespace convscope {

Result<double> number_in(const NumberRange& range, std::string_view typed, const text::Text& name) {
  double number = 0;
  const char* const end = typed.data() + typed.size();
  const auto [rest, error] = std::from_chars(typed.data(), end, number);
  const bool is_one = error == std::errc{} && rest == end && (!range.whole || number == std::floor(number));
  if (is_one && number >= range.least && number <= range.most) {
    return number;
  }
  const text::Text wanted = range.whole ? text::whole_number_between(static_cast<std::int64_t>(range.least),
                                                                     static_cast<std::int64_t>(range.most))
                                        : text::number_between(range.least, range.most);
  return text::editing::number_refused(name, typed, wanted);
}

}  // namespace convscope
