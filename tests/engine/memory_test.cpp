#include "engine/memory.h"

#include <gtest/gtest.h>

namespace convscope {
namespace {

TEST(TensorBytes, AreFourAnElement) {
  SizedLayer sized{Layer{}, {7, 9}};
  sized.layer.in_channels = 4;
  sized.layer.out_channels = 6;
  sized.layer.groups = 2;
  EXPECT_EQ(tensor_bytes(sized), (TensorBytes{4 * 4 * 7 * 9, 4 * 6 * 2 * 3 * 3, 4 * 6 * 5 * 7}));
}

}  // namespace
}  // namespace convscope
