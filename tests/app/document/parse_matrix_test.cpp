#include "app/document/parse_matrix.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <limits>
#include <string>

namespace convscope {
namespace {

using Sizes = std::vector<std::int64_t>;
using Values = std::vector<float>;

struct Good {
  const char* text;
  Sizes shape;
  Values values;
};

class MatrixText : public ::testing::TestWithParam<Good> {};

TEST_P(MatrixText, IsRead) {
  const Result<ParsedMatrix> matrix = parse_matrix(GetParam().text);
  ASSERT_TRUE(matrix.ok()) << matrix.error().what.english();
  EXPECT_EQ(matrix.value().shape, GetParam().shape);
  EXPECT_EQ(matrix.value().values, GetParam().values);
}

const Values one_to_four{1, 2, 3, 4};
const Values one_to_six{1, 2, 3, 4, 5, 6};

INSTANTIATE_TEST_SUITE_P(
    All, MatrixText,
    ::testing::Values(
        // typed
        Good{"1 2\n3 4", {2, 2}, one_to_four}, Good{"1,2\n3,4", {2, 2}, one_to_four},
        Good{"  1 ,2 \n\t3,  4,\n", {2, 2}, one_to_four}, Good{"5", {1, 1}, {5}},
        Good{"-1 +2 .5 1e2 2.", {1, 5}, {-1, 2, 0.5F, 100, 2}}, Good{"\u22121", {1, 1}, {-1}},
        Good{"1e-60 0", {1, 2}, {0, 0}}, Good{"3.4028235e38", {1, 1}, {std::numeric_limits<float>::max()}},
        Good{"1 2; 3 4", {2, 2}, one_to_four}, Good{"[1 2; 3 4]", {2, 2}, one_to_four},
        Good{"1; 2; 3", {3, 1}, {1, 2, 3}}, Good{"1 2;\n3 4;", {2, 2}, one_to_four},
        Good{"# a note\n1 2 # another\n3 4", {2, 2}, one_to_four}, Good{"1 2\n\n3 4\n \n5 6\n", {3, 1, 2}, one_to_six},
        // spreadsheets
        Good{"1\t2\r\n3\t4\r\n", {2, 2}, one_to_four}, Good{"0,5\t1,5", {1, 2}, {0.5F, 1.5F}},
        Good{"1,5;2\n3;4,25\n", {2, 2}, {1.5F, 2, 3, 4.25F}}, Good{"\uFEFF1;2\n3;4\n", {2, 2}, one_to_four},
        Good{"1 \t 2", {1, 2}, {1, 2}}, Good{"1,\t2", {1, 2}, {1, 2}},
        // NumPy, PyTorch, Python
        Good{"[[1. 2.]\n [3. 4.]]", {2, 2}, one_to_four}, Good{"[[1, 2], [3, 4],]", {2, 2}, one_to_four},
        Good{"array([[1., 2.],\n       [3., 4.]], dtype=float32)", {2, 2}, one_to_four},
        Good{"np.array([[1, 2], [3, 4]])", {2, 2}, one_to_four},
        Good{"tensor([[[[1., 2.],\n          [3., 4.]]]], device='cuda:0')", {1, 1, 2, 2}, one_to_four},
        Good{"[1 2 3\n 4]", {4}, one_to_four},
        Good{"[[[1 2]\n  [3 4]]\n\n [[5 6]\n  [7 8]]]", {2, 2, 2}, {1, 2, 3, 4, 5, 6, 7, 8}},
        Good{"[1, 2]\n[3, 4]", {2, 2}, one_to_four}, Good{"[[1 2]; [3 4]]", {2, 2}, one_to_four},
        Good{"[[ True False]\n [False  True]]", {2, 2}, {1, 0, 0, 1}}));

struct Bad {
  const char* text;
  const char* what;
};

class NoMatrix : public ::testing::TestWithParam<Bad> {};

TEST_P(NoMatrix, SaysWhereAndWhatToDo) {
  const Result<ParsedMatrix> matrix = parse_matrix(GetParam().text);
  ASSERT_FALSE(matrix.ok());
  EXPECT_EQ(matrix.error().what.english(), GetParam().what);
  EXPECT_FALSE(matrix.error().remedy.english().empty());
}

INSTANTIATE_TEST_SUITE_P(
    All, NoMatrix,
    ::testing::Values(
        Bad{"", "the text has no numbers"}, Bad{" \n# 1 2\n", "the text has no numbers"},
        Bad{"[[]]", "the text has no numbers"}, Bad{"1 2\n3 x4", "line 2, column 3: \"x4\" is not a number"},
        Bad{"커널 1", "line 1, column 1: \"커널\" is not a number"},
        Bad{"1 2 커널", "line 1, column 5: \"커널\" is not a number"},
        Bad{"1 − 2", "line 1, column 3: \"−\" is not a number"},
        Bad{"0x10", "line 1, column 1: \"0x10\" is not a number"},
        Bad{"1.2.3", "line 1, column 1: \"1.2.3\" is not a number"},
        Bad{"1 2\n3", "line 2, column 1: this row has length 1, the first has 2"},
        Bad{"1 2\n\n3 4\n5 6", "line 3, column 1: this row has length 2, the first has 1"},
        Bad{"1,,2", "line 1, column 3: a number is missing before this separator"},
        Bad{"1\t\t2", "line 1, column 3: a number is missing before this separator"},
        Bad{",1", "line 1, column 1: a number is missing before this separator"},
        Bad{"1;;2\n3;4;5", "line 1, column 3: a number is missing before this separator"},
        Bad{"1 4e38", "line 1, column 3: 4e38 is beyond float32"},
        Bad{"1e999", "line 1, column 1: 1e999 is beyond float32"},
        Bad{"[[1 2]\n [3 4]", "line 1, column 1: this bracket is not closed"},
        Bad{"[1 2]]", "line 1, column 6: this bracket closes none"},
        Bad{"1 2]", "line 1, column 1: brackets stand beside a number or are nested otherwise than those before"},
        Bad{"[[1 2], 3]", "line 1, column 9: brackets stand beside a number or are nested otherwise than those before"},
        Bad{"[[1 2], [[3 4]]]", "line 1, column 9: this row has length 1, the first has 2"},
        Bad{"[[[1, 2]], [[3]]]", "line 1, column 12: this row has length 1, the first has 2"},
        Bad{"[[1, 2],\n [3]]", "line 2, column 2: this row has length 1, the first has 2"},
        Bad{"[1,,2]", "line 1, column 4: a number is missing before this separator"},
        Bad{"[[[[[1]]]]]", "line 1, column 5: brackets are nested deeper than 4"},
        Bad{"[[0. 0. ... 0.]]", "line 1, column 9: \"...\" stands for numbers that were left out"},
        Bad{"array([[1, 2]) [", "line 1, column 7: this bracket is not closed"}));

TEST(ParseMatrix, ReadsWhatIsNotFinite) {
  const ParsedMatrix matrix = parse_matrix("[nan, inf, -inf]").value();
  EXPECT_TRUE(std::isnan(matrix.values[0]));
  EXPECT_EQ(matrix.values[1], std::numeric_limits<float>::infinity());
  EXPECT_EQ(matrix.values[2], -std::numeric_limits<float>::infinity());
}

/// Any bytes of the kinds that matter: the parser must not crash, and what it takes is whole.
RC_GTEST_PROP(ParseMatrix, TakesAnyText, ()) {
  const auto text = *rc::gen::container<std::string>(rc::gen::elementOf(std::string("12.,;\t \n[]()e-+x#\r\xe2\x88")));
  const Result<ParsedMatrix> matrix = parse_matrix(text);
  if (matrix.ok()) {
    std::int64_t count = 1;
    for (const std::int64_t size : matrix.value().shape) {
      count *= size;
    }
    RC_ASSERT(count == std::ssize(matrix.value().values));
    RC_ASSERT(matrix.value().shape.size() <= 4U);
  } else {
    RC_ASSERT(!matrix.error().what.english().empty());
  }
}

RC_GTEST_PROP(ParseMatrix, ReadsWhatItPrints, ()) {
  const auto rows = *rc::gen::inRange<std::int64_t>(1, 5);
  const auto columns = *rc::gen::inRange<std::int64_t>(1, 5);
  const std::string separator = *rc::gen::elementOf(std::vector<std::string>{" ", ",", "\t", ", ", " \t"});
  std::string text;
  Values values;
  for (std::int64_t i = 0; i < rows * columns; ++i) {
    values.push_back(static_cast<float>(*rc::gen::inRange(-99, 100)) / 4);
    text += (i == 0 ? "" : i % columns == 0 ? "\n" : separator) + std::to_string(values.back());
  }
  const ParsedMatrix matrix = parse_matrix(text).value();
  RC_ASSERT(matrix.shape == (Sizes{rows, columns}));
  RC_ASSERT(matrix.values == values);
}

}  // namespace
}  // namespace convscope
