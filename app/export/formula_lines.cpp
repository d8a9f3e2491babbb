#include "app/export/formula_lines.h"

#include <string_view>

#include "app/scene/text_width.h"
#include "app/text/utf8.h"

namespace convscope {
namespace {

constexpr std::string_view ellipsis = "\u2026";
constexpr std::string_view equals = " = ";

/// Where the result begins: at the last " = ", of two or more, with the parenthesis that it closes.
std::size_t start_of_result(std::string_view formula) {
  const std::size_t last = formula.rfind(equals);
  if (last == std::string_view::npos || last == formula.find(equals)) {
    return formula.size();
  }
  return last > 0 && formula[last - 1] == ')' ? last - 1 : last;
}

/// What stays together, in order; a blank stands between each and the next.
std::vector<std::string> pieces_of(std::string_view formula) {
  const std::size_t last_equals = start_of_result(formula) < formula.size() ? formula.rfind(equals) : formula.size();
  std::vector<std::string> pieces(1);
  int brackets = 0;
  for (std::size_t i = 0; i < formula.size(); ++i) {
    brackets += formula[i] == '[' ? 1 : (formula[i] == ']' ? -1 : 0);
    const std::string_view rest = formula.substr(i);
    const bool behind_comma = brackets == 0 && i > 0 && formula[i - 1] == ',' && rest.starts_with(' ');
    if (rest.starts_with(" + ") || i == last_equals || behind_comma) {
      pieces.emplace_back();
    } else {
      pieces.back() += formula[i];
    }
  }
  return pieces;
}

std::vector<std::string> lines_of(const std::vector<std::string>& pieces, float size, float width) {
  std::vector<std::string> lines;
  for (const std::string& piece : pieces) {
    if (!lines.empty() && text_width(lines.back() + " " + piece, size) <= width) {
      lines.back() += " " + piece;
    } else {
      lines.push_back(piece);
    }
  }
  return lines;
}

/// "a = 1 + 2 + 3 = 6" as "a = 1 + … = 6", with so many of its pieces.
std::string shortened(std::string_view formula, const std::vector<std::string>& pieces, std::size_t kept) {
  const std::size_t result = start_of_result(formula);
  if (kept == 0 && result < formula.size()) {
    return std::string(formula.substr(0, formula.find(equals))) + std::string(equals) + std::string(ellipsis) +
           std::string(formula.substr(formula.rfind(equals)));
  }
  std::string text;
  for (std::size_t i = 0; i < kept; ++i) {
    text += pieces[i] + " ";
  }
  text += kept > 0 && !text.ends_with(", ") ? "+ " : "";
  return text + std::string(ellipsis) + std::string(formula.substr(result));
}

}  // namespace

std::vector<std::string> formula_lines(const std::string& formula, float size, float width) {
  return lines_of(pieces_of(formula), size, width);
}

std::vector<std::string> formula_lines(const std::string& formula, float size, float width, std::size_t most) {
  std::vector<std::string> lines = formula_lines(formula, size, width);
  const std::vector<std::string> pieces = pieces_of(formula);
  for (std::size_t kept = pieces.size() - 1; lines.size() > most && kept-- > 0;) {
    lines = formula_lines(shortened(formula, pieces, kept), size, width);
  }
  // Even the two ends may find no room: they stay together, for a smaller type.
  return lines.size() <= most ? lines : std::vector<std::string>{shortened(formula, pieces, 0)};
}

std::string fitting_line(const std::string& text, float size, float width) {
  if (text_width(text, size) <= width) {
    return text;
  }
  const auto is_start = [&](std::size_t i) { return i == text.size() || starts_character(text[i]); };
  float taken = text_width(ellipsis, size);
  std::size_t end = 0;
  for (std::size_t next = 0; next < text.size(); end = next) {
    do {
      ++next;
    } while (!is_start(next));
    taken += text_width(std::string_view(text).substr(end, next - end), size);
    if (taken > width) {
      break;
    }
  }
  return text.substr(0, end) + std::string(ellipsis);
}

}  // namespace convscope
