"""The mouse on the picture: hovering, pinning, the tip, and the camera."""

import unittest

from gui_test import GuiTest


def cell(tensor, *index, padding=False, gap=False):
    return {"tensor": tensor, "index": list(index), "padding": padding, "gap": gap}


class HoverTest(GuiTest):
    def point(self, window, plane, row, column):
        """The screen position of the middle of a plane's cell, once the camera stands still."""
        state = window.wait(f"the plane {plane}, at rest", lambda state: plane in state["planes"] and not state["moving"])
        place = state["planes"][plane]
        left, top, _, _ = window.place()
        return tuple(
            round(base + place["corner"][axis] + (column + 0.5) * place["column"][axis] + (row + 0.5) * place["row"][axis])
            for axis, base in ((0, left), (1, top))
        )

    def hover(self, window, plane, row, column):
        window.display.xdotool("mousemove", *self.point(window, plane, row, column))

    def click(self, window, plane, row, column):
        """Apart from the click before, so that the two are no double click."""
        window.display.xdotool("sleep", 0.4, "mousemove", *self.point(window, plane, row, column), "click", 1)

    def drag(self, window, start, by, button=1):
        chain = ["mousemove", *start, "mousedown", button]
        for part in (0.3, 0.6, 1):
            chain += ["mousemove", round(start[0] + part * by[0]), round(start[1] + part * by[1])]
        window.display.xdotool(*chain, "mouseup", button)

    def beside(self, window):
        """The stage's corner, where no plane is."""
        x, y, _, _ = window.state()["stage"]
        left, top, _, _ = window.place()
        return round(left + x + 6), round(top + y + 6)


class Hovering(HoverTest):
    def test_cells_are_met_on_a_dense_screen(self):
        self.addCleanup(self.display.set_content_scale, 1)
        self.display.set_content_scale(1.5)
        window = self.open_paused("--preset", "conv2d_7x7x3")
        window.resize(1536, 960)
        for look in ("flat", "oblique", "stack"):
            with self.subTest(look=look):
                window.click(look)
                window.wait_for(look=look)
                window.settled()
                for row, column in ((0, 0), (6, 2)):
                    self.hover(window, "input 0", row, column)
                    window.wait_for(hovered=cell("input", 0, row, column))

    def test_every_kind_of_cell_is_named_with_its_numbers(self):
        window = self.open_paused("--preset", "numerical_padding_strides")
        self.hover(window, "output 0", 1, 1)
        state = window.wait_for(hovered=cell("output", 0, 1, 1))
        self.assertEqual(state["tip"][:3], ["output[0, 1, 1] = 17", "the sum of 9 products",
                                            "0 · 0 = 0  input[0, 1, 1] · weight[0, 0, 0, 0]"])
        self.assertEqual(state["tip"][-1], "sum = 17")
        self.hover(window, "input 0", 4, 0)
        state = window.wait_for(hovered=cell("input", 0, 4, 0))
        self.assertIn("input[0, 4, 0] = ", state["tip"][0])
        self.hover(window, "kernel 0,0", 2, 1)
        state = window.wait_for(hovered=cell("weight", 0, 0, 2, 1))
        self.assertEqual(state["tip"][:2], ["weight[0, 0, 2, 1] = 1", "is used once in each of 9 outputs"])
        self.hover(window, "input 0", -1, 5)
        state = window.wait_for(hovered=cell("input", 0, -1, 5, padding=True))
        self.assertEqual(state["tip"][0], "padding[0, −1, 5] holds 0")
        window.display.xdotool("mousemove", *self.beside(window))
        self.assertEqual(window.wait_for(hovered=None)["tip"], [])

    def test_the_tip_is_in_the_window_and_not_over_its_cell(self):
        window = self.open_paused("--preset", "conv2d_7x7x3", "--look", "oblique")
        for plane, row, column in (("output 0", 0, 0), ("output 0", 2, 2), ("input 0", 6, 0), ("input 0", 0, 6)):
            self.hover(window, plane, row, column)
            tensor = plane.split()[0]
            state = window.wait_for(hovered=cell(tensor, 0, row, column))
            left, top, width, height = state["controls"]["tip"]
            x, y = self.point(window, plane, row, column)
            self.assertFalse(left <= x < left + width and top <= y < top + height, plane)
            self.assertGreaterEqual(min(left, top), 0)
            self.assertLessEqual(left + width, window.place()[2])
            self.assertLessEqual(top + height, window.place()[3])

    def test_the_hovered_cells_touch_is_lit(self):
        window = self.open_paused()
        self.hover(window, "output 0", 0, 0)
        window.wait_for(hovered=cell("output", 0, 0, 0))
        window.display.xdotool("sleep", 0.3)
        lit = self.display.screenshot()
        self.hover(window, "output 0", 2, 2)
        window.wait_for(hovered=cell("output", 0, 2, 2))
        window.display.xdotool("sleep", 0.3)
        other = self.display.screenshot()
        place = self.point(window, "input 0", 0, 0)
        near = (place[0] - 12, place[1] - 12)
        self.assertNotEqual(lit.at(*near), other.at(*near), "the first window's cell")
        far = self.point(window, "input 0", 4, 4)
        far = (far[0] - 12, far[1] - 12)
        self.assertEqual(lit.at(*near), other.at(*far), "the last window's cell is as the first's was")

    def test_hovering_stays_while_it_plays(self):
        window = self.open()
        self.hover(window, "output 0", 2, 0)
        state = window.wait_for(hovered=cell("output", 0, 2, 0))
        step = state["step"]
        state = window.wait("another step", lambda state: state["step"] != step)
        self.assertEqual(state["hovered"], cell("output", 0, 2, 0))

    def test_a_resting_mouse_costs_nothing(self):
        window = self.open_paused()
        self.hover(window, "output 0", 1, 1)
        window.wait_for(hovered=cell("output", 0, 1, 1))
        window.display.xdotool("sleep", 0.5)
        before = window.cpu_ticks()
        window.display.xdotool("sleep", 1.5)
        self.assertLessEqual(window.cpu_ticks() - before, 2)

    def test_panels_hide_what_is_behind_them(self):
        window = self.open_paused()
        self.hover(window, "output 0", 1, 1)
        window.wait_for(hovered=cell("output", 0, 1, 1))
        window.display.xdotool("mousemove", *window.point("stride.slider"))
        window.wait_for(hovered=None)


class Pinning(HoverTest):
    def test_a_click_pins_until_the_next(self):
        window = self.open_paused()
        self.click(window, "output 0", 0, 1)
        state = window.wait_for(pinned=cell("output", 0, 0, 1))
        self.assertTrue(state["tip"][0].startswith("output[0, 0, 1]"))
        self.hover(window, "input 0", 2, 2)
        state = window.wait_for(hovered=cell("input", 0, 2, 2))
        self.assertTrue(state["tip"][0].startswith("output[0, 0, 1]"), "the pinned one's tip stays")
        self.click(window, "input 0", 2, 2)
        window.wait_for(pinned=cell("input", 0, 2, 2))
        self.click(window, "input 0", 2, 2)
        window.wait_for(pinned=None)

    def test_escape_and_a_click_beside_let_go(self):
        window = self.open_paused()
        self.click(window, "output 0", 0, 1)
        window.wait_for(pinned=cell("output", 0, 0, 1))
        window.key("Escape")
        window.wait_for(pinned=None)
        self.click(window, "output 0", 0, 1)
        window.wait_for(pinned=cell("output", 0, 0, 1))
        window.display.xdotool("sleep", 0.4, "mousemove", *self.beside(window), "click", 1)
        window.wait_for(pinned=None)

    def test_a_pinned_cell_stays_over_other_steps_and_layers(self):
        window = self.open_paused()
        self.click(window, "output 0", 1, 1)
        window.wait_for(pinned=cell("output", 0, 1, 1))
        window.key("Right")
        self.assertEqual(window.wait_for(step=1)["pinned"], cell("output", 0, 1, 1))
        window.type_value("kernel_size.box", "5")
        state = window.wait("kernel 5", lambda state: state["layer"]["kernel_size"] == [5, 5])
        self.assertEqual(state["tip"][1], "the sum of 25 products")
        window.type_value("padding.box", "0")
        state = window.wait("one output", lambda state: state["output_size"] == [1, 1])
        self.assertIsNone(state["pinned"])


class Keys(HoverTest):
    """All that the mouse does with cells, without it."""

    def test_cells_are_pinned_one_after_the_other(self):
        window = self.open_paused("--preset", "numerical_padding_strides")
        window.key("shift+Right")
        state = window.wait_for(pinned=cell("output", 0, 0, 0))
        self.assertTrue(state["tip"][0].startswith("output[0, 0, 0]"))
        self.assertEqual(state["step"], 0, "the animation stays")
        for key, expected in (("shift+Right", cell("output", 0, 0, 1)), ("shift+Down", cell("output", 0, 1, 1)),
                              ("shift+Page_Down", cell("input", 0, 1, 1)), ("shift+Left", cell("input", 0, 1, 0)),
                              ("shift+Left", cell("input", 0, 1, -1, padding=True)),
                              ("shift+Page_Up", cell("output", 0, 1, 0))):
            window.key(key)
            window.wait_for(pinned=expected)
        window.key("Escape")
        window.wait_for(pinned=None)

    def test_a_value_is_typed_into_a_cell_that_keys_have_pinned(self):
        window = self.open_paused("--preset", "numerical_padding_strides")
        window.key("shift+Page_Down")
        window.wait_for(pinned=cell("output", 0, 0, 0))
        window.key("shift+Page_Down")
        window.wait_for(pinned=cell("input", 0, 0, 0))
        window.key("shift+Right", "shift+Down")
        window.wait_for(pinned=cell("input", 0, 1, 1))
        window.display.xdotool("type", "--delay", 8, "25")
        window.wait("a box on the cell", lambda state: "cell_entry" in state["controls"])
        window.key("Return")
        window.wait_for(pinned=cell("input", 0, 1, 2))
        window.key("shift+Left")
        state = window.wait_for(pinned=cell("input", 0, 1, 1))
        self.assertIn("25", state["tip"][0])
        window.key("ctrl+z")
        window.wait("the old value", lambda state: "25" not in state["tip"][0])

    def test_text_boxes_keep_the_keys_for_themselves(self):
        window = self.open_paused()
        window.click("kernel_size.box")
        window.key("shift+Left", "shift+Right")
        window.key("Escape")
        self.assertIsNone(window.settled()["pinned"])


class Camera(HoverTest):
    def test_the_wheel_zooms_and_the_cell_stays_under_the_pointer(self):
        window = self.open_paused()
        self.hover(window, "input 0", 1, 3)
        window.wait_for(hovered=cell("input", 0, 1, 3))
        window.display.xdotool("click", 4, "click", 4, "click", 4)
        state = window.wait("a zoom", lambda state: state["camera"]["zoom"] > 1.6)
        self.assertEqual(state["hovered"], cell("input", 0, 1, 3))
        window.display.xdotool("click", 5)
        window.wait("less", lambda state: state["camera"]["zoom"] < 1.5)

    def test_a_drag_pans_and_keys_put_it_back(self):
        window = self.open_paused()
        for key in ("r", "0"):
            self.drag(window, self.beside(window), (60, 40))
            state = window.wait("a pan", lambda state: state["camera"]["pan"] == [60, 40])
            self.assertIsNone(state["pinned"])
            window.key(key)
            window.wait("the look's own camera", lambda state: state["camera"]["pan"] == [0, 0])

    def test_a_drag_on_a_cell_pins_nothing(self):
        window = self.open_paused()
        self.drag(window, self.point(window, "output 0", 1, 1), (40, 0))
        state = window.wait("a pan", lambda state: state["camera"]["pan"] == [40, 0])
        self.assertIsNone(state["pinned"])

    def test_a_double_click_puts_it_back(self):
        window = self.open_paused()
        self.drag(window, self.beside(window), (60, 40))
        window.wait("a pan", lambda state: state["camera"]["pan"] == [60, 40])
        window.display.xdotool("sleep", 0.4, "mousemove", *self.beside(window), "click", "--repeat", 2, "--delay", 0, 1)
        state = window.wait("the look's own camera", lambda state: state["camera"]["pan"] == [0, 0])
        self.assertIsNone(state["pinned"])

    def test_the_wheel_on_a_slider_is_the_sliders(self):
        window = self.open_paused()
        window.wheel("kernel_size.slider", up=True)
        state = window.wait("kernel 4", lambda state: state["layer"]["kernel_size"] == [4, 4])
        self.assertEqual(state["camera"]["zoom"], 1)


if __name__ == "__main__":
    unittest.main()
