#include "app/compute/tensor_pool.h"

#include <gtest/gtest.h>

namespace convscope {
namespace {

TEST(TensorPool, GivesMemoryThatTheLastOwnerHasLeft) {
  TensorPool pool;
  EXPECT_TRUE(pool.take().values().empty());
  auto shared = pool.share(Tensor({1, 1, 30, 40}));
  const float* const memory = shared->values().data();
  auto other = shared;
  shared.reset();
  EXPECT_TRUE(pool.take().values().empty()) << "somebody still looks at it";
  other.reset();
  Tensor again = pool.take();
  EXPECT_EQ(again.values().data(), memory);
  again.reshape({1, 1, 10, 40});
  EXPECT_EQ(again.values().data(), memory) << "a smaller one has room";
  EXPECT_TRUE(pool.take().values().empty()) << "once";
}

TEST(TensorPool, MayEndBeforeWhatItGave) {
  std::shared_ptr<const Tensor> shared;
  {
    TensorPool pool;
    shared = pool.share(Tensor({1, 1, 3, 4}));
  }
  EXPECT_EQ(shared->shape().width, 4);
}

TEST(TensorPool, KeepsNoHugeMemory) {
  TensorPool pool;
  static_cast<void>(pool.share(Tensor({1, 1, 1 << 13, (1 << 12) + 1})));
  EXPECT_TRUE(pool.take().values().empty());
}

}  // namespace
}  // namespace convscope
