#include "app/compute/result_worker.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <mutex>
#include <semaphore>
#include <thread>
#include <vector>

#include "tests/app/compute/sized_documents.h"

namespace convscope {
namespace {

constexpr std::int64_t side_of_a_second = 1024;  // Into 64 channels: 600 million.

TEST(ResultWorker, GivesUpLargeWorkForNewer) {
  const ResultJob large{document_of_side(side_of_a_second, 64), {}, ResultWorker::always_finished + 1};
  const Document newer = document_of_side(small_side);
  std::counting_semaphore<> ready{0};
  ResultWorker worker([&ready] { ready.release(); });
  worker.ask(large);
  worker.ask({newer, {}, 1});
  ready.acquire();
  const auto outcome = worker.take();
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome->document.sized, newer.sized);
  EXPECT_FALSE(worker.take()) << "once";
}

/// The sizes whose results came, when `first` was asked for, some time went by, and then the newer document; until that
/// has come.
std::vector<Size> sizes_of(const ResultJob& first, const Document& newer, std::chrono::milliseconds between) {
  std::mutex mutex;
  std::vector<Size> came;
  std::binary_semaphore newer_came{0};
  ResultWorker* asked = nullptr;
  ResultWorker worker([&] {
    const auto outcome = asked->take();
    const std::scoped_lock lock(mutex);
    came.push_back(outcome->document.sized.input_size);
    if (came.back() == newer.sized.input_size) {
      newer_came.release();
    }
  });
  asked = &worker;
  worker.ask(first);
  std::this_thread::sleep_for(between);
  worker.ask({newer, {}, 1});
  newer_came.acquire();
  const std::scoped_lock lock(mutex);
  return came;
}

TEST(ResultWorker, BringsSmallerWorkToItsEnd) {
  const ResultJob slider{document_of_side(side_of_a_second, 64), {}, ResultWorker::always_finished};
  const Document newer = document_of_side(small_side);
  bool both = false;
  // A thread that had not begun before the newer document came does that alone: it gets longer each time.
  for (std::chrono::milliseconds between{10}; !both && between.count() < 1000; between *= 2) {
    both = sizes_of(slider, newer, between).size() == 2;
  }
  EXPECT_TRUE(both);
}

TEST(ResultWorker, ForgetsWhatIsDone) {
  std::binary_semaphore ready{0};
  ResultWorker worker([&ready] { ready.release(); });
  worker.ask({document_of_side(small_side), {}, 1});
  ready.acquire();
  worker.forget();
  EXPECT_FALSE(worker.take());
}

TEST(ResultWorker, ForgetsWhatWaits) {
  std::counting_semaphore<> came{0};
  std::counting_semaphore<> go_on{0};
  std::atomic<int> results = 0;
  {
    ResultWorker worker([&] {
      ++results;
      came.release();
      go_on.acquire();
    });
    worker.ask({document_of_side(small_side), {}, 1});
    came.acquire();
    worker.ask({document_of_side(small_side + 1), {}, 1});  // Waits, as the worker stands in `ready`.
    worker.forget();
    go_on.release(2);
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  EXPECT_EQ(results, 1);
}

TEST(ResultWorker, EndsAtOnceWhateverItDoes) {
  ResultWorker worker([] {});
  worker.ask({document_of_side(side_of_a_second, 64), {}, ResultWorker::always_finished + 1});
}

}  // namespace
}  // namespace convscope
