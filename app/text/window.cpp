#include "app/text/window.h"

#include <array>
#include <cstdio>

namespace convscope::text::window {
namespace {

std::string never_read(std::int64_t count, const char* one, const char* many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

}  // namespace

std::string step_of(std::int64_t step, std::int64_t steps) {
  return "step " + std::to_string(step) + " of " + std::to_string(steps);
}

std::string speed(double speed) {
  std::array<char, 32> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "speed %g×", speed);
  return buffer.data();
}

std::string counts(std::int64_t parameters, std::int64_t multiply_adds) {
  return std::to_string(parameters) + (parameters == 1 ? " parameter" : " parameters") + " · " +
         std::to_string(multiply_adds) + (multiply_adds == 1 ? " multiply-add" : " multiply-adds");
}

std::string unread_rows(std::int64_t rows) {
  return rows == 0 ? "every row is read"
                   : never_read(rows, "row at the bottom is never read", "rows at the bottom are never read");
}

std::string unread_columns(std::int64_t columns) {
  return columns == 0 ? "every column is read"
                      : never_read(columns, "column at the right is never read", "columns at the right are never read");
}

std::string unread_both(std::int64_t each) {
  return each == 0 ? "every row and column is read"
                   : never_read(each, "row and column at the end are never read",
                                "rows and columns at the end are never read");
}

std::string output_cell(std::int64_t channel, std::int64_t y, std::int64_t x) {
  return "out[" + std::to_string(channel) + ", " + std::to_string(y) + ", " + std::to_string(x) + "]";
}

std::string not_a_number(std::string_view typed, std::string_view parameter) {
  return "\"" + std::string(typed) + "\" is no whole number for " + std::string(parameter) + "; type digits only";
}

std::string too_much_work(std::int64_t multiply_adds, std::int64_t limit) {
  return "This layer needs " + std::to_string(multiply_adds) +
         " multiply-adds, more than the window computes while it draws (" + std::to_string(limit) +
         "); choose a smaller input or fewer channels, or use convscope compute";
}

std::string about(std::string_view version) {
  return "ConvScope " + std::string(version) + "\nSee, touch and export how a convolution works.\nMIT licence.";
}

}  // namespace convscope::text::window
