#include "app/text/labels.h"

namespace convscope::text {
namespace {

std::string by(const Size& size) { return std::to_string(size.height) + " × " + std::to_string(size.width); }

std::string counted(const std::string& what, std::int64_t index, std::int64_t count) {
  return what + " " + std::to_string(index) + " of " + std::to_string(count);
}

}  // namespace

std::string input() { return "input"; }
std::string kernel() { return "kernel"; }
std::string output() { return "output"; }

std::string shape(std::initializer_list<std::int64_t> sizes) {
  std::string text = "(";
  const char* separator = "";
  for (const std::int64_t size : sizes) {
    text += separator + std::to_string(size);
    separator = ", ";
  }
  return text + ")";
}

std::string channel(std::int64_t channel, std::int64_t channels) { return counted("channel", channel, channels); }
std::string filter(std::int64_t filter, std::int64_t filters) { return counted("filter", filter, filters); }
std::string padded_to(const Size& size) { return "padded to " + by(size); }
std::string spans(const Size& size) { return "spans " + by(size); }

}  // namespace convscope::text
