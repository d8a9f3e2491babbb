// A program of its own: here the memory that a large tensor wants can be refused.

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <limits>
#include <new>
#include <thread>

#include "app/compute/live_result.h"
#include "app/compute/live_step.h"
#include "engine/forward.h"
#include "tests/app/compute/sized_documents.h"

namespace {

constexpr std::size_t no_limit = std::numeric_limits<std::size_t>::max();
std::atomic<std::size_t> largest_piece = no_limit;

}  // namespace

// Not inlined: where only one of a pair is, GCC takes them for mismatched.
[[gnu::noinline]] void* operator new(std::size_t size) {
  void* const memory = size > largest_piece ? nullptr : std::malloc(size);
  return memory != nullptr ? memory : throw std::bad_alloc();
}
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t /*size*/) noexcept { std::free(memory); }

namespace convscope {
namespace {

using namespace std::chrono_literals;

/// While it lives, no piece of memory is larger than a channel of the large documents.
class WantOfMemory {
 public:
  WantOfMemory() { largest_piece = sizeof(float) * large_side * large_side; }
  ~WantOfMemory() { largest_piece = no_limit; }
  WantOfMemory(const WantOfMemory&) = delete;
  WantOfMemory& operator=(const WantOfMemory&) = delete;
};

bool comes(const auto& condition) {
  const auto end = std::chrono::steady_clock::now() + 60s;
  while (!condition()) {
    if (std::chrono::steady_clock::now() > end) {
      return false;
    }
    std::this_thread::sleep_for(1ms);
  }
  return true;
}

TEST(LacksMemory, IsToldAndThePictureBeforeStays) {
  LiveResult live;
  const Document small = document_of_side(small_side);
  const auto output = live.of(small).result.output;
  const Document large = document_of_side(large_side, 8);
  {
    const WantOfMemory want;
    static_cast<void>(live.of(large));
    EXPECT_FALSE(live.lacks_memory()) << "it is still tried";
    ASSERT_TRUE(comes([&] { return live.of(large).result.output == output && live.lacks_memory(); }));
    EXPECT_FALSE(live.is_behind()) << "nothing more is to come";
    EXPECT_EQ(live.of(large).result.output, output);
    EXPECT_TRUE(live.lacks_memory()) << "it is not tried again";
  }
  EXPECT_EQ(live.of(small).result.output, output);
  EXPECT_FALSE(live.lacks_memory());
  ASSERT_TRUE(comes([&] { return live.of(large).document.sized == large.sized; })) << "there is memory again";
  EXPECT_FALSE(live.lacks_memory());
  EXPECT_EQ(*live.last().result.output, forward(large.sized.layer, *large.input, *large.weight, active_bias(large)));
}

TEST(LacksMemory, LeavesTheForwardValuesInThePlaceOfGradients) {
  LiveStep live;
  Document document = document_of_side(large_side, 8);
  document.view.flow = Flow::gradient_of_cell;
  const LayerResult result = compute(document);
  const WantOfMemory want;
  ASSERT_TRUE(comes([&] {
    static_cast<void>(live.of(document, result, {}));
    return !live.is_behind();
  }));
  EXPECT_EQ(live.values().output.values, result.output);
}

}  // namespace
}  // namespace convscope
