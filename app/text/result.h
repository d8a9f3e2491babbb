#pragma once

#include <utility>
#include <variant>

#include "app/text/text.h"

namespace convscope {

/// A user's mistake or a failure of the world, already worded by app/text/errors.h: what and where, and what to do. The
/// window says it in its language, a command in English.
struct Error {
  text::Text what;
  text::Text remedy;
  bool operator==(const Error&) const = default;
};

/// A value or an Error (std::expected, until C++23).
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : content_(std::move(value)) {}      // NOLINT(google-explicit-constructor): returns read naturally
  Result(Error error) : content_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool ok() const { return std::holds_alternative<T>(content_); }
  explicit operator bool() const { return ok(); }
  /// The value; only when ok().
  [[nodiscard]] const T& value() const& { return std::get<T>(content_); }
  [[nodiscard]] T&& value() && { return std::get<T>(std::move(content_)); }
  /// The error; only when not ok().
  [[nodiscard]] const Error& error() const { return std::get<Error>(content_); }

 private:
  std::variant<T, Error> content_;
};

/// For what has nothing to return.
struct Done {};
using Status = Result<Done>;

}  // namespace convscope
