#include "app/scene/sum_text.h"

#include <cmath>

#include "app/text/phrases.h"
#include "app/text/sum_words.h"

namespace convscope {
namespace {

/// "3", then " + 2" or " − 2".
std::string signed_term(double value, bool first) {
  if (first) {
    return formula_number(value);
  }
  return (value < 0 ? " \u2212 " : " + ") + formula_number(std::abs(value));
}

/// What is still to come stands as dots.
std::string dots(bool first) { return first ? "\u2026" : " + \u2026"; }

Role value_role(const Product& product) { return product.tap.input ? Role::input : Role::padding; }

MathText terms_of(const CellSum& sum) {
  MathText terms;
  if (sum.channels.size() == 1 && sum.product_count <= max_written_terms) {
    for (const Product& product : sum.products) {
      if (product.done) {
        const double term = sum.kind == SumKind::mean ? product.value.value : product.exact();
        terms.push_back({signed_term(term, terms.empty())});
      }
    }
  } else if (std::ssize(sum.channels) > 1 && std::ssize(sum.channels) <= max_written_terms) {
    for (const ChannelSum& channel : sum.channels) {
      if (channel.begun) {
        terms.push_back({signed_term(channel.sum, terms.empty())});
      }
    }
  }
  return terms;
}

void append_total(const CellSum& sum, MathText& text) {
  text.push_back({" = "});
  text.push_back({formula_number(sum.total), Role::output});
}

MathText mean_text(const CellSum& sum) {
  MathText text = terms_of(sum);
  if (!sum.complete) {
    text.push_back({dots(text.empty())});
  }
  const std::string numerator = formula_number(sum.value_sum);
  if (!text.empty()) {
    text.push_back({" = " + numerator + ", "});
  }
  text.push_back({numerator + " / "});
  text.push_back({std::to_string(sum.product_count), Role::kernel_size});
  append_total(sum, text);
  return text;
}

}  // namespace

MathText factors_text(const CellSum& sum, const Product& product) {
  MathText text{{formula_number(product.value.value), value_role(product)}};
  if (sum.kind == SumKind::sum || sum.kind == SumKind::stamp) {
    text.push_back({" \u00b7 "});
    text.push_back({formula_number(product.value.weight), Role::kernel_size});
  }
  return text;
}

MathText product_text(const CellSum& sum, const Product& product) {
  if (sum.kind == SumKind::maximum || sum.kind == SumKind::mean) {
    return {};
  }
  return {{"= " + formula_number(product.exact())}};
}

MathText total_text(text::Language language, const CellSum& sum) {
  switch (sum.kind) {
    case SumKind::stamp:
      return {};
    case SumKind::maximum:
      return {{std::string(text::maximum) + " = "}, {formula_number(sum.total), Role::output}};
    case SumKind::mean:
      return mean_text(sum);
    case SumKind::sum:
      break;
  }
  MathText text = terms_of(sum);
  if (!sum.complete) {
    text.push_back({dots(text.empty())});
  } else if (sum.has_bias) {
    const std::string sign = sum.bias < 0 ? " \u2212 " : " + ";
    text.push_back({(text.empty() ? "" : sign) + text::picture::bias.in(language) + " "});
    text.push_back({formula_number(text.size() == 1 ? sum.bias : std::abs(sum.bias))});
  }
  if (text.empty()) {
    return {{formula_number(sum.total), Role::output}};
  }
  append_total(sum, text);
  return text;
}

MathText channel_text(text::Language language, const ChannelSum& channel) {
  const std::string value = channel.begun ? formula_number(channel.sum) : "\u2026";
  return {{text::channel_sum(language, channel.channel), Role::notes},
          {value, channel.begun ? Role::plain : Role::notes}};
}

}  // namespace convscope
