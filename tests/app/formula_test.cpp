#include "app/scene/formula.h"

#include <gtest/gtest.h>

namespace convscope {
namespace {

std::vector<std::string> written(const std::vector<FormulaLine>& lines) {
  std::vector<std::string> texts;
  for (const FormulaLine& line : lines) {
    texts.push_back(plain_text(line));
  }
  return texts;
}

TEST(Formula, OfATransposedLayer) {
  const SizedLayer sized{.layer = {.op = Op::conv_transpose2d,
                                   .kernel_size = {3, 3},
                                   .stride = {2, 2},
                                   .padding = {1, 1, 1, 1},
                                   .dilation = {2, 2},
                                   .output_padding = {1, 1}},
                         .input_size = {4, 4}};
  EXPECT_EQ(written(size_formula(output_arithmetic(sized).height)),
            (std::vector<std::string>{"out = (in − 1)·s − 2·p + d·(k − 1) + output_padding + 1",
                                      "= (4 − 1)·2 − 2·1 + 2·(3 − 1) + 1 + 1", "= 6 − 2 + 4 + 1 + 1 = 10"}));
}

TEST(Formula, ColoursEveryTermByItsParameter) {
  const SizedLayer sized{.layer = {.op = Op::conv_transpose2d}, .input_size = {4, 4}};
  const std::vector<FormulaLine> lines = size_formula(output_arithmetic(sized).height);
  std::vector<Role> roles;
  for (const MathRun& run : lines.front().after) {
    if (run.role != Role::plain) {
      roles.push_back(run.role);
    }
  }
  EXPECT_EQ(roles, (std::vector<Role>{Role::input, Role::stride, Role::padding, Role::dilation, Role::kernel_size}));
}

TEST(Formula, OfBothAxesAlikeIsSaidOnce) {
  const OutputArithmetic arithmetic = output_arithmetic({});
  EXPECT_EQ(size_formula(text::Language::english, arithmetic), size_formula(arithmetic.height));
}

TEST(Formula, OfAxesThatDifferNamesThem) {
  const SizedLayer sized{.layer = {.kernel_size = {3, 2}, .padding = {0, 0, 1, 0}}, .input_size = {5, 7}};
  EXPECT_EQ(written(size_formula(text::Language::english, output_arithmetic(sized))),
            (std::vector<std::string>{"out = ⌊(in + p₁ + p₂ − d·(k − 1) − 1) / s⌋ + 1",
                                      "height = ⌊(5 + 2·0 − 1·(3 − 1) − 1) / 1⌋ + 1", "= ⌊ 2 / 1 ⌋ + 1 = 2 + 1 = 3",
                                      "width = ⌊(7 + 1 + 0 − 1·(2 − 1) − 1) / 1⌋ + 1", "= ⌊ 6 / 1 ⌋ + 1 = 6 + 1 = 7"}));
}

}  // namespace
}  // namespace convscope
