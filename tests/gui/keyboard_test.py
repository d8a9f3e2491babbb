"""The keyboard alone: Tab through all controls, menus, lists and questions."""

import time
import unittest

from gui_test import GuiTest


class Keyboard(GuiTest):
    def press(self, window, *keys):
        """One after another, each at the state that the one before has left."""
        for key in keys:
            window.key(key)
            time.sleep(0.15)  # A list finds its place over its first frames.

    def test_a_menu_is_opened_and_chosen_from(self):
        window = self.open_paused()
        self.press(window, "F10", "Return", "Down", "Return")
        window.wait_for(sheet="open")
        self.press(window, "Escape")
        window.wait_for(sheet="none")

    def test_arrows_go_along_the_menus_and_leave_the_animation_alone(self):
        window = self.open_paused()
        before = window.state()
        self.press(window, "F10", "Return", "Right", "Down")
        state = window.wait("the menu Edit", lambda state: "menu.undo" in state["controls"])
        for key in ("step", "speed"):
            self.assertEqual(state[key], before[key])

    def test_a_letter_with_alt_opens_a_menu_and_arrows_lead_from_one_to_the_next(self):
        window = self.open_paused()
        before = window.state()
        self.press(window, "alt+f")
        window.wait("the menu File", lambda state: "menu.open" in state["controls"])
        self.press(window, "Right")
        window.wait("the menu Edit", lambda state: "menu.copy_picture" in state["controls"])
        self.press(window, "Left", "Left")
        state = window.wait("the menu Help", lambda state: "menu.keys" in state["controls"])
        self.assertNotIn("menu.open", state["controls"])
        self.press(window, "alt+v")
        window.wait("the menu View", lambda state: "menu.language" in state["controls"])
        self.press(window, "Escape")
        state = window.wait("no menu", lambda state: "menu.language" not in state["controls"])
        for key in ("step", "speed", "look"):
            self.assertEqual(state[key], before[key])
        self.press(window, "Right")  # Nothing is left of the menus.
        window.wait_for(step=before["step"] + 1)

    def test_a_menu_within_a_menu_is_gone_into_and_left(self):
        window = self.open_paused()
        self.press(window, "alt+v", *["Down"] * 7)  # Camera back is passed by: it has not been moved.
        self.press(window, "Right")
        window.wait("the languages", lambda state: "language.ko" in state["controls"])
        self.press(window, "Left")
        state = window.wait("no languages", lambda state: "language.ko" not in state["controls"])
        self.assertIn("menu.language", state["controls"])
        self.press(window, "Right", "Right")
        window.wait("the menu Help", lambda state: "menu.keys" in state["controls"])

    def test_alt_opens_no_menu_over_a_question(self):
        window = self.open_paused()
        self.press(window, "ctrl+o", "alt+f")
        self.assertNotIn("menu.open", window.wait_for(sheet="open")["controls"])

    def test_a_box_with_a_list_is_reached_and_opened(self):
        window = self.open_paused()
        self.press(window, "F10", "F6", "Tab", "Return", "Down", "Down", "Return")
        window.wait("another op", lambda state: state["layer"]["op"] == "max_pool2d")

    def test_tab_takes_a_typed_number_to_the_box_beside_it(self):
        window = self.open_paused()
        window.click("stride.link")
        window.click("stride.box")
        self.press(window, "1", "Tab", "3", "Return")
        window.wait("both strides", lambda state: state["layer"]["stride"] == [1, 3])

    def test_shift_tab_goes_back(self):
        window = self.open_paused()
        window.click("stride.width.box")
        self.press(window, "shift+Tab", "1", "Return")
        window.wait("the strides", lambda state: state["layer"]["stride"] == [1, 1])

    def test_the_question_about_changes_is_answered(self):
        window = self.open_paused()
        window.click("side.values")
        window.click("fill.ones")
        window.wait_for(unsaved=True)
        self.press(window, "ctrl+q", "Tab", "Tab", "Return")
        window.wait_for(sheet="none")
        self.press(window, "ctrl+q", "Return")
        window.wait_for(sheet="save")  # The first button has the focus.
        self.press(window, "Escape", "ctrl+q", "Right", "space")
        self.assertEqual(window.wait_for_end(), 0)

    def test_enter_presses_what_tab_has_reached_in_a_panel(self):
        window = self.open_paused()
        self.press(window, "F10", "F6", "F6", "F6", "Tab", "Return")
        window.wait("the values", lambda state: "fill.ones" in state["controls"])


if __name__ == "__main__":
    unittest.main()
