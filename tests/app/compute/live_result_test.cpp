#include "app/compute/live_result.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <thread>

#include "engine/forward.h"
#include "tests/app/compute/sized_documents.h"

namespace convscope {
namespace {

using namespace std::chrono_literals;

/// The pair of the newest document, once it is there.
const Computed& waited_for(LiveResult& live, const Document& newest) {
  const auto end = std::chrono::steady_clock::now() + 60s;
  while (true) {
    const Computed& shown = live.of(newest);
    if (!live.is_behind() || std::chrono::steady_clock::now() > end) {
      return shown;
    }
    std::this_thread::sleep_for(1ms);
  }
}

Tensor output_of(const Document& document) {
  return forward(document.sized.layer, *document.input, *document.weight, active_bias(document));
}

TEST(LiveResult, OfSmallWorkIsThereAtOnce) {
  LiveResult live;
  Document document = document_of_side(small_side);
  const auto first = live.of(document).result.output;
  EXPECT_EQ(*first, output_of(document));
  document.view.look = Look::oblique;
  EXPECT_EQ(live.of(document).result.output, first) << "the look is not computed";
  EXPECT_EQ(live.of(document).document.view.look, Look::oblique);
  document = with_first_value(document, 7);
  EXPECT_EQ(*live.of(document).result.output, output_of(document));
  EXPECT_FALSE(live.is_behind());
}

TEST(LiveResult, KeepsThePairBeforeWhileLargeWorkGoesOn) {
  LiveResult live;
  const Document small = document_of_side(small_side);
  static_cast<void>(live.of(small));
  Document large = document_of_side(large_side);
  large.view.camera.zoom = 2;
  const Computed& shown = live.of(large);
  EXPECT_TRUE(live.is_behind());
  EXPECT_EQ(shown.document.sized, small.sized);
  EXPECT_EQ(shown.document.view.camera.zoom, 2) << "the view is the newest all the same";
  EXPECT_EQ(shown.result.output->shape().height, small_side);
  const Computed& newest = waited_for(live, large);
  EXPECT_TRUE(same_result(newest.document, large));
  EXPECT_EQ(*newest.result.output, output_of(large));
}

TEST(LiveResult, HasNoOutputBeforeTheFirst) {
  LiveResult live;
  const Document large = document_of_side(large_side);
  EXPECT_FALSE(live.of(large).result.output);
  EXPECT_TRUE(live.is_behind());
  EXPECT_TRUE(waited_for(live, large).result.output);
}

TEST(LiveResult, TheNewestOfManyComesInTheEnd) {
  LiveResult live;
  Document document = document_of_side(large_side);
  for (int i = 0; i < 30; ++i) {
    document = with_first_value(document, static_cast<float>(i));
    static_cast<void>(live.of(document));
  }
  const Computed& newest = waited_for(live, document);
  EXPECT_EQ(newest.document.input, document.input);
  EXPECT_EQ(*newest.result.output, output_of(document));
}

TEST(LiveResult, FollowsASliderThatDoesNotRest) {
  LiveResult live;
  Document document = document_of_side(2 * large_side, 8);  // A hundred million: some tens of milliseconds.
  const auto end = std::chrono::steady_clock::now() + 60s;
  bool followed = false;
  for (int i = 0; !followed && std::chrono::steady_clock::now() < end; ++i) {
    document = with_first_value(document, static_cast<float>(i));
    followed = live.of(document).result.output != nullptr;
  }
  EXPECT_TRUE(followed) << "each change gave up the one before it";
}

TEST(LiveResult, WhatIsNoLongerWantedNeverAppears) {
  LiveResult live;
  const Document small = document_of_side(small_side);
  const Document large = document_of_side(2 * large_side, 8);
  static_cast<void>(live.of(small));
  static_cast<void>(live.of(large));
  const auto output = live.of(small).result.output;
  EXPECT_EQ(*output, output_of(small)) << "back, mostly before the other was done";
  EXPECT_FALSE(live.is_behind());
  std::this_thread::sleep_for(200ms);
  EXPECT_EQ(live.of(small).result.output, output) << "nothing came between";
}

TEST(LiveResult, CallsWhenItIsReady) {
  std::atomic<int> calls = 0;
  LiveResult live;
  live.set_ready([&calls] { ++calls; });
  const Document large = document_of_side(large_side);
  static_cast<void>(waited_for(live, large));
  EXPECT_EQ(calls, 1);
}

}  // namespace
}  // namespace convscope
