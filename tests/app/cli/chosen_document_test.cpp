#include "app/cli/chosen_document.h"

#include <gtest/gtest.h>

namespace convscope {
namespace {

ChosenLayer three_by_three() {
  ChosenLayer chosen;
  chosen.sized.layer.kernel_size = {3, 3};
  return chosen;
}

TEST(ChosenDocument, IsOfEveryOpAndPaddingMode) {
  for (const Op op : ops) {
    ChosenLayer chosen = three_by_three();
    chosen.sized.layer.op = op;
    EXPECT_EQ(document_of(chosen).value().sized.layer.op, op);
  }
  ChosenLayer chosen = three_by_three();
  chosen.sized.layer.flip_kernel = true;
  for (const PaddingMode mode : padding_modes) {
    chosen.sized.layer.padding_mode = mode;
    EXPECT_EQ(document_of(chosen).value().sized, chosen.sized);
  }
}

TEST(ChosenDocument, RefusesMoreThanPicturesAreDrawnOf) {
  ChosenLayer chosen = three_by_three();
  chosen.sized.layer.op = Op::max_pool2d;
  chosen.sized.input_size = {16'000, 16'000};
  EXPECT_FALSE(document_of(chosen).ok()) << "a gibibyte of float32 goes in and as much comes out";
}

TEST(ChosenDocument, AnInvalidLayerIsItsProblemWhateverItsOp) {
  ChosenLayer chosen = three_by_three();
  chosen.sized.layer.op = Op::max_pool2d;
  chosen.sized.layer.padding = {2, 2, 2, 2};
  EXPECT_NE(document_of(chosen).error().what.english().find("more than half"), std::string::npos);
}

}  // namespace
}  // namespace convscope
