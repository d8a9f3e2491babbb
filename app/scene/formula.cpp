#include "app/scene/formula.h"

#include "app/text/phrases.h"

namespace convscope {
namespace {

std::string digits(std::int64_t value) { return value < 0 ? "\u2212" + std::to_string(-value) : std::to_string(value); }

/// p, or its two sides where they differ.
struct PaddingTerm {
  bool symmetric = true;
  std::string before;
  std::string after;
};

PaddingTerm padding_symbols(const AxisArithmetic& axis) {
  const bool symmetric = axis.padding_before == axis.padding_after;
  return {symmetric, symmetric ? "p" : "p\u2081", "p\u2082"};
}

PaddingTerm padding_numbers(const AxisArithmetic& axis) {
  return {axis.padding_before == axis.padding_after, digits(axis.padding_before), digits(axis.padding_after)};
}

/// " + 2·p", or " + p₁ + p₂".
void append_padding(const PaddingTerm& padding, const char* sign, MathText& text) {
  if (padding.symmetric) {
    text.insert(text.end(), {{std::string(sign) + "2·"}, {padding.before, Role::padding}});
  } else {
    text.insert(text.end(), {{sign}, {padding.before, Role::padding}, {sign}, {padding.after, Role::padding}});
  }
}

/// How the terms are written: as symbols or as numbers.
struct Terms {
  std::string input;
  PaddingTerm padding;
  std::string dilation;
  std::string kernel_size;
  std::string stride;
  std::string output_padding;
};

Terms symbols_of(const AxisArithmetic& axis) { return {"in", padding_symbols(axis), "d", "k", "s", "output_padding"}; }

Terms numbers_of(const AxisArithmetic& axis) {
  return {digits(axis.input),       padding_numbers(axis), digits(axis.dilation),
          digits(axis.kernel_size), digits(axis.stride),   digits(axis.output_padding)};
}

MathText numerator_of(const Terms& terms) {
  MathText text{{terms.input, Role::input}};
  append_padding(terms.padding, " + ", text);
  text.insert(text.end(), {{" \u2212 "},
                           {terms.dilation, Role::dilation},
                           {"·("},
                           {terms.kernel_size, Role::kernel_size},
                           {" \u2212 1) \u2212 1"}});
  return text;
}

/// ⌊(in + 2·p − d·(k − 1) − 1) / s⌋ + 1 (engine/arithmetic.h)
std::vector<FormulaLine> window_formula(const AxisArithmetic& axis) {
  const MathText reduced{{digits(axis.input) + " + " + digits(axis.padding_before + axis.padding_after) + " \u2212 " +
                          digits(axis.effective_kernel - 1) + " \u2212 1"}};
  const MathText stride{{digits(axis.stride), Role::stride}};
  return {{{{"out", Role::output}, {" ="}}, numerator_of(symbols_of(axis)), {{"s", Role::stride}}, {{" + 1"}}},
          {{{"="}}, numerator_of(numbers_of(axis)), stride, {{" + 1"}}},
          {{{"="}}, reduced, stride, {{" + 1"}}},
          {{{"="}},
           {},
           {},
           {{" \u230A "},
            {digits(axis.numerator)},
            {" / "},
            {digits(axis.stride), Role::stride},
            {" \u230B + 1 = " + digits(axis.quotient) + " + 1 = "},
            {digits(axis.output), Role::output}}}};
}

MathText transposed_sum(const Terms& terms) {
  MathText text{{" ("}, {terms.input, Role::input}, {" \u2212 1)·"}, {terms.stride, Role::stride}};
  append_padding(terms.padding, " \u2212 ", text);
  text.insert(text.end(), {{" + "},
                           {terms.dilation, Role::dilation},
                           {"·("},
                           {terms.kernel_size, Role::kernel_size},
                           {" \u2212 1)"},
                           {std::string(" + ") + terms.output_padding},
                           {" + 1"}});
  return text;
}

/// (in − 1)·s − 2·p + d·(k − 1) + output_padding + 1 (engine/arithmetic.h)
std::vector<FormulaLine> transposed_formula(const AxisArithmetic& axis) {
  const std::string reduced = std::string(" ") + digits(axis.stretched_input - 1) + " \u2212 " +
                              digits(axis.padding_before + axis.padding_after) + " + " +
                              digits(axis.effective_kernel - 1) + " + " + digits(axis.output_padding) + " + 1 = ";
  return {{{{"out", Role::output}, {" ="}}, {}, {}, transposed_sum(symbols_of(axis))},
          {{{"="}}, {}, {}, transposed_sum(numbers_of(axis))},
          {{{"="}}, {}, {}, {{reduced}, {digits(axis.output), Role::output}}}};
}

void append_plain(const MathText& runs, std::string& text) {
  for (const MathRun& run : runs) {
    text += run.text;
  }
}

}  // namespace

Color role_color(const Palette& palette, Role role) {
  switch (role) {
    case Role::plain:
      return palette.text;
    case Role::notes:
      return palette.notes;
    case Role::input:
      return palette.input_text;
    case Role::output:
      return palette.output_text;
    case Role::kernel_size:
      return palette.kernel_size;
    case Role::stride:
      return palette.stride;
    case Role::padding:
      return palette.padding;
    case Role::dilation:
      return palette.dilation;
    case Role::groups:
      return palette.groups;
  }
  return palette.text;
}

std::vector<FormulaLine> size_formula(const AxisArithmetic& axis) {
  return axis.transposed ? transposed_formula(axis) : window_formula(axis);
}

std::vector<FormulaLine> size_formula(text::Language language, const OutputArithmetic& arithmetic) {
  if (arithmetic.height == arithmetic.width) {
    return size_formula(arithmetic.height);
  }
  const bool by_sides = arithmetic.height.padding_before != arithmetic.height.padding_after;
  std::vector<FormulaLine> lines{size_formula(by_sides ? arithmetic.height : arithmetic.width).front()};
  for (const Axis axis : axes) {
    const std::vector<FormulaLine> of_axis = size_formula(axis == Axis::height ? arithmetic.height : arithmetic.width);
    FormulaLine numbers = of_axis[1];
    numbers.before = {
        {std::string((axis == Axis::height ? text::picture::height : text::picture::width).in(language)) + " ="}};
    lines.push_back(std::move(numbers));
    lines.push_back(of_axis.back());
  }
  return lines;
}

std::string plain_text(const FormulaLine& line) {
  std::string text;
  append_plain(line.before, text);
  if (!line.numerator.empty()) {
    text += " \u230A(";
    append_plain(line.numerator, text);
    text += ") / ";
    append_plain(line.denominator, text);
    text += "\u230B";
  }
  append_plain(line.after, text);
  return text;
}

}  // namespace convscope
