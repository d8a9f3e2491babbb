#include "app/document/history.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "app/document/edit_values.h"

namespace convscope {
namespace {

Document start() {
  Preset preset;
  preset.name = "small";
  preset.sized = {.layer = {}, .input_size = {4, 4}};
  return make_document(preset);
}

/// The document with a value in its first input cell.
Document with(const Document& document, float value) {
  const CellEdit edit{{}, value};
  return with_cells(document, ValueTarget::input, {&edit, 1});
}

float first(const History& history) { return history.now().input->values()[0]; }

TEST(History, UndoesAndRedoesEveryStep) {
  History history(start());
  EXPECT_FALSE(history.can_undo());
  for (const float value : {10.0F, 20.0F, 30.0F}) {
    history.change(with(history.now(), value));
  }
  history.undo();
  history.undo();
  EXPECT_EQ(first(history), 10);
  EXPECT_TRUE(history.can_redo());
  history.redo();
  EXPECT_EQ(first(history), 20);
  history.undo();
  history.undo();
  EXPECT_EQ(history.now(), start());
  EXPECT_EQ(history.now().preset, "small");
  EXPECT_FALSE(history.can_undo());
  history.undo();
  EXPECT_EQ(history.now(), start());
}

TEST(History, AChangeEndsWhatCouldBeRedone) {
  History history(start());
  history.change(with(history.now(), 10));
  history.undo();
  history.change(with(history.now(), 20));
  EXPECT_FALSE(history.can_redo());
  history.redo();
  EXPECT_EQ(first(history), 20);
  history.undo();
  EXPECT_EQ(history.now(), start()) << "not 10, which was undone";
}

TEST(History, OneDragIsOneStep) {
  History history(start());
  for (const float value : {10.0F, 20.0F, 30.0F}) {
    history.change(with(history.now(), value), "stride");
  }
  EXPECT_EQ(first(history), 30);
  history.close();
  history.change(with(history.now(), 40), "stride");
  history.change(with(history.now(), 50), "padding");
  history.undo();
  EXPECT_EQ(first(history), 40);
  history.undo();
  EXPECT_EQ(first(history), 30);
  history.undo();
  EXPECT_EQ(history.now(), start());
}

TEST(History, AnUndoneDragDoesNotGoOn) {
  History history(start());
  history.change(with(history.now(), 10), "drag");
  history.undo();
  history.change(with(history.now(), 20), "drag");
  history.undo();
  EXPECT_EQ(history.now(), start());
}

TEST(History, ADragBackToItsStartIsNoStep) {
  History history(start());
  history.change(with(history.now(), 10));
  history.change(with(history.now(), 20), "drag");
  history.change(with(history.now(), 10), "drag");
  history.close();
  EXPECT_FALSE(history.can_redo());
  history.undo();
  EXPECT_EQ(history.now(), start());
}

TEST(History, ADragBackToTheFirstStateCannotBeUndone) {
  History history(start());
  Document changed = start();
  changed.view.look = Look::stack;
  history.change(changed, "look");
  EXPECT_TRUE(history.can_undo());
  history.change(start(), "look");
  EXPECT_FALSE(history.can_undo());
}

TEST(History, AnEqualDocumentIsNoStep) {
  History history(start());
  history.change(start());
  EXPECT_FALSE(history.can_undo());
}

TEST(History, LargeTensorsAreNotLookedInto) {
  Preset preset;
  preset.sized.input_size = {600, 600};
  const Document large = make_document(preset);
  Document copy = large;
  copy.input = std::make_shared<const Tensor>(*large.input);
  ASSERT_EQ(copy, large);
  History history(large);
  history.change(copy, "edit");
  history.close();
  EXPECT_TRUE(history.can_undo());
  EXPECT_FALSE(history.is_saved());
  history.undo();
  EXPECT_TRUE(history.is_saved()) << "the same tensor";
}

TEST(History, TheViewAndTheBiasAreSteps) {
  History history(start());
  Document changed = start();
  changed.view.theme = Theme::dark;
  history.change(changed);
  changed.bias[0] += 1;
  history.change(changed);
  history.undo();
  EXPECT_EQ(history.now().view.theme, Theme::dark);
  EXPECT_EQ(history.now().bias, start().bias);
  history.undo();
  EXPECT_EQ(history.now(), start());
}

TEST(History, KnowsWhatIsOnTheDisk) {
  History history(start());
  EXPECT_TRUE(history.is_saved());
  history.change(with(history.now(), 10), "drag");
  EXPECT_FALSE(history.is_saved());
  history.mark_saved(history.now());
  EXPECT_TRUE(history.is_saved());
  history.change(with(history.now(), 20), "drag");
  EXPECT_FALSE(history.is_saved());
  history.undo();
  EXPECT_TRUE(history.is_saved()) << "what was saved during a drag is a step of its own";
  history.undo();
  EXPECT_FALSE(history.is_saved());
}

TEST(History, ForgetsTheOldestSteps) {
  History history(start());
  for (std::size_t i = 0; i <= History::most_steps + 10; ++i) {
    history.change(with(history.now(), static_cast<float>(i) + 10));
  }
  std::size_t undone = 0;
  for (; history.can_undo(); ++undone) {
    history.undo();
  }
  EXPECT_EQ(undone, History::most_steps);
}

TEST(History, HoldsOnlyAsManyPhotographsAsFit) {
  Document large = start();
  large.sized.input_size = {4096, 4096};
  large.input = std::make_shared<const Tensor>(Shape{1, 1, 4096, 4096});  // 64 MiB
  History history(large);
  for (int i = 0; i < 12; ++i) {
    history.change(with(history.now(), static_cast<float>(i) + 1));
  }
  std::size_t undone = 0;
  for (; history.can_undo(); ++undone) {
    history.undo();
  }
  EXPECT_EQ(undone, 6U) << "seven states of 64 MiB and a little more are within 512 MiB";
}

TEST(History, TheLastStepCanBeUndoneHoweverLargeItIs) {
  Document huge = start();
  huge.sized.input_size = {8320, 8320};
  huge.input = std::make_shared<const Tensor>(Shape{1, 1, 8320, 8320});  // 264 MiB: two do not fit.
  History history(huge);
  history.change(with(history.now(), 1));
  EXPECT_TRUE(history.can_undo());
}

RC_GTEST_PROP(History, UndoingEverythingGivesTheFirstDocument, ()) {
  History history(start());
  std::vector<Document> steps{history.now()};
  for (const int value : *rc::gen::container<std::vector<int>>(rc::gen::inRange(10, 13))) {
    const Document changed = with(history.now(), static_cast<float>(value));
    if (!(changed == history.now())) {
      steps.push_back(changed);
    }
    history.change(changed);
  }
  for (std::size_t i = steps.size(); i-- > 0;) {
    RC_ASSERT(history.now() == steps[i]);
    RC_ASSERT(history.can_undo() == (i > 0));
    history.undo();
  }
  while (history.can_redo()) {
    history.redo();
  }
  RC_ASSERT(history.now() == steps.back());
}

}  // namespace
}  // namespace convscope
