#include "app/compute/tensor_pool.h"

#include <gtest/gtest.h>

namespace convscope {
namespace {

TEST(TensorPool, GivesMemoryThatTheLastOwnerHasLeft) {
  TensorPool pool;
  auto shared = pool.share(Tensor({1, 1, 30, 40}));
  const float* const memory = shared->values().data();
  auto other = shared;
  shared.reset();
  EXPECT_NE(pool.take({1, 1, 30, 40}).values().data(), memory) << "somebody still looks at it";
  other.reset();
  Tensor again = pool.take({1, 1, 10, 40});
  EXPECT_EQ(again.values().data(), memory);
  again.reshape({1, 1, 10, 40});
  EXPECT_EQ(again.values().data(), memory) << "a smaller one has room";
  EXPECT_NE(pool.take({1, 1, 10, 40}).values().data(), memory) << "once";
}

TEST(TensorPool, GivesFreshMemoryOfTheShape) {
  TensorPool pool;
  const Tensor fresh = pool.take({1, 2, 1000, 2000});  // Enough for large pages.
  EXPECT_EQ(fresh.shape(), (Shape{1, 2, 1000, 2000}));
  EXPECT_EQ(fresh.at({0, 1, 999, 1999}), 0.0F);
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
  EXPECT_EQ(pool.take({1, 1, 2, 3}).shape(), (Shape{1, 1, 2, 3}));
}

}  // namespace
}  // namespace convscope
