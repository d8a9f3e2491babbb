"""What the program remembers, and questions that lie over the window."""

import json
import os
import unittest

from hover_test import HoverTest


class Settings(HoverTest):
    def closed(self, window):
        window.key("ctrl+q")
        self.assertEqual(window.wait_for_end(), 0)

    def test_the_theme_is_as_it_was_left_unless_a_flag_says_otherwise(self):
        home = self.folder()
        window = self.open_in(home, "--paused")
        window.click("menu.view")
        window.click_at_rest("menu.dark")
        window.wait_for(theme="dark")
        self.closed(window)
        window = self.open_in(home, "--paused")
        self.assertEqual(window.state()["theme"], "dark")
        self.closed(window)
        window = self.open_in(home, "--paused", "--theme", "high-contrast")
        self.assertEqual(window.state()["theme"], "high-contrast")
        self.closed(window)

    def test_the_order_of_the_axes_is_as_it_was_left_unless_a_flag_says_otherwise(self):
        home = self.folder()
        window = self.open_in(home, "--paused")
        self.assertEqual(window.state()["axis_order"], "chw")
        window.click("menu.view")
        window.click_at_rest("menu.axis_order")
        window.click_at_rest("axis_order.hwc")
        window.wait_for(axis_order="hwc")
        self.closed(window)
        window = self.open_in(home, "--paused")
        self.assertEqual(window.state()["axis_order"], "hwc")
        self.closed(window)
        window = self.open_in(home, "--paused", "--axis-order", "chw")
        self.assertEqual(window.state()["axis_order"], "chw")
        self.closed(window)

    def test_panels_are_as_wide_as_they_were_dragged(self):
        home = self.folder()
        window = self.open_in(home, "--paused")
        before = window.state()["stage"]
        for edge, by in (("layer_edge", 60), ("arithmetic_edge", -80)):
            self.drag(window, window.point(edge), (by, 0))
        after = window.wait("a narrower stage", lambda state: state["stage"][2] <= before[2] - 135)["stage"]
        self.assertAlmostEqual(after[0], before[0] + 60, delta=4)
        self.closed(window)
        window = self.open_in(home, "--paused")
        self.assertEqual(window.state()["stage"], after)
        window.click("layer_edge", times=2)
        window.wait("the panel's own width", lambda state: state["stage"][0] == before[0])
        self.closed(window)


class Sheets(HoverTest):
    def test_what_is_behind_a_list_is_not_reached(self):
        window = self.open_paused("--preset", "padding_strides")
        before = window.state()
        window.key("F1")
        window.wait("the list", lambda state: "sheet.close" in state["controls"])
        window.key("space", "Right", "2", "b", "ctrl+s")
        window.click("stride.slider", across=0.0)
        window.wheel("kernel_size.slider", up=True)
        window.click("oblique")
        window.click("menu.file")
        window.display.xdotool("mousemove", *self.beside(window), "click", 1)
        window.key("Escape")
        state = window.wait("no list", lambda state: "sheet.close" not in state["controls"])
        for key in ("layer", "playing", "step", "look", "sheet", "pinned", "can_undo"):
            self.assertEqual(state[key], before[key], key)
        window.key("Right")
        window.wait_for(step=before["step"] + 1)

    def test_opening_a_session_over_unsaved_changes_asks(self):
        window = self.open_paused("--preset", "padding_strides")
        path = os.path.join(self.folder(), "lesson.json")
        with open(path, "w", encoding="utf-8") as file:
            json.dump({"convscope_session": 1, "layer": {"kernel_size": [2, 2]}, "input_size": [6, 6]}, file)
        window.click("side.values")
        window.click("fill.ones")
        window.wait_for(unsaved=True)
        for answer, size in (("unsaved.cancel", [5, 5]), ("unsaved.discard", [6, 6])):
            window.key("ctrl+o")
            window.wait_for(sheet="open")
            window.key("ctrl+a")
            window.display.xdotool("type", "--delay", 8, path)
            window.key("Return")
            window.wait_for(sheet="unsaved", input_size=[5, 5])
            window.click_at_rest(answer)
            window.wait_for(sheet="none", input_size=size, busy=False)
        self.assertEqual(window.state()["session"], path)


if __name__ == "__main__":
    unittest.main()
