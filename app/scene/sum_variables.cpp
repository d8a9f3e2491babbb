#include "app/scene/sum_variables.h"

#include <array>
#include <cstddef>
#include <limits>
#include <string>

#include "app/scene/sum_text.h"
#include "app/text/sum_words.h"

namespace convscope {
namespace {

std::string digit_below(std::int64_t digit) {
  constexpr std::array below{"\u2080", "\u2081", "\u2082", "\u2083", "\u2084",
                             "\u2085", "\u2086", "\u2087", "\u2088", "\u2089"};
  return below.at(static_cast<std::size_t>(digit));
}

std::string indexed(const char* letter, std::int64_t row, std::int64_t column) {
  const bool short_enough = row < 10 && column < 10;
  return letter + (short_enough ? digit_below(row) + digit_below(column)
                                : "[" + std::to_string(row) + ", " + std::to_string(column) + "]");
}

std::string channel_below(std::int64_t channel) {
  std::string below;
  for (const char digit : std::to_string(channel)) {
    below += digit_below(digit - '0');
  }
  return "s" + below;
}

MathRun value_run(const CellSum& sum, const Product& product) {
  if (product.tap.input) {
    return {indexed("x", product.tap.input->y, product.tap.input->x), Role::input};
  }
  const bool least = sum.kind == SumKind::maximum;
  return {formula_number(least ? -std::numeric_limits<double>::infinity() : 0.0), Role::padding};
}

/// The terms that are done, with a sign between them.
MathText joined_terms(const CellSum& sum, const char* between) {
  MathText terms;
  for (const Product& product : sum.products) {
    if (product.done) {
      if (!terms.empty()) {
        terms.push_back({between});
      }
      const MathText factors = variable_factors(sum, product);
      terms.insert(terms.end(), factors.begin(), factors.end());
    }
  }
  return terms;
}

MathText channel_terms(const CellSum& sum) {
  MathText terms;
  for (const ChannelSum& channel : sum.channels) {
    if (channel.begun) {
      terms.push_back({(terms.empty() ? "" : " + ") + channel_below(channel.channel)});
    }
  }
  return terms;
}

MathText terms_of(const CellSum& sum) {
  if (std::ssize(sum.channels) > 1) {
    return std::ssize(sum.channels) <= max_written_terms ? channel_terms(sum) : MathText{};
  }
  return sum.product_count <= max_written_terms ? joined_terms(sum, sum.kind == SumKind::maximum ? ", " : " + ")
                                                : MathText{};
}

/// Before and behind the terms of a largest value or a mean.
struct Frame {
  std::string before;
  std::string behind;
};

Frame frame_of(const CellSum& sum) {
  switch (sum.kind) {
    case SumKind::maximum:
      return {std::string(text::maximum) + "(", ")"};
    case SumKind::mean:
      return {"(", ") / " + std::to_string(sum.product_count)};
    case SumKind::sum:
    case SumKind::stamp:
      break;
  }
  return {};
}

}  // namespace

MathText variable_factors(const CellSum& sum, const Product& product) {
  MathText text{value_run(sum, product)};
  if (product.tap.weight) {
    text.push_back({"\u00b7"});
    text.push_back({indexed("w", product.tap.weight->y, product.tap.weight->x), Role::kernel_size});
  }
  return text;
}

MathText variable_total(const CellSum& sum) {
  if (sum.kind == SumKind::stamp) {
    return {};
  }
  MathText text{{indexed("y", sum.cell.y, sum.cell.x), Role::output}, {" = "}};
  MathText terms = terms_of(sum);
  if (!terms.empty() && !sum.complete) {
    terms.push_back({sum.kind == SumKind::maximum ? ", \u2026" : " + \u2026"});
  } else if (!terms.empty() && sum.has_bias) {
    terms.push_back({" + b"});
  }
  if (!terms.empty()) {
    const Frame frame = frame_of(sum);
    text.push_back({frame.before});
    text.insert(text.end(), terms.begin(), terms.end());
    text.push_back({frame.behind + " = "});
  }
  text.push_back({formula_number(sum.total), Role::output});
  return text;
}

}  // namespace convscope
