#include <algorithm>
#include <optional>

#include "app/document/matrix_text.h"
#include "engine/problem.h"

namespace convscope {
namespace {

constexpr int deepest = 4;

using Sizes = std::vector<std::int64_t>;

/// Brackets, numbers and commas; the shapes of lists come from their elements'.
class BracketReader {
 public:
  BracketReader(std::string_view whole, std::string_view part) : whole_(whole), rest_(part) {}

  Result<ParsedMatrix> read() && {
    std::vector<Sizes> lists;
    while (skip_separators()) {
      if (rest_.front() == ']') {
        return text::matrix_bracket_not_opened(here());
      }
      if (rest_.front() != '[') {
        const Result<float> number = read_number(whole_, word(), false);
        return number ? text::matrix_mixed_brackets(here()) : number.error();
      }
      const text::TextPlace start = here();
      std::optional<Sizes> shape = read_list(1);
      if (!shape || !same_as_first(lists, *shape, start)) {
        return *error_;
      }
      lists.push_back(std::move(*shape));
    }
    return finished(lists);
  }

 private:
  [[nodiscard]] text::TextPlace here() const { return place_of(whole_, rest_.data()); }

  std::nullopt_t fail(Error error) {
    error_ = std::move(error);
    return std::nullopt;
  }

  /// Blanks and at most one comma (or `;` between rows); false at the end.
  bool skip_separators() {
    bool comma = false;
    while (!rest_.empty() && (is_blank(rest_.front()) || (!comma && is_comma(rest_.front())))) {
      comma = comma || is_comma(rest_.front());
      rest_.remove_prefix(1);
    }
    return !rest_.empty();
  }

  [[nodiscard]] static bool is_comma(char c) { return c == ',' || c == ';'; }

  [[nodiscard]] std::string_view word() const {
    const auto ends = [](char c) { return is_blank(c) || is_comma(c) || c == '[' || c == ']'; };
    return {rest_.begin(), std::ranges::find_if(rest_, ends)};
  }

  bool same_as_first(const std::vector<Sizes>& lists, const Sizes& shape, text::TextPlace start) {
    if (lists.empty() || lists.front() == shape) {
      return true;
    }
    const auto [found, expected] = std::ranges::mismatch(shape, lists.front());
    const bool deeper = found == shape.end() || expected == lists.front().end();
    fail(deeper ? text::matrix_mixed_brackets(start) : text::matrix_ragged(start, *found, *expected));
    return false;
  }

  /// From its bracket to behind the closing one.
  std::optional<Sizes> read_list(int depth) {
    const text::TextPlace opened = here();
    if (depth > deepest) {
      return fail(text::matrix_too_deep(opened, deepest));
    }
    rest_.remove_prefix(1);
    std::vector<Sizes> lists;
    std::int64_t numbers = 0;
    while (skip_separators() && rest_.front() != ']') {
      const bool is_list = rest_.front() == '[';
      if (is_list ? numbers > 0 : !lists.empty()) {
        return fail(text::matrix_mixed_brackets(here()));
      }
      if (is_list) {
        const text::TextPlace start = here();
        std::optional<Sizes> shape = read_list(depth + 1);
        if (!shape || !same_as_first(lists, *shape, start)) {
          return std::nullopt;
        }
        lists.push_back(std::move(*shape));
      } else if (!read_value()) {
        return std::nullopt;
      } else {
        ++numbers;
      }
    }
    if (rest_.empty()) {
      return fail(text::matrix_bracket_not_closed(opened));
    }
    rest_.remove_prefix(1);
    return shape_of(lists, numbers);
  }

  static Sizes shape_of(const std::vector<Sizes>& lists, std::int64_t numbers) {
    if (lists.empty()) {
      return {numbers};
    }
    Sizes shape = lists.front();
    shape.insert(shape.begin(), std::ssize(lists));
    return shape;
  }

  bool read_value() {
    const std::string_view found = word();
    if (found.empty()) {  // A second comma.
      fail(text::matrix_missing_cell(here()));
      return false;
    }
    const Result<float> number = read_number(whole_, found, false);
    if (!number) {
      fail(number.error());
      return false;
    }
    if (std::ssize(values_) >= max_elements) {
      fail(text::matrix_too_long(max_elements));
      return false;
    }
    values_.push_back(number.value());
    rest_.remove_prefix(found.size());
    return true;
  }

  Result<ParsedMatrix> finished(const std::vector<Sizes>& lists) {
    if (values_.empty()) {
      return text::matrix_is_empty();
    }
    Sizes shape = lists.size() == 1 ? lists.front() : shape_of(lists, 0);
    if (shape.size() > deepest) {
      return text::matrix_too_deep(place_of(whole_, whole_.data()), deepest);
    }
    return ParsedMatrix{std::move(shape), std::move(values_)};
  }

  std::string_view whole_;
  std::string_view rest_;
  std::vector<float> values_;
  std::optional<Error> error_;
};

}  // namespace

Result<ParsedMatrix> parse_brackets(std::string_view whole, std::string_view part) {
  return BracketReader(whole, part).read();
}

}  // namespace convscope
