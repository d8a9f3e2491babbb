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
  Tensor fresh = pool.take({1, 2, 1000, 2000});
  EXPECT_EQ(fresh.shape(), (Shape{1, 2, 1000, 2000}));
  EXPECT_EQ(fresh.at({0, 1, 999, 1999}), 0.0F);
  const float* const memory = fresh.values().data();
  fresh.reshape({1, 2, 1020, 2020});
  EXPECT_EQ(fresh.values().data(), memory) << "with room for some padding";
}

const Shape large{1, 1, 1 << 9, 1 << 9};

TEST(TensorPool, PreparesTheSecondOfTwo) {
  TensorPool pool;
  pool.prepare(large);
  EXPECT_EQ(pool.take({1, 1, 2, 3}).shape(), (Shape{1, 1, 2, 3})) << "nothing is shown yet";
  const auto shown = pool.share(Tensor(large));
  pool.prepare(large);
  const auto next = pool.share(pool.take({1, 1, 2, 3}));
  EXPECT_EQ(next->shape(), large);
  pool.prepare(large);
  EXPECT_EQ(pool.take({1, 1, 2, 3}).shape(), (Shape{1, 1, 2, 3})) << "the first of them will be free";
}

TEST(TensorPool, PreparesNothingSmallOrHuge) {
  TensorPool pool;
  const auto shown = pool.share(Tensor(large));
  pool.prepare({1, 1, (1 << 9) - 1, 1 << 9});
  pool.prepare({1, 1, 1 << 13, (1 << 12) + 1});
  EXPECT_EQ(pool.take({1, 1, 2, 3}).shape(), (Shape{1, 1, 2, 3}));
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
