#include "app/text/problem_words.h"

#include <gtest/gtest.h>

#include <limits>

#include "engine/problem.h"

namespace convscope {
namespace {

Error words_of(const SizedLayer& sized) {
  const Error error = text::invalid_layer(validate(sized));
  return {error.what.english(), error.remedy.english()};
}

TEST(ProblemWords, OfEveryReason) {
  SizedLayer sized;
  sized.layer.stride.width = 0;
  EXPECT_EQ(words_of(sized), (Error{"stride (width) is 0, at least 1 is needed", "set stride (width) to 1"}));

  sized = {};
  sized.layer.out_channels = max_parameter + 1;
  EXPECT_EQ(words_of(sized),
            (Error{"out_channels is 268435457, the limit is 268435456", "set out_channels to 268435456"}));

  sized = {};
  sized.layer.out_channels = 3;
  sized.layer.groups = 1;
  sized.layer.in_channels = 3;
  sized.layer.groups = 2;
  sized.layer.out_channels = 4;
  EXPECT_EQ(words_of(sized), (Error{"in_channels is 3, not divisible by groups 2", "set in_channels to 4"}));

  sized = {};
  sized.layer.kernel_size.height = 6;
  EXPECT_EQ(words_of(sized),
            (Error{"kernel_size (height): the dilated kernel spans 6 rows, the padded input has only 5",
                   "set padding (height) to 1"}));

  sized = {};
  sized.layer.padding_rule = PaddingRule::same;
  sized.layer.stride = {2, 2};
  EXPECT_EQ(words_of(sized), (Error{"stride (height) is 2, but padding \"same\" needs stride 1 (and 1 more problem)",
                                    "set stride (height) to 1"}));

  sized = {};
  sized.input_size = {20'000, 20'000};
  EXPECT_EQ(words_of(sized),
            (Error{"input_size: the input would have 400000000 elements, the limit is 268435456 (and 1 more problem)",
                   "set input_size to 16384"}));
}

SizedLayer of_op(Op op) {
  SizedLayer sized;
  sized.layer.op = op;
  return sized;
}

TEST(ProblemWords, OfPaddingThatAnOpDoesNotHave) {
  SizedLayer sized = of_op(Op::conv_transpose2d);
  sized.layer.padding_rule = PaddingRule::valid;
  EXPECT_EQ(words_of(sized), (Error{"padding \"same\" and \"valid\" are words of conv2d alone", "set padding to 0"}));

  sized = of_op(Op::max_pool2d);
  sized.layer.padding_mode = PaddingMode::circular;
  EXPECT_EQ(words_of(sized), (Error{"padding_mode is circular, which only conv2d has", "set padding_mode to zeros"}));

  sized = of_op(Op::conv_transpose2d);
  sized.layer.padding.bottom = 1;
  EXPECT_EQ(words_of(sized), (Error{"padding (height) is 0 before and 1 after, but only conv2d can have sides that "
                                    "differ",
                                    "set padding (height) to 0"}));

  sized = of_op(Op::avg_pool2d);
  sized.layer.padding = {0, 0, 2, 2};
  EXPECT_EQ(words_of(sized),
            (Error{"padding (width) is 2, more than half of a pool's dilated kernel (1)", "set padding (width) to 1"}));
}

TEST(ProblemWords, OfPaddingThatCopiesTooMuch) {
  SizedLayer sized;
  sized.layer.padding = {5, 5, 0, 0};
  sized.layer.padding_mode = PaddingMode::reflect;
  EXPECT_EQ(words_of(sized), (Error{"padding (height) is 5, but padding_mode reflect can mirror only 4 here",
                                    "set padding (height) to 4"}));
  sized.layer.padding = {6, 6, 0, 0};
  sized.layer.padding_mode = PaddingMode::circular;
  EXPECT_EQ(words_of(sized), (Error{"padding (height) is 6, but padding_mode circular can copy only 5 here",
                                    "set padding (height) to 5"}));
}

TEST(ProblemWords, OfWhatOtherOpsHave) {
  SizedLayer sized = of_op(Op::max_pool2d);
  sized.layer.in_channels = 3;
  EXPECT_EQ(words_of(sized), (Error{"out_channels is 1, but a pool keeps its in_channels 3", "set out_channels to 3"}));

  sized = of_op(Op::avg_pool2d);
  sized.layer.dilation.width = 2;
  EXPECT_EQ(words_of(sized),
            (Error{"dilation (width) is 2, but avg_pool2d has none: it must be 1", "set dilation (width) to 1"}));

  sized = {};
  sized.layer.output_padding.height = 1;
  EXPECT_EQ(words_of(sized), (Error{"output_padding (height) is 1, which only conv_transpose2d has",
                                    "set output_padding (height) to 0"}));

  sized = of_op(Op::conv_transpose2d);
  sized.layer.output_padding.height = 1;
  EXPECT_EQ(words_of(sized), (Error{"output_padding (height) is 1, not smaller than stride or dilation: at most 0 here",
                                    "set output_padding (height) to 0"}));

  sized = of_op(Op::conv_transpose2d);
  sized.layer.padding = {0, 0, 4, 4};
  EXPECT_EQ(words_of(sized),
            (Error{"padding (width) crops the whole output: its size would be -1", "set padding (width) to 3"}));
}

TEST(ProblemWords, AreSaidInKorean) {
  SizedLayer sized;
  sized.layer.kernel_size = {6, 6};
  const Error error = text::invalid_layer(validate(sized));
  EXPECT_EQ(error.what.in(text::Language::korean),
            "kernel_size (높이): 팽창한 커널은 6행인데 패딩한 입력은 5행뿐입니다 (그 밖에 문제 1개)");
  EXPECT_EQ(error.remedy.in(text::Language::korean), "바꾸기: padding (높이) → 1");
}

TEST(ProblemWords, WithoutAMendSayWhatWouldHelp) {
  Problem problem{
      Parameter::kernel_size, {}, Reason::too_many_elements, std::numeric_limits<std::int64_t>::max(), max_elements,
      TensorRole::weight,     {}};
  EXPECT_EQ(text::problem(problem).english(),
            "kernel_size: the weight would have more than 9223372036854775807 elements, the limit is 268435456");
  EXPECT_EQ(text::mend(problem).english(), "make in_channels or out_channels smaller, and kernel_size, too");
  problem.tensor = TensorRole::output;
  EXPECT_EQ(text::mend(problem).english(), "make stride or input_size smaller, and kernel_size or dilation, too");
}

}  // namespace
}  // namespace convscope
