#include "app/text/export_page.h"

#include "app/text/phrases.h"

namespace convscope::text::page {

std::string place_of(Language language, std::int64_t step, std::int64_t steps, std::int64_t part, std::int64_t parts) {
  const std::string step_place = filled(language, window::step_of_steps, step + 1, steps);
  return parts > 1 ? filled(language, picture::page_part, step_place, part + 1, parts) : step_place;
}

}  // namespace convscope::text::page
