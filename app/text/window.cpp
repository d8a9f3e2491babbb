#include "app/text/window.h"

#include <fmt/format.h>

namespace convscope::text::window {
namespace {

std::string counted(std::int64_t count, const char* one, const char* many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

}  // namespace

std::string step_of(std::int64_t step, std::int64_t steps) { return fmt::format("step {} of {}", step, steps); }

std::string speed(double speed) { return fmt::format("speed {:g}×", speed); }

std::string counts(std::int64_t parameters, std::int64_t multiply_adds) {
  return counted(parameters, "parameter", "parameters") + " · " +
         counted(multiply_adds, "multiply-add", "multiply-adds");
}

std::string unread_rows(std::int64_t rows) {
  return rows == 0 ? "every row is read"
                   : counted(rows, "row at the bottom is never read", "rows at the bottom are never read");
}

std::string unread_columns(std::int64_t columns) {
  return columns == 0 ? "every column is read"
                      : counted(columns, "column at the right is never read", "columns at the right are never read");
}

std::string unread_both(std::int64_t each) {
  return each == 0
             ? "every row and column is read"
             : counted(each, "row and column at the end are never read", "rows and columns at the end are never read");
}

std::string output_cell(std::int64_t channel, std::int64_t y, std::int64_t x) {
  return fmt::format("out[{}, {}, {}]", channel, y, x);
}

std::string not_a_number(std::string_view typed, std::string_view parameter) {
  return fmt::format("\"{}\" is no whole number for {}; type digits only", typed, parameter);
}

std::string too_much_work(std::int64_t multiply_adds, std::int64_t limit) {
  return fmt::format(
      "This layer needs {} multiply-adds, more than the window computes while it draws ({}); choose a smaller input or "
      "fewer channels, or use convscope compute",
      multiply_adds, limit);
}

std::string about(std::string_view version) {
  return fmt::format("ConvScope {}\nSee, touch and export how a convolution works.\nMIT licence.", version);
}

}  // namespace convscope::text::window
