#include "app/cli/chosen_document.h"

#include <gtest/gtest.h>

namespace convscope {
namespace {

ChosenLayer three_by_three() {
  ChosenLayer chosen;
  chosen.sized.layer.kernel_size = {3, 3};
  return chosen;
}

void expect_not_drawn(const ChosenLayer& chosen, const char* what) {
  const Result<Document> document = document_of(chosen);
  ASSERT_FALSE(document.ok()) << what;
  EXPECT_EQ(document.error(), (Error{what,
                                     "choose conv2d with padding_mode zeros and flip_kernel false, or use shape, "
                                     "compute or trace"}));
}

TEST(ChosenDocument, IsOfAConvolutionWithZeros) { EXPECT_TRUE(document_of(three_by_three()).ok()); }

TEST(ChosenDocument, RefusesWhatIsNotDrawn) {
  for (const auto& [op, what] :
       {std::pair(Op::conv_transpose2d, "op is conv_transpose2d, which is computed but not drawn"),
        std::pair(Op::max_pool2d, "op is max_pool2d, which is computed but not drawn"),
        std::pair(Op::avg_pool2d, "op is avg_pool2d, which is computed but not drawn")}) {
    ChosenLayer chosen = three_by_three();
    chosen.sized.layer.op = op;
    expect_not_drawn(chosen, what);
  }
  ChosenLayer mirrored = three_by_three();
  mirrored.sized.layer.padding_mode = PaddingMode::reflect;
  expect_not_drawn(mirrored, "padding_mode is reflect, which is computed but not drawn");
  ChosenLayer flipped = three_by_three();
  flipped.sized.layer.flip_kernel = true;
  expect_not_drawn(flipped, "flip_kernel is true, which is computed but not drawn");
}

TEST(ChosenDocument, AnInvalidLayerIsItsProblemWhateverItsOp) {
  ChosenLayer chosen = three_by_three();
  chosen.sized.layer.op = Op::max_pool2d;
  chosen.sized.layer.padding = {2, 2, 2, 2};
  EXPECT_NE(document_of(chosen).error().what.find("more than half"), std::string::npos);
}

}  // namespace
}  // namespace convscope
