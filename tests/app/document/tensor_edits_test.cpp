#include "app/document/tensor_edits.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>
#include <vector>

namespace convscope {
namespace {

std::shared_ptr<const Tensor> zeros() { return std::make_shared<const Tensor>(Shape{1, 2, 3, 4}); }

TensorEdit any_edit() {
  const Index place{0, *rc::gen::inRange<std::int64_t>(0, 2), *rc::gen::inRange<std::int64_t>(0, 3),
                    *rc::gen::inRange<std::int64_t>(0, 4)};
  return {place, static_cast<float>(*rc::gen::inRange(1, 100))};
}

/// A tensor that was given, and what it must be for as long as it is held.
struct Held {
  std::shared_ptr<const Tensor> given;
  Tensor expected;
};

RC_GTEST_PROP(TensorEdits, EachIsItsBaseWithTheEditsAndStaysSo, ()) {
  TensorEdits edits;
  std::vector<Held> held{{zeros(), *zeros()}};
  for (int step = 0; step < 30; ++step) {
    // Mostly the newest goes on; now and then one undoes.
    const bool undoes = *rc::gen::inRange(0, 6) == 0;
    const std::size_t from = undoes ? *rc::gen::inRange<std::size_t>(0, held.size()) : held.size() - 1;
    const std::vector<TensorEdit> some{any_edit(), any_edit()};
    Held next{edits.edited(held[from].given, some), held[from].expected};
    for (const TensorEdit& edit : some) {
      next.expected.at(edit.place) = edit.value;
    }
    held.push_back(std::move(next));
    for (const Held& one : held) {
      RC_ASSERT(*one.given == one.expected);
    }
    if (held.size() > 1 && *rc::gen::inRange(0, 3) > 0) {
      held.erase(held.begin() + *rc::gen::inRange<std::ptrdiff_t>(0, std::ssize(held) - 1));
    }
  }
}

TEST(TensorEdits, TakeNoNewMemoryForOneEditAfterTheOther) {
  TensorEdits edits;
  std::set<const Tensor*> seen;
  std::shared_ptr<const Tensor> now = zeros();
  std::shared_ptr<const Tensor> shown;  // A picture that is one behind.
  for (int i = 0; i < 50; ++i) {
    const TensorEdit edit{{0, 0, 0, i % 4}, static_cast<float>(i)};
    shown = now;
    now = edits.edited(now, std::span(&edit, 1));
    seen.insert(now.get());
  }
  EXPECT_LE(seen.size(), 3U);
}

}  // namespace
}  // namespace convscope
