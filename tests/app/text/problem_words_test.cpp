#include "app/text/problem_words.h"

#include <gtest/gtest.h>

#include <limits>

#include "engine/problem.h"

namespace convscope {
namespace {

Error words_of(const SizedLayer& sized) { return text::invalid_layer(validate(sized)); }

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

TEST(ProblemWords, WithoutAMendSayWhatWouldHelp) {
  Problem problem{
      Parameter::kernel_size, {}, Reason::too_many_elements, std::numeric_limits<std::int64_t>::max(), max_elements,
      TensorRole::weight,     {}};
  EXPECT_EQ(text::problem(problem),
            "kernel_size: the weight would have more than 9223372036854775807 elements, the limit is 268435456");
  EXPECT_EQ(text::mend(problem), "make in_channels or out_channels smaller, and kernel_size, too");
}

}  // namespace
}  // namespace convscope
