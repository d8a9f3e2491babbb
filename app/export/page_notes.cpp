#include "app/export/page_notes.h"

#include "app/scene/cell_sum.h"
#include "app/scene/formula.h"
#include "app/scene/sum_text.h"
#include "app/text/phrases.h"
#include "app/text/sum_words.h"

namespace convscope {
namespace {

/// Longer sums are not written out.
constexpr std::int64_t max_terms = 64;

std::string plain(const MathText& runs) {
  std::string text;
  for (const MathRun& run : runs) {
    text += run.text;
  }
  return text;
}

/// Terms with a sign between each and the next.
class Terms {
 public:
  explicit Terms(const char* between) : between_(between) {}
  void add(const std::string& term) { text_ += (text_.empty() ? "" : between_) + term; }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string between_;
  std::string text_;
};

/// The front channel's products that are done, where they are not too many.
void add_products(const CellSum& sum, Terms& terms) {
  for (const Product& product : sum.products) {
    if (product.done && sum.product_count <= max_terms) {
      terms.add(plain(factors_text(sum, product)));
    }
  }
}

std::string weighted_sum(text::Language language, const CellSum& sum) {
  Terms terms(" + ");
  add_products(sum, terms);
  for (const ChannelSum& channel : sum.channels) {
    if (channel.begun && (channel.channel != sum.front_channel || sum.product_count > max_terms)) {
      terms.add(formula_number(channel.sum));
    }
  }
  if (!sum.complete) {
    terms.add("\u2026");
  } else if (sum.has_bias) {
    terms.add(std::string(text::picture::bias.in(language)) + " " + formula_number(sum.bias));
  }
  return terms.text().empty() ? formula_number(sum.total) : terms.text() + " = " + formula_number(sum.total);
}

std::string largest(const CellSum& sum) {
  Terms terms(", ");
  add_products(sum, terms);
  if (!sum.complete) {
    terms.add("\u2026");
  }
  return std::string(text::maximum) + "(" + terms.text() + ") = " + formula_number(sum.total);
}

std::string stamp(const Document& document, const CellSum& sum) {
  Terms terms(", ");
  for (const Product& product : sum.products) {
    if (product.done && sum.product_count <= max_terms) {
      terms.add(plain(factors_text(sum, product)) + " " + text::lands_on(product.output));
    }
  }
  return text::input_cell(document.view.axis_order, sum.cell) + " = " + formula_number(document.input->at(sum.cell)) +
         ": " + terms.text();
}

std::string sum_text(text::Language language, const Document& document, const Moment& moment) {
  const CellSum sum = cell_sum(document, moment);
  const std::string cell = text::output_cell(document.view.axis_order, sum.cell) + " = ";
  switch (sum.kind) {
    case SumKind::sum:
      return cell + weighted_sum(language, sum);
    case SumKind::maximum:
      return cell + largest(sum);
    case SumKind::mean:
      return cell + plain(total_text(language, sum));
    case SumKind::stamp:
      break;
  }
  return stamp(document, sum);
}

}  // namespace

PageNotes page_notes(text::Language language, const Document& document, const LayerResult& result,
                     const std::string& title) {
  PageNotes notes{title, {}, {}, document.view.theme, language};
  for (const FormulaLine& line : size_formula(language, result.arithmetic)) {
    notes.formula.push_back(plain_text(line));
  }
  notes.sum = [language, document](const Moment& moment) { return sum_text(language, document, moment); };
  return notes;
}

}  // namespace convscope
