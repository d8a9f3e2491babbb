"""A photograph of 1920×1080, and layers that take seconds: the window answers all the time."""

import os
import unittest

from drag_and_drop import drop_files
from hover_test import HoverTest
from picture import Picture


def photo(width, height):
    """Smooth areas and lines."""
    line = bytearray()
    for x in range(width):
        line += bytes((x * 255 // width, 255 - x * 255 // width, x // 40 % 2 * 255))
    return Picture(width, height, bytes(line) * height)


class PhotoTest(HoverTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.path = os.path.join(cls._display_folder, "photo.png")
        photo(1920, 1080).write_png(cls.path)

    def output_size(self, state):
        """Of the picture: the output's channel that is shown."""
        return [plane["size"] for name, plane in state["planes"].items() if name.startswith("output")][-1]

    def opened(self):
        """A window with the photograph through a 3 × 3 kernel into 8 channels."""
        window = self.open_paused(
            "--in-channels", "3", "--out-channels", "8", "--input-size", "32", "--padding", "1", "--stride", "1"
        )
        window.give_path("ctrl+o", "open", self.path)
        window.wait_for(sheet="photo")
        window.click_at_rest("photo.ok")
        window.wait_for(input_size=[1080, 1920], computing=False, busy=False)
        return window


class Dropped(PhotoTest):
    def test_a_file_is_opened_as_by_the_menu(self):
        window = self.open_paused()
        drop_files(self.display.name, window.id, [self.path])
        window.wait_for(sheet="photo")
        window.click_at_rest("photo.cancel")
        window.wait_for(sheet="none", input_size=[5, 5])

    def test_several_files_are_refused(self):
        window = self.open_paused()
        drop_files(self.display.name, window.id, [self.path, self.path, __file__])
        window.wait("what is wrong", lambda state: "3 files were dropped" in state["message"])
        self.assertEqual(window.state()["sheet"], "none")

    def test_names_in_korean_and_with_blanks_arrive(self):
        window = self.open_paused()
        path = os.path.join(self.folder(), "수업 자료 100%.json")
        drop_files(self.display.name, window.id, [path])
        window.wait("its name", lambda state: path in state["message"])


class Photographs(PhotoTest):
    def test_a_slider_shows_its_newest_value(self):
        window = self.opened()
        self.assertEqual(window.state()["output_size"], [1080, 1920])
        window.drag("dilation.slider", 0.0, 1.0)
        state = window.wait("the last value", lambda state: state["layer"]["dilation"] == [8, 8])
        self.assertEqual(state["output_size"], [1066, 1906], "sizes do not wait for the picture")
        state = window.wait_for(computing=False)
        self.assertEqual(self.output_size(state), [1066, 1906])
        window.key("ctrl+z")
        state = window.wait_for(output_size=[1080, 1920], computing=False)
        self.assertEqual(self.output_size(state), [1080, 1920])

    def test_what_is_painted_is_computed(self):
        window = self.opened()
        window.key("b")
        start, end = self.point(window, "input 0", 500, 300), self.point(window, "input 0", 500, 900)
        self.drag(window, start, (end[0] - start[0], 0))
        window.wait_for(can_undo=True, computing=False)
        window.key("ctrl+z", "ctrl+z")
        window.wait_for(can_undo=False, computing=False, input_size=[32, 32])

    def test_keys_wait_for_the_edits_before_them(self):
        window = self.opened()
        window.click("side.values")
        window.click_at_rest("fill.random")
        window.key("ctrl+z")
        window.wait_for(can_redo=True, computing=False, input_size=[1080, 1920])
        window.key("ctrl+shift+z")
        window.wait_for(can_redo=False, computing=False)
        window.key("ctrl+z", "ctrl+z")
        window.wait_for(can_undo=False, computing=False, input_size=[32, 32])

    def test_it_is_opened_at_a_size_and_in_grey(self):
        window = self.open_paused("--in-channels", "1", "--input-size", "32")
        window.give_path("ctrl+o", "open", self.path)
        window.wait_for(sheet="photo")
        window.click_at_rest("photo.cropped")
        window.type_value("photo.width", "200")
        window.type_value("photo.height", "100")
        window.click_at_rest("photo.grey")
        window.click_at_rest("photo.ok")
        state = window.wait_for(input_size=[100, 200], busy=False)
        self.assertEqual(state["layer"]["in_channels"], 1)
        window.give_path("ctrl+o", "open", self.path)
        window.wait_for(sheet="photo")
        window.key("Escape")
        window.wait_for(sheet="none", input_size=[100, 200])


class LargeLayers(PhotoTest):
    def test_the_window_answers_while_it_computes(self):
        # A hundred thousand million multiply-accumulates: many seconds.
        window = self.open_paused(
            "--in-channels", "3", "--out-channels", "96", "--input-size", "1080x1920", "--kernel-size", "15", "--stride", "1"
        )
        window.wait_for(computing=True)
        window.wait("a sign", lambda state: "computing" in state["controls"])
        for key, look in (("3", "stack"), ("2", "oblique"), ("1", "flat")):
            window.key(key)
            self.assertTrue(window.wait_for(look=look)["computing"])
        window.key("End")
        self.assertTrue(window.wait_for(step=96 * 1068 * 1908 - 1)["computing"])
        window.click("menu.file")
        window.wait("the menu", lambda state: "menu.quit" in state["controls"])
        window.key("Escape")
        # The stale work is dropped for the newest.
        window.type_value("kernel_size.box", "1")
        state = window.wait_for(computing=False, output_size=[1082, 1922])
        window.wait("no sign", lambda state: "computing" not in state["controls"])
        self.assertIsNotNone(state["value"])

    def test_it_closes_while_it_computes(self):
        window = self.open_paused(
            "--out-channels", "96", "--input-size", "1080x1920", "--kernel-size", "25", "--stride", "1"
        )
        window.wait_for(computing=True)
        window.key("ctrl+q")
        self.assertEqual(window.wait_for_end(), 0)


if __name__ == "__main__":
    unittest.main()
