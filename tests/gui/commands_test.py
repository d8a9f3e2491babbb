"""The list of commands by the keyboard alone."""

import unittest

from gui_test import GuiTest


class Commands(GuiTest):
    def test_typing_finds_arrows_choose_enter_does(self):
        window = self.open_paused("--preset", "padding_strides")
        window.key("ctrl+p")
        window.wait("the list", lambda state: "commands" in state["controls"])
        self.display.xdotool("type", "--delay", 0, "theme dark")
        window.key("Return")
        window.wait_for(theme="dark")
        window.wait("no list", lambda state: "commands" not in state["controls"])
        window.key("ctrl+p")
        window.wait("the list", lambda state: "commands" in state["controls"])
        self.display.xdotool("type", "--delay", 0, "preset: dilation")
        window.wait("two lines", lambda state: "command.0" in state["controls"])
        window.key("Return")
        window.wait_for(preset="dilation")

    def test_down_goes_to_the_next_line_and_escape_leaves(self):
        window = self.open_paused("--preset", "padding_strides")
        window.key("ctrl+p")
        window.wait("the list", lambda state: "commands" in state["controls"])
        self.display.xdotool("type", "--delay", 0, "oper")
        window.key("Down", "Return")
        window.wait("another op", lambda state: state["layer"]["op"] == "conv_transpose2d")
        window.key("ctrl+p")
        window.wait("the list", lambda state: "commands" in state["controls"])
        window.key("Escape")
        window.wait("no list", lambda state: "commands" not in state["controls"])
        self.assertEqual(window.settled()["layer"]["op"], "conv_transpose2d")


if __name__ == "__main__":
    unittest.main()
