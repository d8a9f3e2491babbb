"""Presets, looks, themes and menus."""

import unittest

from gui_test import GuiTest

PRESETS = {"no_padding_no_strides": 4, "arbitrary_padding_no_strides": 36, "same_padding_no_strides": 25,
           "full_padding_no_strides": 49, "no_padding_strides": 4, "padding_strides": 9, "padding_strides_odd": 9,
           "dilation": 9, "numerical_no_padding_no_strides": 9, "numerical_padding_strides": 9,
           "no_padding_no_strides_transposed": 16, "arbitrary_padding_no_strides_transposed": 25,
           "same_padding_no_strides_transposed": 25, "full_padding_no_strides_transposed": 25,
           "no_padding_strides_transposed": 25, "padding_strides_transposed": 25, "padding_strides_odd_transposed": 36,
           "numerical_average_pooling": 9, "numerical_max_pooling": 9, "conv2d_7x7x3": 18}


class Presets(GuiTest):
    def choose(self, window, preset):
        window.click_in_list("preset", "preset." + preset)
        return window.wait("the preset, and its list closed",
                           lambda state: state["preset"] == preset and "preset.dilation" not in state["controls"])

    def test_a_preset_is_chosen_from_the_list(self):
        window = self.open_paused()
        state = self.choose(window, "conv2d_7x7x3")
        layer = state["layer"]
        self.assertEqual((layer["in_channels"], layer["out_channels"], layer["bias"]), (3, 2, True))
        self.assertEqual((layer["stride"], layer["padding"], layer["dilation"]), ([2, 2], [1, 1], [2, 2]))
        self.assertEqual((state["input_size"], state["output_size"]), ([7, 7], [3, 3]))
        self.assertEqual((state["step"], state["steps"]), (0, 18))

    def test_every_preset_has_its_number_of_steps(self):
        window = self.open_paused()
        for preset, steps in PRESETS.items():
            with self.subTest(preset=preset):
                self.assertEqual(self.choose(window, preset)["steps"], steps)

    def test_a_preset_ends_a_refusal_and_starts_anew(self):
        window = self.open_paused()
        window.key("End")
        window.wait_for(step=8)
        window.type_value("groups.box", "7")
        window.wait("a refusal", lambda state: state["refusal"])
        state = self.choose(window, "dilation")
        self.assertIsNone(state["refusal"])
        self.assertEqual(state["step"], 0)

    def test_escape_leaves_the_list(self):
        window = self.open_paused()
        window.click("preset")
        window.wait("the list", lambda state: "preset.dilation" in state["controls"])
        window.key("Escape")
        state = window.wait("no list", lambda state: "preset.dilation" not in state["controls"])
        self.assertEqual(state["preset"], "padding_strides")


class Views(GuiTest):
    def test_keys_choose_the_look(self):
        window = self.open_paused()
        for key, look in (("2", "oblique"), ("3", "stack"), ("1", "flat")):
            window.key(key)
            window.wait_for(look=look)

    def test_buttons_choose_the_look(self):
        window = self.open_paused()
        for look in ("oblique", "stack", "flat"):
            window.click(look)
            window.wait_for(look=look)

    def test_the_strip_chooses_colours_flow_and_matrix(self):
        window = self.open_paused()
        for box, items in (("color", ("diverging", "sequential", "weight", "coverage", "plain")),
                           ("flow", ("gradient-of-cell", "gradient-of-sum", "forward")),
                           ("matrix", ("im2col", "sparse", "none"))):
            for item in items:
                with self.subTest(box=box, item=item):
                    window.click_in_list(box, f"{box}.{item}")
                    window.wait_for(**{box: item})

    def test_the_look_changes_while_it_plays(self):
        window = self.open()
        window.key("2")
        self.assertTrue(window.wait_for(look="oblique")["playing"])

    def test_the_view_menu_chooses_the_theme(self):
        window = self.open_paused()
        for theme in ("dark", "high-contrast", "light"):
            window.click_in_list("menu.view", "menu." + theme)
            window.wait_for(theme=theme)

    def test_hidden_panels_give_their_room_to_the_stage(self):
        window = self.open_paused()
        for panel in ("layer_panel", "arithmetic_panel"):
            before = window.state()["stage"]
            window.click_in_list("menu.view", "menu." + panel)
            window.wait("a wider stage", lambda state: state["stage"][2] > before[2])
        self.assertEqual(window.state()["stage"][2], window.place()[2])
        self.assertNotIn("stride.slider", window.state()["controls"])

    def test_f1_lists_the_keys_until_escape(self):
        window = self.open_paused()
        window.key("F1")
        window.wait("the keys", lambda state: "sheet.close" in state["controls"])
        window.key("Escape")
        window.wait("no keys", lambda state: "sheet.close" not in state["controls"])
        window.key("F1")
        window.click("sheet.close")
        window.wait("no keys again", lambda state: "sheet.close" not in state["controls"])


if __name__ == "__main__":
    unittest.main()
