"""The window itself: sizes, full screen, its end, and what it costs."""

import itertools
import time
import unittest

from gui_test import GuiTest


def overlap(a, b):
    """How much two rects have in common: width and height, negative when they are apart."""
    return tuple(min(a[i] + a[i + 2], b[i] + b[i + 2]) - max(a[i], b[i]) for i in (0, 1))


class Sizes(GuiTest):
    def assert_in_place(self, state, width, height):
        """All controls and the stage are in the window, and none covers another."""
        edge = 1  # Pixels, that what a slider answers to may share with its box.
        rects = {**state["controls"], "stage": state["stage"]}
        self.assertGreater(min(state["stage"][2:]), 200)
        for name, (x, y, rect_width, rect_height) in rects.items():
            self.assertGreater(min(rect_width, rect_height), 0, name)
            self.assertGreaterEqual(min(x, y), 0, name)
            self.assertLessEqual(x + rect_width, width, name)
            self.assertLessEqual(y + rect_height, height, name)
        for (one, a), (other, b) in itertools.combinations(rects.items(), 2):
            self.assertLessEqual(min(overlap(a, b)), edge, f"{one} {a} and {other} {b}")

    def test_controls_follow_the_windows_size(self):
        window = self.open_paused()
        self.assertEqual(window.place()[2:], (1280, 720))
        self.assert_in_place(window.state(), 1280, 720)
        for size in ((1024, 640), (1920, 1080), (1280, 720)):
            with self.subTest(size=size):
                self.assert_in_place(window.resize(*size), *size)

    def test_every_op_fits(self):
        window = self.open_paused("--pace", "tap")
        for preset in ("conv2d_7x7x3", "padding_strides_transposed", "numerical_max_pooling"):
            window.click_in_list("preset", "preset." + preset)
            window.wait_for(preset=preset)
            for size in ((1024, 640), (1280, 720)):
                with self.subTest(preset=preset, size=size):
                    self.assert_in_place(window.resize(*size), *size)

    def test_no_line_of_the_arithmetic_is_cut_in_half(self):
        window = self.open_paused("--kernel-size", "5", "--input-size", "9", "--in-channels", "3")
        state = window.resize(1024, 640)
        x, y, width, height = state["stage"]
        panel = (x + width + 2, state["controls"]["full_screen"][1] - 14 - 10, 1024 - 16 - (x + width + 2), 8)
        self.assertEqual(len(window.picture(panel).colors()), 1, "above the transport stands nothing")
        window.display.xdotool("mousemove", 900, 400, "click", "--repeat", 40, "--delay", 5, 5)
        lower = window.picture((panel[0], panel[1] - 30, panel[2], 36))
        self.assertGreater(len(lower.colors()), 10, "the last line stands there, once it is scrolled to")

    def test_a_refusal_covers_and_moves_nothing(self):
        for size in ((1024, 640), (1280, 720)):
            with self.subTest(size=size):
                window = self.open_paused()
                before = window.resize(*size)
                window.type_value("kernel_size.box", "99")
                state = window.wait("a refusal", lambda state: "mend.0" in state["controls"])
                self.assert_in_place(state, *size)
                self.assertEqual(state["stage"], before["stage"])
                for name, rect in before["controls"].items():
                    self.assertEqual(state["controls"][name], rect, name)

    def test_dense_screens_have_as_much_in_as_many_pixels_more(self):
        self.addCleanup(self.display.set_content_scale, 1)
        seen = {}
        for scale in (1, 1.5):
            self.display.set_content_scale(scale)
            window = self.open_paused()
            size = (round(1024 * scale), round(640 * scale))
            state = window.resize(*size)
            self.assertAlmostEqual(state["scale"], scale, places=2)
            self.assert_in_place(state, *size)
            seen[scale] = {"stage": state["stage"], **state["controls"]}
            window.key("ctrl+q")
            window.wait_for_end()
        self.assertEqual(seen[1].keys(), seen[1.5].keys())
        for name, rect in seen[1].items():
            for dense, plain in zip(seen[1.5][name], rect):
                self.assertAlmostEqual(dense / 1.5, plain, delta=8, msg=name)

    def test_it_goes_on_at_any_size(self):
        window = self.open_paused()
        for step, size in enumerate(((1, 1), (300, 50), (60, 900), (1920, 30), (1280, 720)), start=1):
            self.display.xdotool("windowsize", "--sync", window.id, *size)
            window.key("Right")
            window.wait_for(step=step)

    def test_f11_fills_the_screen_and_goes_back(self):
        window = self.open_paused()
        self.display.xdotool("windowmove", "--sync", window.id, 100, 50)
        before = window.state()["stage"]
        window.key("F11")
        window.wait("a larger stage", lambda state: state["stage"][2] > before[2] and state["stage"][3] > before[3])
        self.assertEqual(window.place(), (0, 0, 1920, 1080))
        self.assert_in_place(window.state(), 1920, 1080)
        window.key("F11")
        window.wait("the stage as it was", lambda state: state["stage"] == before)
        self.assertEqual(window.place(), (100, 50, 1280, 720))


class Ending(GuiTest):
    def test_ctrl_q_ends_it(self):
        for arguments in ([], ["--paused"]):
            window = self.open(*arguments)
            window.key("ctrl+q")
            self.assertEqual(window.wait_for_end(), 0)

    def test_the_menu_ends_it(self):
        window = self.open()
        window.click_in_list("menu.file", "menu.quit")
        self.assertEqual(window.wait_for_end(), 0)

    def test_closing_the_window_ends_it(self):
        for arguments in ([], ["--paused"]):
            window = self.open(*arguments)
            self.display.ask_to_close(window.id)
            self.assertEqual(window.wait_for_end(), 0)


class Cost(GuiTest):
    def ticks_in(self, window, seconds):
        before = window.cpu_ticks()
        time.sleep(seconds)
        return window.cpu_ticks() - before

    def assert_sleeps(self, window):
        """Soon after the last event it does nothing for three seconds."""
        for _ in range(40):
            if self.ticks_in(window, 0.5) == 0:
                break
        self.assertLessEqual(self.ticks_in(window, 3), 1)

    def test_it_sleeps_while_paused(self):
        window = self.open_paused()
        self.assert_sleeps(window)
        window.key("Right")
        window.wait_for(step=1)
        window.click("padding.box")
        self.assert_sleeps(window)

    def test_it_sleeps_after_playing(self):
        window = self.open("--look", "oblique")
        step = window.state()["step"]
        window.wait("another step", lambda state: state["step"] != step)
        self.assertGreater(self.ticks_in(window, 3), 1)
        window.key("space")
        window.wait_for(playing=False)
        self.assert_sleeps(window)


if __name__ == "__main__":
    unittest.main()
