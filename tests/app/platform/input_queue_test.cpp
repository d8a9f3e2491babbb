#include "app/platform/input_queue.h"

#include <gtest/gtest.h>

namespace convscope {
namespace {

using Frame = std::vector<InputEvent>;

KeyChanged key(int code, KeyAction action) { return {code, 0, action, 0}; }

/// The frames that a sequence of events is spread over.
std::vector<Frame> frames_of(const Frame& events, bool typing = false) {
  InputQueue queue;
  for (const InputEvent& event : events) {
    queue.push(event);
  }
  std::vector<Frame> frames;
  while (!queue.empty()) {
    frames.push_back(queue.take_frame(typing));
  }
  return frames;
}

TEST(InputQueue, IsEmptyAtFirst) {
  InputQueue queue;
  EXPECT_TRUE(queue.empty());
  EXPECT_TRUE(queue.take_frame().empty());
}

TEST(InputQueue, KeepsAPressAndItsReleaseApart) {
  const ButtonChanged down{0, true, 0};
  const ButtonChanged up{0, false, 0};
  EXPECT_EQ(frames_of({down, up}), (std::vector<Frame>{{down}, {up}}));
}

TEST(InputQueue, LosesNoneOfManyClicks) {
  Frame clicks;
  for (int i = 0; i < 5; ++i) {
    clicks.emplace_back(ButtonChanged{0, true, 0});
    clicks.emplace_back(ButtonChanged{0, false, 0});
  }
  const std::vector<Frame> frames = frames_of(clicks);
  ASSERT_EQ(frames.size(), clicks.size());
  for (std::size_t i = 0; i < clicks.size(); ++i) {
    EXPECT_EQ(frames[i], Frame{clicks[i]});
  }
}

TEST(InputQueue, LetsAMoveBeSeenBeforeTheButtonAfterIt) {
  const CursorMoved there{10, 20};
  const ButtonChanged down{0, true, 0};
  const CursorMoved on{30, 20};
  const ButtonChanged up{0, false, 0};
  EXPECT_EQ(frames_of({there, down, on, up}), (std::vector<Frame>{{there}, {down}, {on}, {up}}));
}

TEST(InputQueue, JoinsMovesAndScrolls) {
  EXPECT_EQ(frames_of({CursorMoved{1, 1}, CursorMoved{2, 5}, Scrolled{0, 1}, Scrolled{0.5, 2}}),
            (std::vector<Frame>{{CursorMoved{2, 5}, Scrolled{0.5, 3}}}));
}

TEST(InputQueue, DoesNotJoinMovesAcrossAClick) {
  const ButtonChanged down{0, true, 0};
  EXPECT_EQ(frames_of({CursorMoved{1, 1}, down, CursorMoved{2, 2}, CursorMoved{3, 3}}),
            (std::vector<Frame>{{CursorMoved{1, 1}}, {down}, {CursorMoved{3, 3}}}));
}

TEST(InputQueue, KeepsAShortcutsKeysApartAndInOrder) {
  const Frame ctrl_s{key(341, KeyAction::press), key('S', KeyAction::press), key('S', KeyAction::release),
                     key(341, KeyAction::release)};
  const std::vector<Frame> frames = frames_of(ctrl_s);
  ASSERT_EQ(frames.size(), 4U);
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_EQ(frames[i], Frame{ctrl_s[i]});
  }
}

/// "aB": with their keys, and Shift around the second.
Frame typed_letters() {
  return {key('A', KeyAction::press), CharacterTyped{'a'}, key('A', KeyAction::release), key(340, KeyAction::press),
          key('B', KeyAction::press), CharacterTyped{'B'}, key('B', KeyAction::release), key(340, KeyAction::release)};
}

TEST(InputQueue, GivesAllThatWasTypedIntoATextAtOnceAndEnterAfterIt) {
  Frame events = typed_letters();
  const Frame letters = events;
  const KeyChanged enter = key(257, KeyAction::press);
  const KeyChanged leaves = key(257, KeyAction::release);
  events.insert(events.end(), {enter, leaves});
  EXPECT_EQ(frames_of(events, true), (std::vector<Frame>{letters, {enter}, {leaves}}));
  EXPECT_GT(frames_of(events).size(), 5U) << "where no text takes them, a key is one";
}

TEST(InputQueue, KeepsAShortcutApartFromWhatIsTyped) {
  Frame events = typed_letters();
  const Frame letters = events;
  const Frame paste{key(341, KeyAction::press), key('V', KeyAction::press), key('V', KeyAction::release)};
  events.insert(events.end(), paste.begin(), paste.end());
  EXPECT_EQ(frames_of(events, true), (std::vector<Frame>{letters, {paste[0]}, {paste[1]}, {paste[2]}}));
}

TEST(InputQueue, GivesACharacterWithTheKeyThatTypedIt) {
  const KeyChanged a = key('A', KeyAction::press);
  const KeyChanged a_up = key('A', KeyAction::release);
  const KeyChanged backspace = key(259, KeyAction::press);
  EXPECT_EQ(frames_of({a, CharacterTyped{'a'}, a_up, backspace}),
            (std::vector<Frame>{{a, CharacterTyped{'a'}}, {a_up}, {backspace}}));
}

TEST(InputQueue, TakesCharactersWithoutKeysTogether) {
  const Frame pasted{CharacterTyped{0xD55C}, CharacterTyped{0xAE00}};
  EXPECT_EQ(frames_of(pasted), std::vector<Frame>{pasted});
}

TEST(InputQueue, JoinsRepeatsOfAHeldKeyOnly) {
  const KeyChanged press = key('X', KeyAction::press);
  const KeyChanged repeat = key('X', KeyAction::repeat);
  const KeyChanged other = key('Y', KeyAction::repeat);
  EXPECT_EQ(frames_of({press, repeat, repeat, repeat, other}), (std::vector<Frame>{{press}, {repeat}, {other}}));
}

TEST(InputQueue, GivesWhatArrivesLaterInALaterFrame) {
  InputQueue queue;
  queue.push(ButtonChanged{0, true, 0});
  EXPECT_EQ(queue.take_frame().size(), 1U);
  queue.push(ButtonChanged{0, false, 0});
  EXPECT_FALSE(queue.empty());
  EXPECT_EQ(queue.take_frame(), (Frame{ButtonChanged{0, false, 0}}));
}

}  // namespace
}  // namespace convscope
