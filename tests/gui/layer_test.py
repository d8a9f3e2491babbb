"""The layer's sliders, number boxes and what is said of values that cannot be."""

import unittest

from gui_test import GuiTest, output_size

AT_ONE, AT_END = 0.04, 0.96  # shares of a slider's width


class Sliders(GuiTest):
    def test_dragging_stride_changes_layer_and_output_size(self):
        window = self.open_paused()
        window.drag("stride.slider", 0.2, AT_ONE)
        state = window.wait("stride 1", lambda state: state["layer"]["stride"] == [1, 1])
        self.assertEqual(state["output_size"], [5, 5])
        self.assertEqual(state["steps"], 25)
        window.drag("stride.slider", AT_ONE, 0.35)
        state = window.wait("stride 3", lambda state: state["layer"]["stride"] == [3, 3])
        self.assertEqual(state["output_size"], [2, 2])
        self.assertEqual(state["steps"], 4)
        self.assertEqual(state["preset"], "")

    def test_every_slider_moves_its_own_parameter(self):
        window = self.open_paused("--preset", "padding_strides", "--input-size", "9")
        for name in ("kernel_size", "stride", "padding", "dilation", "out_channels", "in_channels", "input_size"):
            before = _parameters(window.state())
            window.drag(f"{name}.slider", 0.5, 0.3)
            state = window.wait(f"another {name}", lambda state: _parameters(state)[name] != before[name])
            after = _parameters(window.settled())
            self.assertEqual({key for key in after if after[key] != before[key]}, {name})
            self.assertEqual(state["output_size"], output_size(state["layer"], state["input_size"]))

    def test_a_slider_stops_at_the_last_valid_value(self):
        window = self.open_paused()
        window.drag("kernel_size.slider", 0.2, AT_END)
        window.wait("the largest kernel", lambda state: state["layer"]["kernel_size"] == [7, 7])
        state = window.settled()
        self.assertIsNone(state["refusal"])
        self.assertEqual((state["layer"]["kernel_size"], state["output_size"]), ([7, 7], [1, 1]))

    def test_groups_go_by_divisors(self):
        window = self.open_paused("--in-channels", "4", "--out-channels", "6")
        window.drag("groups.slider", AT_ONE, AT_END)
        window.wait("two groups", lambda state: state["layer"]["groups"] == 2)
        self.assertIsNone(window.settled()["refusal"])

    def test_the_wheel_goes_by_one(self):
        window = self.open_paused()
        window.wheel("kernel_size.slider", up=True)
        window.wait("kernel 4", lambda state: state["layer"]["kernel_size"] == [4, 4])
        window.wheel("kernel_size.slider", up=False)
        window.wait("kernel 3", lambda state: state["layer"]["kernel_size"] == [3, 3])

    def test_bias_is_a_click(self):
        window = self.open_paused()
        self.assertFalse(window.state()["layer"]["bias"])
        window.click("bias", across=0.2)
        window.wait("a bias", lambda state: state["layer"]["bias"])

    def test_height_and_width_go_apart(self):
        window = self.open_paused()
        window.click("stride.link")
        window.drag("stride.width.slider", 0.2, AT_ONE)
        state = window.wait("a stride for each axis", lambda state: state["layer"]["stride"] == [2, 1])
        self.assertEqual(state["output_size"], [3, 5])


class Ops(GuiTest):
    def choose(self, window, box, item, **wanted):
        window.click_in_list(box, f"{box}.{item}")
        return window.wait(f"{item} in {box}", lambda state: all(state["layer"][k] == v for k, v in wanted.items()))

    def test_every_op_can_be_chosen(self):
        window = self.open_paused("--preset", "conv2d_7x7x3")
        for op in ("conv_transpose2d", "max_pool2d", "avg_pool2d", "conv2d"):
            with self.subTest(op=op):
                state = self.choose(window, "op", op, op=op)
                self.assertIsNone(state["refusal"])
                self.assertEqual(state["output_size"], output_size(state["layer"], state["input_size"]))

    def test_a_pool_and_back_is_the_same_layer(self):
        window = self.open_paused("--preset", "conv2d_7x7x3")
        before = window.state()["layer"]
        pool = self.choose(window, "op", "max_pool2d", op="max_pool2d")["layer"]
        self.assertEqual((pool["in_channels"], pool["out_channels"]), (3, 3))
        self.assertEqual(self.choose(window, "op", "conv2d", op="conv2d")["layer"], before)

    def test_padding_is_a_word_or_four_numbers(self):
        window = self.open_paused("--preset", "same_padding_no_strides")
        self.choose(window, "padding.rule", "same", padding="same")
        window.click_in_list("padding.rule", "padding.rule.sides")
        window.type_value("padding.top", "2")
        window.type_value("padding.right", "0")
        state = window.wait("sides", lambda state: state["layer"]["padding"] == [2, 1, 1, 0])
        self.assertEqual(state["output_size"], [6, 4])

    def test_what_padding_holds_is_chosen(self):
        window = self.open_paused()
        for mode in ("reflect", "replicate", "circular", "zeros"):
            self.choose(window, "padding_mode", mode, padding_mode=mode)

    def test_output_padding_has_a_slider(self):
        window = self.open_paused("--preset", "padding_strides_transposed")
        window.drag("output_padding.slider", AT_ONE, AT_END)
        state = window.wait("the largest", lambda state: state["layer"]["output_padding"] == [1, 1])
        self.assertEqual(state["output_size"], [6, 6])


class Typing(GuiTest):
    def test_enter_takes_a_value(self):
        window = self.open_paused()
        window.type_value("input_size.box", "12")
        state = window.wait_for(input_size=[12, 12])
        self.assertEqual(state["output_size"], [6, 6])
        self.assertEqual(state["steps"], 36)

    def test_tab_takes_a_value_and_goes_on(self):
        window = self.open_paused()
        window.click("kernel_size.link")
        window.type_value("kernel_size.box", "2", end="Tab")
        window.wait("a height", lambda state: state["layer"]["kernel_size"] == [2, 3])
        window.display.xdotool("type", "--delay", 0, "5")
        window.key("Return")
        window.wait("a width", lambda state: state["layer"]["kernel_size"] == [2, 5])

    def test_escape_takes_nothing(self):
        window = self.open_paused()
        window.type_value("kernel_size.box", "2", end="Escape")
        self.assertEqual(window.settled()["layer"]["kernel_size"], [3, 3])

    def test_a_click_elsewhere_takes_a_value(self):
        window = self.open_paused()
        window.click("kernel_size.box")
        window.display.xdotool("key", "ctrl+a", "type", "2")
        window.click("forward")
        state = window.wait_for(step=1)
        self.assertEqual(state["layer"]["kernel_size"], [2, 2])

    def test_keys_belong_to_the_box_while_typing(self):
        window = self.open()
        before = window.state()
        window.type_value("padding.box", "2")
        state = window.wait("padding 2", lambda state: state["layer"]["padding"] == [2, 2])
        self.assertEqual((state["look"], state["playing"], state["speed"]), (before["look"], True, 1))
        window.click("padding.box")
        window.key("space", "Home", "Left", "1", "2", "Up", "Return")
        window.key("2")
        state = window.wait_for(look="oblique")
        self.assertEqual((state["playing"], state["speed"]), (True, 1))

    def test_tab_loses_no_instant_key(self):
        window = self.open_paused()
        window.click("kernel_size.link")
        window.click("kernel_size.box")
        window.key("4", "Tab", "2", "Return")
        state = window.wait("both", lambda state: state["layer"]["kernel_size"] == [4, 2])
        self.assertEqual(state["look"], "flat")

    def test_long_numbers_move_nothing(self):
        window = self.open_paused()
        before = window.state()["controls"]
        window.type_value("input_size.box", "1000")
        after = window.wait_for(input_size=[1000, 1000])
        self.assertEqual(after["steps"], 250000)
        self.assertEqual(after["controls"], before)


class Invalid(GuiTest):
    def refuse(self, window, box, text):
        """Types a value that must be refused; the layer must stay."""
        before = window.state()
        window.type_value(box, text)
        state = window.wait("a refusal", lambda state: state["refusal"] is not None)
        for key in ("layer", "input_size", "output_size", "step", "steps"):
            self.assertEqual(state[key], before[key], key)
        return state

    def test_a_kernel_that_is_too_large_is_refused_and_mended(self):
        window = self.open_paused()
        state = self.refuse(window, "kernel_size.box", "99")
        self.assertIn("kernel_size", {problem["parameter"] for problem in state["refusal"]["problems"]})
        self.assertEqual(state["refusal"]["layer"]["kernel_size"], [99, 99])
        self.assertEqual(state["refusal"]["input_size"], [5, 5])
        for _ in state["refusal"]["problems"]:
            if window.settled()["refusal"]:
                window.click("mend.0")
        state = window.wait_for(refusal=None)
        self.assertEqual(state["layer"]["kernel_size"], [99, 99])
        self.assertEqual(state["output_size"], output_size(state["layer"], state["input_size"]))
        self.assertGreaterEqual(min(state["output_size"]), 1)

    def test_groups_that_do_not_divide_are_refused_and_mended(self):
        window = self.open_paused("--in-channels", "4", "--out-channels", "4")
        state = self.refuse(window, "groups.box", "3")
        for problem in state["refusal"]["problems"]:
            self.assertIn("groups 3", problem["message"])
        window.click("mend.0")
        state = window.wait_for(refusal=None)
        self.assertIn(state["layer"]["groups"], (2, 4))

    def test_letters_are_refused_and_not_left_out(self):
        window = self.open_paused()
        state = self.refuse(window, "stride.box", "1e9")
        self.assertIn("1e9", state["refusal"]["message"])

    def test_dismissing_keeps_the_layer(self):
        window = self.open_paused()
        before = self.refuse(window, "stride.box", "0")
        window.click("dismiss")
        state = window.wait_for(refusal=None)
        self.assertEqual(state["layer"], before["layer"])

    def test_a_valid_value_ends_a_refusal(self):
        window = self.open_paused()
        self.refuse(window, "padding.box", "-1")
        window.type_value("padding.box", "0")
        state = window.wait_for(refusal=None)
        self.assertEqual(state["layer"]["padding"], [0, 0])

    def test_numbers_beyond_all_bounds_are_refused(self):
        window = self.open_paused()
        sizes = ("input_size", "kernel_size", "stride", "padding", "dilation")
        for box in (*sizes, "in_channels", "out_channels", "groups"):
            for text in ("99999999999999999999", "9223372036854775807", "-9223372036854775808", "4294967296"):
                if box == "stride" and not text.startswith("-"):
                    continue  # One window fits, however far the next one would be.
                with self.subTest(box=box, text=text):
                    self.refuse(window, box + ".box", text)
                    window.click("dismiss")
                    window.wait_for(refusal=None)

    def test_what_is_no_number_is_refused(self):
        window = self.open_paused()
        for text in ("1.5", "-", "1-1", "+", "*/"):
            with self.subTest(text=text):
                state = self.refuse(window, "kernel_size.box", text)
                self.assertIn(text, state["refusal"]["message"])
                window.click("dismiss")
                window.wait_for(refusal=None)


def _parameters(state):
    layer = state["layer"]
    names = ("kernel_size", "stride", "padding", "dilation", "in_channels", "out_channels", "groups", "bias")
    return {**{name: layer[name] for name in names}, "input_size": state["input_size"]}


if __name__ == "__main__":
    unittest.main()
