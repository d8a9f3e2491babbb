#include "app/export/ordered_work.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <atomic>
#include <chrono>
#include <latch>
#include <optional>
#include <stdexcept>

namespace convscope {
namespace {

TEST(OrderedWork, GivesResultsInTheOrderOfTheTasks) {
  OrderedWork<int> work(4);
  for (int i = 0; i < 100; ++i) {
    work.push([i] {
      std::this_thread::sleep_for(std::chrono::microseconds(i % 7 * 50));  // Some overtake others.
      return i;
    });
  }
  for (int i = 0; i < 100; ++i) {
    EXPECT_EQ(work.pop(), i);
  }
  EXPECT_EQ(work.size(), 0U);
}

TEST(OrderedWork, WorksSideBySide) {
  OrderedWork<bool> work(2);
  std::latch both(2);
  for (int i = 0; i < 2; ++i) {
    work.push([&] {
      both.arrive_and_wait();  // One thread alone would wait here for ever.
      return true;
    });
  }
  EXPECT_TRUE(work.pop());
  EXPECT_TRUE(work.pop());
}

TEST(OrderedWork, NeedsNoThread) {
  OrderedWork<int> work(0);
  work.push([] { return 1; });
  work.push([]() -> int { throw std::runtime_error("torn paper"); });
  work.push([] { return 3; });
  EXPECT_EQ(work.pop(), 1);
  EXPECT_THROW(work.pop(), std::runtime_error);
  EXPECT_EQ(work.pop(), 3);
}

TEST(OrderedWork, TakesTheThreadsThatItGets) {
#ifdef __SANITIZE_ADDRESS__
  GTEST_SKIP() << "the address sanitizer ends the program where a limit of memory lets no thread begin";
#endif
  rlimit before{};
  getrlimit(RLIMIT_AS, &before);
  const rlimit no_more_stacks{1U << 20U, before.rlim_max};
  setrlimit(RLIMIT_AS, &no_more_stacks);
  std::optional<OrderedWork<int>> work;
  work.emplace(64);
  setrlimit(RLIMIT_AS, &before);
  for (int i = 0; i < 100; ++i) {
    work->push([i] { return i; });
  }
  for (int i = 0; i < 100; ++i) {
    EXPECT_EQ(work->pop(), i);
  }
}

TEST(OrderedWork, ThrowsWhatATaskThrewInItsPlace) {
  OrderedWork<int> work(2);
  work.push([] { return 1; });
  work.push([]() -> int { throw std::runtime_error("no"); });
  work.push([] { return 3; });
  EXPECT_EQ(work.pop(), 1);
  EXPECT_THROW(work.pop(), std::runtime_error);
  EXPECT_EQ(work.pop(), 3);
}

TEST(OrderedWork, DropsWhatNobodyHasBegun) {
  std::atomic<int> done = 0;
  std::latch begun(1);
  std::latch go_on(1);
  std::jthread opener;
  {
    OrderedWork<int> work(1);
    work.push([&] {
      begun.count_down();
      go_on.wait();
      return ++done;
    });
    for (int i = 0; i < 10; ++i) {
      work.push([&] { return ++done; });
    }
    begun.wait();
    opener = std::jthread([&] {
      std::this_thread::sleep_for(std::chrono::milliseconds(50));  // So that it is being destroyed by then.
      go_on.count_down();
    });
  }
  EXPECT_EQ(done, 1);
}

}  // namespace
}  // namespace convscope
