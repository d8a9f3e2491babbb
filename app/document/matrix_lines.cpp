#include <algorithm>
#include <cctype>
#include <optional>

#include "app/document/matrix_text.h"
#include "engine/problem.h"

namespace convscope {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool commas_are_within_digits(std::string_view text) {
  for (std::size_t i = text.find(','); i != std::string_view::npos; i = text.find(',', i + 1)) {
    if (i == 0 || i + 1 == text.size() || !is_digit(text[i - 1]) || !is_digit(text[i + 1])) {
      return false;
    }
  }
  return text.find(',') != std::string_view::npos;
}

/// The parts between separators, empty ones too.
std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) {
      return parts;
    }
    text.remove_prefix(end + 1);
  }
}

/// Rows of text to rows of numbers; keeps the first error.
class LineReader {
 public:
  LineReader(std::string_view whole, std::string_view part) : whole_(whole) {
    std::vector<std::string_view> lines = split(part, '\n');
    for (std::string_view& line : lines) {
      line = trimmed(line.substr(0, line.find('#')));
    }
    const auto filled = std::ranges::count_if(lines, [](std::string_view line) { return !line.empty(); });
    const bool semicolons = part.find(';') != std::string_view::npos;
    if (filled == 1 && semicolons) {
      lines = split(*std::ranges::find_if(lines, [](std::string_view line) { return !line.empty(); }), ';');
    }
    cells_end_at_semicolons_ = filled > 1 && semicolons;
    const bool tabs = part.find('\t') != std::string_view::npos;
    decimal_comma_ = (tabs || semicolons) && commas_are_within_digits(part);
    lines_ = std::move(lines);
  }

  Result<ParsedMatrix> read() && {
    for (const std::string_view line : lines_) {
      const std::string_view row = trimmed(line);
      if (row.empty()) {
        if (!end_block()) {
          return *error_;
        }
      } else if (!read_row(row)) {
        return *error_;
      }
    }
    return end_block() ? finished() : *error_;
  }

 private:
  bool fail(Error error) {
    error_ = std::move(error);
    return false;
  }

  [[nodiscard]] text::TextPlace place(std::string_view part) const { return place_of(whole_, part.data()); }

  [[nodiscard]] bool separates(char c) const {
    return (c == ',' && !decimal_comma_) || c == '\t' || (c == ';' && cells_end_at_semicolons_);
  }

  bool read_row(std::string_view row) {
    std::string_view rest = row;
    std::int64_t columns = 0;
    while (!rest.empty()) {
      if (!read_cell(rest)) {
        return false;
      }
      ++columns;
    }
    if (columns_ && *columns_ != columns) {
      return fail(text::matrix_ragged(place(row), columns, *columns_));
    }
    columns_ = columns;
    block_start_ = rows_ == 0 ? row : block_start_;
    ++rows_;
    return true;
  }

  /// One number, and the separator behind it.
  bool read_cell(std::string_view& rest) {
    const auto ends = [this](char c) { return is_blank(c) || separates(c); };
    const auto* const end = std::ranges::find_if(rest, ends);
    const std::string_view word(rest.begin(), end);
    if (word.empty()) {
      return fail(text::matrix_missing_cell(place(rest)));
    }
    const Result<float> number = read_number(whole_, word, decimal_comma_);
    if (!number) {
      return fail(number.error());
    }
    if (std::ssize(matrix_.values) >= max_elements) {
      return fail(text::matrix_too_long(max_elements));
    }
    matrix_.values.push_back(number.value());
    rest.remove_prefix(word.size());
    return skip_separator(rest);
  }

  /// Blanks with one separator among them, or none; a tab is a blank beside another separator.
  bool skip_separator(std::string_view& rest) {
    int tabs = 0;
    int others = 0;
    while (!rest.empty() && (is_blank(rest.front()) || separates(rest.front()))) {
      const bool tab = rest.front() == '\t';
      tabs += tab ? 1 : 0;
      others += separates(rest.front()) && !tab ? 1 : 0;
      if (others > 1 || (others == 0 && tabs > 1)) {
        return fail(text::matrix_missing_cell(place(rest)));
      }
      rest.remove_prefix(1);
    }
    return true;
  }

  bool end_block() {
    if (rows_ == 0) {
      return true;
    }
    if (block_rows_ && *block_rows_ != rows_) {
      return fail(text::matrix_ragged(place(block_start_), rows_, *block_rows_));
    }
    block_rows_ = rows_;
    rows_ = 0;
    ++blocks_;
    return true;
  }

  Result<ParsedMatrix> finished() {
    if (blocks_ == 0) {
      return text::matrix_is_empty();
    }
    matrix_.shape = {*block_rows_, *columns_};
    if (blocks_ > 1) {
      matrix_.shape.insert(matrix_.shape.begin(), blocks_);
    }
    return std::move(matrix_);
  }

  std::string_view whole_;
  std::vector<std::string_view> lines_;
  bool cells_end_at_semicolons_ = false;
  bool decimal_comma_ = false;
  ParsedMatrix matrix_;
  std::optional<Error> error_;
  std::optional<std::int64_t> columns_;     ///< Of the first row.
  std::optional<std::int64_t> block_rows_;  ///< Of the first block.
  std::int64_t rows_ = 0;                   ///< Of the block that is being read.
  std::int64_t blocks_ = 0;
  std::string_view block_start_;
};

}  // namespace

Result<ParsedMatrix> parse_lines(std::string_view whole, std::string_view part) {
  return LineReader(whole, part).read();
}

}  // namespace convscope
