#include "app/compute/edit_queue.h"

#include <gtest/gtest.h>

#include <new>
#include <semaphore>
#include <thread>
#include <vector>

#include "app/document/edit_values.h"
#include "tests/app/compute/sized_documents.h"

namespace convscope {
namespace {

constexpr std::int64_t long_one = EditQueue::at_once + 1;

/// Puts a number behind those of the bias. `values`: how many values it is said to write.
Edit append(float number, std::int64_t values) {
  const auto apply = [number](const Document& before, TensorEdits& /*input_edits*/) -> Result<Document> {
    Document changed = before;
    changed.bias.push_back(number);
    return changed;
  };
  return {.apply = apply, .values = values};
}

Edit layer_edit(std::int64_t side, std::int64_t values) {
  const SizedLayer wanted = document_of_side(side).sized;
  const auto apply = [wanted](const Document& before, TensorEdits& /*input_edits*/) -> Result<Document> {
    Document changed = before;
    changed.sized = wanted;
    changed.bias.push_back(static_cast<float>(wanted.input_size.height));
    return changed;
  };
  return {.apply = apply, .values = values, .layer = wanted};
}

Document without_bias() {
  Document document = document_of_side(small_side);
  document.bias.clear();
  return document;
}

class EditQueueTest : public ::testing::Test {
 protected:
  EditQueueTest() {
    queue.set_ready([this] { ready.release(); });
  }

  /// An edit that the other thread is busy with until `go_on` is released.
  Edit held(float number) {
    Edit edit = append(number, long_one);
    edit.apply = [this, apply = edit.apply](const Document& before, TensorEdits& input_edits) {
      begun.release();
      go_on.acquire();
      return apply(before, input_edits);
    };
    return edit;
  }

  /// Takes all that comes into `document`, and gives the outcomes.
  std::vector<EditOutcome> settle() {
    std::vector<EditOutcome> outcomes;
    while (queue.is_busy()) {
      if (auto outcome = queue.take(document)) {
        document = outcome->document;
        outcomes.push_back(*std::move(outcome));
      } else {
        ready.acquire();
      }
    }
    return outcomes;
  }

  Document document = without_bias();
  std::counting_semaphore<> ready{0};
  std::counting_semaphore<> begun{0};
  std::counting_semaphore<> go_on{0};
  EditQueue queue;  // Last: its thread ends before what it uses.
};

TEST_F(EditQueueTest, SmallEditsAreDoneAtOnceInThisThread) {
  const auto here = std::this_thread::get_id();
  Edit edit = append(1, EditQueue::at_once);
  edit.apply = [here, apply = edit.apply](const Document& before, TensorEdits& input_edits) {
    EXPECT_EQ(std::this_thread::get_id(), here);
    return apply(before, input_edits);
  };
  queue.add(edit);
  const auto outcome = queue.take(document);
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome->document.bias, std::vector{1.0F});
  EXPECT_FALSE(queue.is_busy());
  EXPECT_FALSE(queue.take(document)) << "once";
}

TEST_F(EditQueueTest, LongEditsAreDoneElsewhereAndSmallOnesWaitBehindThem) {
  queue.add(held(1));
  EXPECT_FALSE(queue.take(document));
  begun.acquire();
  queue.add(append(2, 1));
  EXPECT_FALSE(queue.take(document)) << "it would come before what was asked for first";
  EXPECT_TRUE(queue.is_busy());
  EXPECT_GT(queue.seconds_busy(), 0);
  go_on.release();
  settle();
  EXPECT_EQ(document.bias, (std::vector{1.0F, 2.0F}));
  EXPECT_EQ(queue.seconds_busy(), 0);
}

TEST_F(EditQueueTest, AreDoneAgainOnADocumentThatHasChangedMeanwhile) {
  queue.add(held(1));
  EXPECT_FALSE(queue.take(document));
  begun.acquire();
  document.bias = {7};
  go_on.release(2);
  settle();
  EXPECT_EQ(document.bias, (std::vector{7.0F, 1.0F}));
}

TEST_F(EditQueueTest, LeaveTheViewAndTheChainAsTheyHaveBecome) {
  queue.add(held(1));
  EXPECT_FALSE(queue.take(document));
  begun.acquire();
  document.view.look = Look::stack;
  document.chain.layers.emplace_back();
  go_on.release(1);
  EXPECT_EQ(settle().size(), 1);
  EXPECT_EQ(document.bias, std::vector{1.0F});
  EXPECT_EQ(document.view.look, Look::stack);
  EXPECT_EQ(document.chain.layers.size(), 1);
}

TEST_F(EditQueueTest, AStepEndsWhereItWasSaid) {
  queue.add(append(1, long_one));
  queue.add(append(2, long_one));
  queue.end_step();
  queue.add(append(3, long_one));
  const std::vector<EditOutcome> outcomes = settle();
  ASSERT_EQ(outcomes.size(), 2);
  EXPECT_TRUE(outcomes[0].ends_step);
  EXPECT_EQ(outcomes[0].document.bias, (std::vector{1.0F, 2.0F}));
  EXPECT_FALSE(outcomes[1].ends_step);
}

TEST_F(EditQueueTest, TheStepOfWhatIsBeingDoneCanEndToo) {
  queue.add(held(1));
  EXPECT_FALSE(queue.take(document));
  queue.end_step();
  go_on.release();
  const std::vector<EditOutcome> outcomes = settle();
  ASSERT_EQ(outcomes.size(), 1);
  EXPECT_TRUE(outcomes[0].ends_step);
}

TEST_F(EditQueueTest, AChangeOfTheLayerTakesThePlaceOfOneThatHasNotBegun) {
  queue.add(held(1));
  EXPECT_FALSE(queue.take(document));
  queue.add(layer_edit(20, 1));
  queue.add(layer_edit(21, 1));
  ASSERT_NE(queue.layer(), nullptr);
  EXPECT_EQ(queue.layer()->input_size, (Size{21, 21}));
  queue.end_step();
  queue.add(layer_edit(22, 1));
  EXPECT_EQ(queue.layer()->input_size, (Size{22, 22}));
  go_on.release();
  settle();
  EXPECT_EQ(document.bias, (std::vector{1.0F, 21.0F, 22.0F})) << "one of another step stays";
  EXPECT_EQ(queue.layer(), nullptr);
}

TEST_F(EditQueueTest, WhatCannotBeDoneLeavesTheOthers) {
  Edit wrong{.apply = [](const Document&, TensorEdits&) -> Result<Document> { return Error{"no place", {}}; }};
  queue.add(append(1, 1));
  queue.add(wrong);
  queue.add(append(2, 1));
  const auto outcome = queue.take(document);
  ASSERT_TRUE(outcome);
  ASSERT_TRUE(outcome->refusal);
  EXPECT_EQ(outcome->refusal->what, text::Text("no place"));
  EXPECT_EQ(outcome->document.bias, (std::vector{1.0F, 2.0F}));
}

TEST_F(EditQueueTest, WantOfMemoryIsToldAndLeavesTheOthers) {
  queue.add({.apply = [](const Document&, TensorEdits&) -> Result<Document> { throw std::bad_alloc(); }});
  queue.add(append(2, long_one));
  const std::vector<EditOutcome> outcomes = settle();
  ASSERT_EQ(outcomes.size(), 1);
  EXPECT_TRUE(outcomes[0].lacks_memory);
  EXPECT_EQ(document.bias, std::vector{2.0F});
}

TEST_F(EditQueueTest, WhatIsForgottenNeverComes) {
  queue.add(held(1));
  queue.add(append(2, 1));
  EXPECT_FALSE(queue.take(document));
  begun.acquire();
  queue.forget();
  EXPECT_FALSE(queue.is_busy());
  go_on.release();
  queue.add(append(3, long_one));
  settle();
  EXPECT_EQ(document.bias, std::vector{3.0F});
}

TEST_F(EditQueueTest, PaintingOnALargeInputKeepsTheTensorsThatOthersHold) {
  document = document_of_side(large_side);
  const auto paint = [](std::int64_t x) {
    const auto apply = [x](const Document& now, TensorEdits& input_edits) -> Result<Document> {
      const std::vector<CellEdit> cells{{{0, 0, 0, x}, 50}};
      return with_cells(now, ValueTarget::input, cells, input_edits);
    };
    return Edit{.apply = apply, .values = long_one};
  };
  const std::shared_ptr<const Tensor> kept = document.input;
  const Tensor first = *kept;
  for (std::int64_t x = 0; x < 20; ++x) {
    queue.add(paint(x));
    settle();
    EXPECT_EQ(document.input->at({0, 0, 0, x}), 50);
  }
  EXPECT_EQ(*kept, first);
}

}  // namespace
}  // namespace convscope
