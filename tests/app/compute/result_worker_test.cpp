#include "app/compute/result_worker.h"

#include <gtest/gtest.h>

#include <semaphore>

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

TEST(ResultWorker, EndsAtOnceWhateverItDoes) {
  ResultWorker worker([] {});
  worker.ask({document_of_side(side_of_a_second, 64), {}, ResultWorker::always_finished + 1});
}

}  // namespace
}  // namespace convscope
