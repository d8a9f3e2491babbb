#pragma once

#include <cstdio>
#include <cstdlib>
#include <sstream>
#include <string>

namespace convscope::detail {

/// Prints both values of a failed check and ends the program. Only for bugs; what a user can cause is a result.
template <typename A, typename B>
[[noreturn]] void check_failed(const char* file, int line, const char* expression, const A& left, const B& right) {
  std::ostringstream message;
  message << file << ':' << line << ": check failed: " << expression << " (" << left << " and " << right << ")\n";
  std::fputs(message.str().c_str(), stderr);
  std::abort();
}

}  // namespace convscope::detail

#define CONVSCOPE_CHECK_OP(a, op, b)                                                                     \
  do {                                                                                                   \
    const auto& check_left = (a);                                                                        \
    const auto& check_right = (b);                                                                       \
    if (!(check_left op check_right)) {                                                                  \
      ::convscope::detail::check_failed(__FILE__, __LINE__, #a " " #op " " #b, check_left, check_right); \
    }                                                                                                    \
  } while (false)

/// Checks of our own assumptions: they print both values and abort, in release builds, too.
#define CHECK_EQ(a, b) CONVSCOPE_CHECK_OP(a, ==, b)
#define CHECK_LT(a, b) CONVSCOPE_CHECK_OP(a, <, b)
#define CHECK_LE(a, b) CONVSCOPE_CHECK_OP(a, <=, b)
#define CHECK_GE(a, b) CONVSCOPE_CHECK_OP(a, >=, b)
