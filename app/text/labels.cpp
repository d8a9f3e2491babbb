#include "app/text/labels.h"

#include <fmt/format.h>

#include "app/text/phrases.h"

namespace convscope::text {

std::string input(Language language) { return picture::input.in(language); }
std::string kernel(Language language) { return picture::kernel.in(language); }
std::string output(Language language) { return picture::output.in(language); }
std::string kernel_window(Language language) { return picture::kernel_window.in(language); }

std::string input_gradient(Language language, bool of_sum) {
  return (of_sum ? picture::sum_to_input : picture::cell_to_input).in(language);
}

std::string kernel_gradient(Language language, bool of_sum) {
  return (of_sum ? picture::sum_to_kernel : picture::cell_to_kernel).in(language);
}

std::string output_gradient(Language language, bool of_sum) {
  return (of_sum ? picture::sum_to_output : picture::cell_to_output).in(language);
}

std::string short_gradient(const std::string& name) { return "∂ " + name; }

std::string matrix_shape(std::int64_t rows, std::int64_t columns) { return fmt::format("({}, {})", rows, columns); }

std::string channel(Language language, std::int64_t channel, std::int64_t channels) {
  return channels == 1 ? picture::only_channel.in(language) : filled(language, picture::channel, channel, channels);
}

std::string filter(Language language, std::int64_t filter, std::int64_t filters) {
  return filters == 1 ? picture::only_filter.in(language) : filled(language, picture::filter, filter, filters);
}

std::string group(Language language, std::int64_t group, std::int64_t groups) {
  return filled(language, picture::group, group, groups);
}

std::string more(Language language, std::int64_t count) { return filled(language, picture::more_filters, count); }

std::string channels_in_all(Language language, std::int64_t channels) {
  return filled(language, picture::channels_in_all, channels);
}

std::string times() { return "×"; }

std::string padded_to(Language language, const Size& size) {
  return filled(language, picture::padded_to, size.height, size.width);
}

std::string stretched_to(Language language, const Size& size) {
  return filled(language, picture::stretched_to, size.height, size.width);
}

std::string never_read(Language language, std::int64_t rows, std::int64_t columns) {
  if (columns == 0) {
    return counted(language, picture::rows_unread, rows);
  }
  if (rows == 0) {
    return counted(language, picture::columns_unread, columns);
  }
  return filled(language, picture::both_unread, counted(language, picture::rows, rows),
                counted(language, picture::columns, columns));
}

std::string padding_crops(Language language) { return picture::padding_crops.in(language); }

std::string spans(Language language, const Size& size) {
  return filled(language, picture::spans, size.height, size.width);
}

std::string times_read(Language language) { return picture::times_read.in(language); }
std::string times_written(Language language) { return picture::times_written.in(language); }

std::string im2col_matrix() { return "im2col"; }
std::string sparse_matrix(Language language) { return picture::sparse_matrix.in(language); }
std::string matrix_row(Language language, std::int64_t row) { return filled(language, picture::matrix_row, row); }

std::string matrix_lit_row(Language language, std::int64_t row) {
  return filled(language, picture::matrix_lit_row, row);
}

std::string matrix_column(Language language, std::int64_t column) {
  return filled(language, picture::matrix_column, column);
}

std::string matrix_too_large(Language language) { return picture::matrix_too_large.in(language); }
std::string matrix_not_linear(Language language) { return picture::matrix_not_linear.in(language); }

}  // namespace convscope::text
