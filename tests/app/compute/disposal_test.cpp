#include "app/compute/disposal.h"

#include <gtest/gtest.h>

#include <chrono>
#include <future>

namespace convscope {
namespace {

constexpr Shape large{1, 1, 1024, 1024};

/// A tensor that tells which thread frees it.
std::shared_ptr<const Tensor> telling(const Shape& shape, std::promise<std::thread::id>& freed) {
  return {new Tensor(shape), [&freed](const Tensor* last) {  // NOLINT(cppcoreguidelines-owning-memory): shared_ptr's
            freed.set_value(std::this_thread::get_id());
            delete last;  // NOLINT(cppcoreguidelines-owning-memory)
          }};
}

TEST(Disposal, LargeTensorsAreFreedElsewhere) {
  std::promise<std::thread::id> freed;
  Disposal disposal;
  std::shared_ptr<const Tensor> own = telling(large, freed);
  const Tensor* const values = own.get();
  std::shared_ptr<const Tensor> shared = disposal.adopt(std::move(own));
  EXPECT_EQ(shared.get(), values);
  std::shared_ptr<const Tensor> other = shared;
  shared.reset();
  auto where = freed.get_future();
  EXPECT_EQ(where.wait_for(std::chrono::milliseconds(20)), std::future_status::timeout) << "somebody still has it";
  other.reset();
  EXPECT_NE(where.get(), std::this_thread::get_id());
}

TEST(Disposal, SmallOnesComeBackAsTheyAre) {
  std::promise<std::thread::id> freed;
  Disposal disposal;
  std::shared_ptr<const Tensor> shared = disposal.adopt(telling({1, 1, 4, 4}, freed));
  shared.reset();
  EXPECT_EQ(freed.get_future().get(), std::this_thread::get_id());
  EXPECT_EQ(disposal.adopt(nullptr), nullptr);
}

TEST(Disposal, AdoptsOnce) {
  Disposal disposal;
  const std::shared_ptr<const Tensor> shared = disposal.adopt(std::make_shared<const Tensor>(large));
  EXPECT_EQ(shared.use_count(), 1);
  const std::shared_ptr<const Tensor> again = disposal.adopt(shared);
  EXPECT_EQ(shared.use_count(), 2) << "no second hull around the first";
}

TEST(Disposal, TensorsOutliveIt) {
  std::promise<std::thread::id> freed;
  std::shared_ptr<const Tensor> shared;
  {
    Disposal disposal;
    shared = disposal.adopt(telling(large, freed));
  }
  EXPECT_EQ(shared->at({0, 0, 7, 7}), 0);
  shared.reset();
  EXPECT_EQ(freed.get_future().get(), std::this_thread::get_id());
}

}  // namespace
}  // namespace convscope
