"""Random mouse and keyboard: nothing may end the program but its own ways to quit. CONVSCOPE_MONKEY_EVENTS and
CONVSCOPE_MONKEY_SEED make a longer run or another."""

import os
import random
import time
import unittest

from gui_test import GuiTest, output_size

EVENTS = int(os.environ.get("CONVSCOPE_MONKEY_EVENTS", 300))
SEED = int(os.environ.get("CONVSCOPE_MONKEY_SEED", 1))
KEYS = ["space", "Left", "Right", "Home", "End", "Up", "Down", "Page_Up", "Page_Down", "1", "2", "3", "0", "9", "minus",
        "period", "BackSpace", "Delete", "Return", "Tab", "shift+Tab", "Escape", "F1", "F11", "F10", "Alt_L", "ctrl+a",
        "ctrl+c", "ctrl+Left", "ctrl+Right", "ctrl+v", "ctrl+x", "ctrl+z", "ctrl+Tab", "Menu", "a"]


class Monkey(GuiTest):
    def chain(self, chance, window):
        """A few events at random, as words for xdotool."""
        left, top, width, height = window.place()
        controls = list(window.state()["controls"].values())
        words = []
        for _ in range(10):
            x, y, control_width, control_height = chance.choice(controls)
            if chance.random() < 0.3:
                x, y, control_width, control_height = 0, 0, width, height
            place = (left + x + chance.random() * control_width, top + y + chance.random() * control_height)
            move = ["mousemove", *(max(0, round(value)) for value in place)]
            words += chance.choice([
                move,
                [*move, "click", 1],
                [*move, "click", 1],
                [*move, "click", chance.choice([2, 3, 4, 5, 6, 7])],
                [*move, "mousedown", 1],
                ["mouseup", 1],
                ["key", "--delay", 0, chance.choice(KEYS)],
                ["key", "--delay", 0, chance.choice(KEYS)],
                ["key", "--delay", 0, *(chance.choice("0123456789") for _ in range(3))],
            ])
        return words

    def assert_consistent(self, state):
        layer = state["layer"]
        self.assertEqual(state["output_size"], output_size(layer, state["input_size"]))
        stamping = layer["op"] == "conv_transpose2d" and state["transposed"] == "stamping" and state["flow"] == "forward"
        channels, size = ("in_channels", "input_size") if stamping else ("out_channels", "output_size")
        self.assertEqual(state["steps"], layer[channels] * state[size][0] * state[size][1])
        self.assertTrue(0 <= state["part"] < state["parts"])
        self.assertTrue(0 <= state["step"] < state["steps"])
        if layer["op"].endswith("_pool2d"):
            self.assertEqual(layer["in_channels"], layer["out_channels"])
        else:
            self.assertEqual([layer[key] % layer["groups"] for key in ("in_channels", "out_channels")], [0, 0])

    def test_nothing_breaks_it(self):
        chance = random.Random(SEED)
        window = self.open()
        for event in range(0, EVENTS, 10):
            words = []
            with self.subTest(event=event, seed=SEED, words=words):
                try:
                    words += self.chain(chance, window)
                    self.display.xdotool(*words)
                    if chance.random() < 0.05:
                        size = (chance.randint(100, 1900), chance.randint(100, 1000))
                        self.display.xdotool("windowsize", window.id, *size)
                    self.assert_consistent(window.state())
                except RuntimeError:  # It has quit: its window goes before the process does.
                    self.assertEqual(window.wait_for_end(), 0, window.errors())
            if window.process.poll() is not None:
                self.assertEqual(window.process.returncode, 0, window.errors())
                window = self.open()
        try:
            self.end(window)
        except RuntimeError:
            pass  # One of its events that waited has made it quit.
        self.assertEqual(window.wait_for_end(), 0)

    def end(self, window):
        """Closes it and answers its questions. What the monkey has held or opened may take a click or two for itself.
        Its window goes before the process does: from then on nothing more may be asked of it. On a busy machine many
        of its events still wait, and may close the question again."""
        self.display.xdotool("mouseup", 1)
        window.resize(1280, 720)
        time.sleep(2)  # Most of what waits has come by then.
        for _ in range(20):
            self.display.ask_to_close(window.id)
            if self.ends(window, 5, lambda: self.question(window)):
                return
            answer = self.question(window)
            if answer and self.answered(window, answer):
                if self.ends(window, 10, lambda: self.question(window) not in (None, answer)):
                    return
        self.fail(f"it does not close: {window.state()}")

    def answered(self, window, answer):
        """Clicks it once it stands still; not when the question has gone meanwhile."""
        before = None
        while (now := window.state()["controls"].get(answer)) and now != before:
            before = now
            time.sleep(0.15)
        if now:
            window.click(answer)
        return now is not None

    def question(self, window):
        """The answer that ends all the same: to unsaved changes, or to an export that runs."""
        controls = window.state()["controls"]
        return next((name for name in ("unsaved.discard", "export.quit") if name in controls), None)

    def ends(self, window, seconds, or_else=lambda: False):
        """Whether it ends in that time and before the other thing holds."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and window.process.poll() is None and not or_else():
            time.sleep(0.05)
        return window.process.poll() is not None


if __name__ == "__main__":
    unittest.main()
