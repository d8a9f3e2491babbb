#include "app/text/tips.h"

#include "app/text/phrases.h"

namespace convscope::text::tip {
std::string input_cell(AxisOrder order, const Index& index) { return cell(order, "input", index); }
std::string padding_cell(AxisOrder order, const Index& index) { return cell(order, "padding", index); }
std::string output_cell(AxisOrder order, const Index& index) { return cell(order, "output", index); }

std::string bias(std::int64_t channel) { return fmt::format("bias[{}]", channel); }

std::string gap_reason(Language language, std::int64_t stride) {
  return filled(language, picture::tip_gap_reason, stride, counted(language, picture::tip_zeros, stride - 1));
}

std::string sum_of(Language language, std::int64_t products) {
  return counted(language, picture::tip_sum_of, products);
}

std::string largest_of(Language language, std::int64_t values) {
  return counted(language, picture::tip_largest_of, values);
}

std::string mean_of(Language language, std::int64_t values) { return counted(language, picture::tip_mean_of, values); }

std::string reaches(Language language, std::int64_t outputs, std::int64_t weights) {
  return filled(language, picture::tip_reaches, counted(language, picture::tip_outputs, outputs),
                counted(language, picture::tip_weights, weights));
}

std::string read_by(Language language, std::int64_t outputs) {
  return filled(language, picture::tip_read_by, counted(language, picture::tip_outputs, outputs));
}

std::string used_in(Language language, std::int64_t outputs) {
  return counted(language, picture::tip_used_in, outputs);
}

std::string and_more(Language language, std::int64_t count) { return filled(language, picture::tip_and_more, count); }

std::string gradient(Language language, bool of_sum) {
  return (of_sum ? picture::tip_of_sum : picture::tip_of_cell).in(language);
}

}  // namespace convscope::text::tip
