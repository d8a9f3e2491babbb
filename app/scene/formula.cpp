#include "app/scene/formula.h"

namespace convscope {
namespace {

std::string digits(std::int64_t value) { return value < 0 ? "\u2212" + std::to_string(-value) : std::to_string(value); }

/// How the terms of the numerator are written: as symbols or as numbers.
struct Terms {
  std::string input;
  std::string padding_before;
  std::string padding_after;
  std::string dilation;
  std::string kernel_size;
};

MathText numerator_of(const Terms& terms, bool symmetric) {
  MathText text{{terms.input, Role::input}};
  if (symmetric) {
    text.insert(text.end(), {{" + 2·"}, {terms.padding_before, Role::padding}});
  } else {
    text.insert(text.end(),
                {{" + "}, {terms.padding_before, Role::padding}, {" + "}, {terms.padding_after, Role::padding}});
  }
  text.insert(text.end(), {{" \u2212 "},
                           {terms.dilation, Role::dilation},
                           {"·("},
                           {terms.kernel_size, Role::kernel_size},
                           {" \u2212 1) \u2212 1"}});
  return text;
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
  const bool symmetric = axis.padding_before == axis.padding_after;
  const MathText symbols = numerator_of({"in", symmetric ? "p" : "p\u2081", "p\u2082", "d", "k"}, symmetric);
  const MathText numbers = numerator_of({digits(axis.input), digits(axis.padding_before), digits(axis.padding_after),
                                         digits(axis.dilation), digits(axis.kernel_size)},
                                        symmetric);
  const MathText reduced{{digits(axis.input) + " + " + digits(axis.padding_before + axis.padding_after) + " \u2212 " +
                          digits(axis.dilation * (axis.kernel_size - 1)) + " \u2212 1"}};
  const MathText stride{{digits(axis.stride), Role::stride}};
  return {{{{"out", Role::output}, {" ="}}, symbols, {{"s", Role::stride}}, {{" + 1"}}},
          {{{"="}}, numbers, stride, {{" + 1"}}},
          {{{"="}}, reduced, stride, {{" + 1"}}},
          {{{"= \u230A "},
            {digits(axis.numerator)},
            {" / "},
            {digits(axis.stride), Role::stride},
            {" \u230B + 1 = " + digits(axis.quotient) + " + 1 = "},
            {digits(axis.output), Role::output}},
           {},
           {},
           {}}};
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
