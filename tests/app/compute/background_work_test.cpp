#include "app/compute/background_work.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <semaphore>
#include <thread>
#include <vector>

namespace convscope {
namespace {

TEST(BackgroundWork, WorksElsewhereAndFinishesHereInOrder) {
  std::counting_semaphore<> ready{0};
  BackgroundWork background([&ready] { ready.release(); });
  const auto here = std::this_thread::get_id();
  std::vector<int> order;
  for (int i = 0; i < 5; ++i) {
    background.add([&, i]() -> BackgroundWork::After {
      EXPECT_NE(std::this_thread::get_id(), here);
      return [&, i] {
        EXPECT_EQ(std::this_thread::get_id(), here);
        order.push_back(i);
      };
    });
  }
  EXPECT_TRUE(background.is_busy());
  for (int i = 0; i < 5; ++i) {
    ready.acquire();
  }
  background.finish();
  EXPECT_EQ(order, (std::vector{0, 1, 2, 3, 4}));
  EXPECT_FALSE(background.is_busy());
}

TEST(BackgroundWork, WhatFollowsMayAddMore) {
  std::counting_semaphore<> ready{0};
  BackgroundWork background([&ready] { ready.release(); });
  bool second = false;
  background.add([&]() -> BackgroundWork::After {
    return [&] { background.add([&]() -> BackgroundWork::After { return [&second] { second = true; }; }); };
  });
  ready.acquire();
  background.finish();
  EXPECT_TRUE(background.is_busy());
  ready.acquire();
  background.finish();
  EXPECT_TRUE(second);
}

TEST(BackgroundWork, IsWaitedForAsLongAsOneWants) {
  std::binary_semaphore go_on{0};
  BackgroundWork background([] {});
  bool first = false;
  bool second = false;
  background.add([&first]() -> BackgroundWork::After { return [&first] { first = true; }; });
  background.finish_within(std::chrono::minutes(1));
  EXPECT_TRUE(first);
  background.add([&]() -> BackgroundWork::After {
    go_on.acquire();
    return [&second] { second = true; };
  });
  background.finish_within(std::chrono::milliseconds(1));
  EXPECT_FALSE(second);
  go_on.release();
  background.finish_within(std::chrono::minutes(1));
  EXPECT_TRUE(second);
}

TEST(BackgroundWork, ItsEndWaitsForAllWork) {
  std::atomic<int> done = 0;
  {
    BackgroundWork background([] {});
    for (int i = 0; i < 3; ++i) {
      background.add([&done]() -> BackgroundWork::After {
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
        ++done;
        return [] {};
      });
    }
  }
  EXPECT_EQ(done, 3);
}

}  // namespace
}  // namespace convscope
