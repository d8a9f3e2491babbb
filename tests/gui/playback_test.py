"""Playing, stepping and scrubbing by mouse and keyboard."""

import unittest

from gui_test import GuiTest


class Playback(GuiTest):
    def test_the_button_plays_and_pauses(self):
        window = self.open_paused()
        window.click("play")
        window.wait("a step while playing", lambda state: state["playing"] and state["step"] > 0)
        window.click("play")
        window.wait_for(playing=False)

    def test_space_plays_and_pauses(self):
        window = self.open()
        window.key("space")
        stopped = window.wait_for(playing=False)
        window.key("space")
        window.wait("the next step", lambda state: state["playing"] and state["step"] != stopped["step"])

    def test_keys_step(self):
        window = self.open_paused()
        for key, step in (("Right", 1), ("Page_Down", 2), ("Left", 1), ("End", 8), ("Right", 8), ("Page_Up", 7),
                          ("Home", 0), ("Left", 0), ("Right", 1)):
            with self.subTest(key=key):
                window.key(key)
                window.wait_for(step=step, playing=False)
                self.assertEqual(window.settled()["step"], step)

    def test_buttons_step(self):
        window = self.open_paused()
        for button, step in (("forward", 1), ("forward", 2), ("back", 1), ("last", 8), ("forward", 8), ("first", 0),
                             ("back", 0), ("forward", 1)):
            with self.subTest(button=button):
                window.click(button)
                window.wait_for(step=step, playing=False)
                self.assertEqual(window.settled()["step"], step)

    def test_a_step_pauses(self):
        window = self.open()
        window.key("Home")
        window.wait_for(playing=False, step=0)

    def test_steps_go_row_by_row_and_filter_by_filter(self):
        window = self.open_paused("--preset", "conv2d_7x7x3")
        for step in range(18):
            state = window.wait_for(step=step)
            self.assertEqual(state["output_cell"], [step // 9, step // 3 % 3, step % 3])
            window.key("Right")

    def test_dragging_the_track_scrubs(self):
        window = self.open_paused("--preset", "conv2d_7x7x3")
        window.drag("scrub", 0.02, 0.99)
        window.wait_for(step=17)
        window.drag("scrub", 0.99, 0.5)
        window.wait("the middle", lambda state: state["step"] in (8, 9))
        window.drag("scrub", 0.5, 0.01)
        window.wait_for(step=0)

    def test_the_pace_is_chosen_and_told(self):
        window = self.open_paused("--preset", "conv2d_7x7x3")
        window.key("Right", "Right")
        for pace, parts in (("tap", 27), ("channel", 3), ("cell", 1)):
            window.click("pace." + pace)
            state = window.wait_for(pace=pace)
            self.assertEqual((state["step"], state["part"], state["parts"]), (2, 0, parts))

    def test_a_sum_grows_tap_by_tap_to_the_cells_value(self):
        window = self.open_paused("--preset", "numerical_padding_strides", "--pace", "tap")
        for part in range(9):
            state = window.wait_for(step=0, part=part)
            window.key("Right")
        self.assertEqual(state["sum"], state["value"])
        window.wait_for(step=1, part=0)

    def test_whole_steps_pass_over_taps(self):
        window = self.open_paused("--pace", "tap")
        window.key("ctrl+Right", "ctrl+Right", "Right")
        window.wait_for(step=2, part=1)
        window.key("ctrl+Left")
        window.wait_for(step=2, part=0)
        window.key("ctrl+Left")
        window.wait_for(step=1, part=0)

    def test_stamps_go_from_input_cell_to_input_cell(self):
        window = self.open_paused("--preset", "padding_strides_transposed")
        self.assertEqual(window.state()["steps"], 25)
        window.click_in_list("transposed", "transposed.stamping")
        self.assertEqual(window.wait_for(transposed="stamping")["steps"], 9)
        window.key("End")
        self.assertEqual(window.wait_for(step=8)["input_cell"], [0, 2, 2])

    def test_speed_follows_slider_wheel_and_keys(self):
        window = self.open_paused()
        window.drag("speed", 0.3, 0.95)
        window.wait_for(speed=16)
        window.drag("speed", 0.95, 0.05)
        window.wait_for(speed=0.25)
        window.wheel("speed", up=True)
        window.wait_for(speed=0.5)
        window.key("Up")
        window.wait_for(speed=1)
        window.key("Down")
        window.wait_for(speed=0.5)

    def test_no_instant_click_is_lost(self):
        window = self.open_paused("--preset", "conv2d_7x7x3")
        window.click("forward", times=10)
        window.wait_for(step=10)
        self.assertEqual(window.settled()["step"], 10)

    def test_no_instant_key_is_lost(self):
        window = self.open_paused("--preset", "conv2d_7x7x3")
        window.key(*["Right"] * 10)
        window.wait_for(step=10)
        self.assertEqual(window.settled()["step"], 10)

    def test_no_instant_key_is_lost_while_it_plays(self):
        window = self.open("--preset", "conv2d_7x7x3")
        window.key(*["space"] * 10, "Up")
        self.assertTrue(window.wait_for(speed=2)["playing"])
        window.key("space", "Down")
        self.assertFalse(window.wait_for(speed=1)["playing"])

    def test_clicks_and_keys_keep_their_order(self):
        window = self.open_paused("--preset", "conv2d_7x7x3")
        forward = window.point("forward")
        self.display.xdotool("key", "End", "mousemove", *window.point("back"), "click", 1, "key", "Home",
                             "mousemove", *forward, "click", 1, "click", 1, "key", "Up")
        self.assertEqual(window.wait_for(speed=2)["step"], 2)


if __name__ == "__main__":
    unittest.main()
