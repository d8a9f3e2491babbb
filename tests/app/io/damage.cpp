#include "tests/app/io/damage.h"

#include <random>

namespace convscope::testing {
namespace {

std::string broken_once(std::string bytes, std::mt19937_64& random) {
  const auto below = [&random](std::size_t limit) { return static_cast<std::size_t>(random() % limit); };
  const std::size_t at = below(bytes.size());
  const std::size_t length = 1 + below(std::min<std::size_t>(64, bytes.size() - at));
  switch (below(5)) {
    case 0:
      bytes.resize(at);
      break;
    case 1:
      for (std::size_t i = 0; i < length; ++i) {
        bytes[below(bytes.size())] ^= static_cast<char>(1U << below(8));
      }
      break;
    case 2:
      bytes.erase(at, length);
      break;
    case 3:
      bytes.insert(at, bytes.substr(at, length));
      break;
    default:
      for (std::size_t i = at; i < at + length; ++i) {
        bytes[i] = static_cast<char>(random());
      }
  }
  return bytes;
}

}  // namespace

std::string damaged(const std::string& bytes, std::uint64_t number) {
  std::mt19937_64 random(number);
  std::string broken = bytes;
  while (broken == bytes) {
    broken = broken_once(bytes, random);
  }
  return broken;
}

}  // namespace convscope::testing
