#include "app/io/base64.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace convscope {
namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::uint8_t unknown = 0xff;

constexpr std::array<std::uint8_t, 256> digits_by_character() {
  std::array<std::uint8_t, 256> digits{};
  digits.fill(unknown);
  for (std::size_t i = 0; i < alphabet.size(); ++i) {
    digits[static_cast<unsigned char>(alphabet[i])] = static_cast<std::uint8_t>(i);
  }
  return digits;
}

constexpr std::array<std::uint8_t, 256> digits = digits_by_character();

}  // namespace

std::string to_base64(std::span<const std::byte> bytes) {
  std::string text((bytes.size() + 2) / 3 * 4, '=');
  char* next = text.data();
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const std::size_t count = std::min<std::size_t>(3, bytes.size() - i);
    std::uint32_t group = 0;
    for (std::size_t k = 0; k < 3; ++k) {
      group = (group << 8U) | (k < count ? std::to_integer<std::uint32_t>(bytes[i + k]) : 0U);
    }
    for (std::size_t k = 0; k <= count; ++k) {
      next[k] = alphabet[(group >> (18U - 6U * k)) & 0x3fU];
    }
    next += 4;
  }
  return text;
}

std::optional<std::vector<std::byte>> from_base64(std::string_view text) {
  if (text.size() % 4 != 0) {
    return std::nullopt;
  }
  std::size_t padding = 0;
  while (padding < 2 && text.size() > padding && text[text.size() - 1 - padding] == '=') {
    ++padding;
  }
  std::vector<std::byte> bytes(text.size() / 4 * 3 - padding);
  std::byte* next = bytes.data();
  for (std::size_t i = 0; i < text.size(); i += 4) {
    const std::size_t count = 3 - (i + 4 == text.size() ? padding : 0);
    std::uint32_t group = 0;
    for (std::size_t k = 0; k < 4; ++k) {
      const std::uint8_t digit = k <= count ? digits[static_cast<unsigned char>(text[i + k])] : 0;
      if (digit == unknown) {
        return std::nullopt;
      }
      group = (group << 6U) | digit;
    }
    if ((group & ((1U << (8U * (3 - count))) - 1U)) != 0) {
      return std::nullopt;  // Bits that no byte has.
    }
    for (std::size_t k = 0; k < count; ++k) {
      *next++ = static_cast<std::byte>(group >> (16U - 8U * k));
    }
  }
  return bytes;
}

}  // namespace convscope
