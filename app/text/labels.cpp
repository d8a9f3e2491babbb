#include "app/text/labels.h"

#include <fmt/format.h>

namespace convscope::text {

std::string input() { return "input"; }
std::string kernel() { return "kernel"; }
std::string output() { return "output"; }

std::string shape(std::initializer_list<std::int64_t> sizes) { return fmt::format("({})", fmt::join(sizes, ", ")); }

std::string channel(std::int64_t channel, std::int64_t channels) {
  return fmt::format("channel {} of {}", channel, channels);
}

std::string filter(std::int64_t filter, std::int64_t filters) {
  return fmt::format("filter {} of {}", filter, filters);
}

std::string padded_to(const Size& size) { return fmt::format("padded to {} × {}", size.height, size.width); }

std::string spans(const Size& size) { return fmt::format("spans {} × {}", size.height, size.width); }

}  // namespace convscope::text
