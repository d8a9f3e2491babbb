#include "app/text/sum_words.h"

#include "app/text/phrases.h"

namespace convscope::text {

std::string output_cell(AxisOrder order, const Index& index) { return cell(order, "out", index); }

std::string input_cell(AxisOrder order, const Index& index) { return cell(order, "in", index); }

std::string lands_on(const Index& output) { return fmt::format("\u2192 [{}, {}]", output.y, output.x); }

std::string channel_sum(Language language, std::int64_t channel) {
  return filled(language, picture::channel_sum, channel);
}

std::string stamps(Language language, const std::string& value, std::int64_t out_channel) {
  return filled(language, picture::stamps, value, out_channel);
}

std::string too_many_products(Language language, std::int64_t products) {
  return filled(language, picture::too_many_products, products);
}

std::string more_channels(Language language, std::int64_t channels) {
  return counted(language, picture::more_channels, channels);
}

std::string input_gets(Language language, const std::string& lowest, const std::string& highest) {
  return filled(language, picture::input_gets, lowest, highest);
}

std::string weights_get(Language language, std::int64_t in_channel, std::int64_t out_channel) {
  return filled(language, picture::weights_get, in_channel, out_channel);
}

std::string bias_gets(Language language, std::int64_t cells) { return filled(language, picture::bias_gets, cells); }

}  // namespace convscope::text
