"""The pixels on the screen: what the state says is what one sees."""

import os
import unittest

from convscope import run
from gui_test import GuiTest
from picture import read_png

INPUT, OUTPUT = (0x26, 0x8B, 0xD2), (0x2A, 0xA1, 0x98)
ACCENT = {"light": (0x26, 0x8B, 0xD2), "dark": (0x3F, 0x9F, 0xE3)}
BACKGROUND = {"light": (0xFD, 0xFD, 0xFB), "dark": (0x11, 0x18, 0x1C)}


class Colors(GuiTest):
    def stage(self, window):
        return window.picture(window.state()["stage"])

    def test_the_window_is_not_blank(self):
        window = self.open_paused()
        colors = window.picture().colors()
        self.assertGreater(len(colors), 100)
        self.assertLess(max(colors.values()), 0.7 * sum(colors.values()))

    def test_the_output_fills_as_it_goes(self):
        window = self.open_paused()
        filled = []
        for key, step in (("Home", 0), ("Right", 1), ("Right", 2), ("End", 8)):
            window.key(key)
            window.wait_for(step=step)
            stage = self.stage(window)
            self.assertGreater(stage.count(INPUT), 10000)
            filled.append(stage.count(OUTPUT))
        self.assertEqual(filled[0], 0)  # The current cell is darker.
        cell = filled[1]
        self.assertGreater(cell, 500)
        self.assertAlmostEqual(filled[2], 2 * cell, delta=0.3 * cell)
        self.assertAlmostEqual(filled[3], 8 * cell, delta=0.3 * 8 * cell)

    def test_themes_have_their_background_and_accent(self):
        for theme in ("light", "dark"):
            with self.subTest(theme=theme):
                window = self.open_paused("--theme", theme)
                stage = self.stage(window)
                colors = stage.colors()
                self.assertEqual(max(colors, key=colors.get), BACKGROUND[theme])
                self.assertEqual(stage.at(2, 2), BACKGROUND[theme])
                x, y, width, height = window.state()["controls"]["play"]
                corner = window.picture((x, y, width, height)).at(4, 4)
                self.assertEqual(corner, ACCENT[theme])

    def test_what_the_theme_changes_is_everything(self):
        window = self.open_paused("--theme", "dark")
        dark = window.picture().colors()
        bright = sum(count for color, count in dark.items() if min(color) > 0xC0)
        self.assertLess(bright, 0.05 * sum(dark.values()))

    def test_a_refusal_shows_under_the_stage(self):
        window = self.open_paused()
        before = window.picture()
        window.type_value("kernel_size.box", "99")
        window.wait("a refusal", lambda state: state["refusal"])
        after = window.picture()
        x, y, width, height = (round(value) for value in window.state()["stage"])
        self.assertEqual(after.crop(x, y, width, height).rgb, before.crop(x, y, width, height).rgb)
        strips = [picture.crop(x, y + height, width, 50) for picture in (before, after)]
        self.assertGreater(strips[0].mean_difference(strips[1]), 1)


class Export(GuiTest):
    """The same Scene, drawn by OpenGL in the window and by Cairo into a file."""

    def exported(self, arguments, step, width, height):
        out = os.path.join(self.folder(), "frame_%03d.png")
        done = run("export", *arguments, "--size", f"{width}x{height}", "--steps", f"{step}-{step}", "--out", out)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        (name,) = os.listdir(os.path.dirname(out))
        return read_png(os.path.join(os.path.dirname(out), name))

    def shown_and_exported(self, step, *arguments):
        """The stage on this step, and the files of it and of the next."""
        window = self.open_paused(*arguments)
        window.key(*["Right"] * step)
        stage = window.wait_for(step=step)["stage"]
        width, height = (round(value) for value in stage[2:])
        files = [self.exported(arguments, which, width, height) for which in (step, step + 1)]
        return window.picture(stage), *files

    def assert_same(self, shown, exported, other):
        difference = shown.mean_difference(exported)
        self.assertLess(difference, 1, "of 255")
        self.assertLess(difference, 0.5 * shown.mean_difference(other), "nearer to this step than to the next")

    def test_flat(self):
        self.assert_same(*self.shown_and_exported(4, "--preset", "padding_strides", "--look", "flat"))

    def test_oblique(self):
        """A file has no labels then, so the same picture stands elsewhere and larger, with lines of another width."""
        shown, exported, _ = self.shown_and_exported(4, "--preset", "padding_strides", "--look", "oblique")
        larger = exported.bounds(INPUT)[2] / shown.bounds(INPUT)[2]
        self.assertLess(abs(larger - 1), 0.1)
        for color in (INPUT, OUTPUT):
            for length, wanted in zip(shown.bounds(color)[2:], exported.bounds(color)[2:]):
                self.assertAlmostEqual(larger * length, wanted, delta=4)
            wanted = exported.count(color)
            self.assertAlmostEqual(larger * larger * shown.count(color), wanted, delta=0.1 * wanted)

    def test_dark_with_channels(self):
        arguments = ["--preset", "conv2d_7x7x3", "--look", "flat", "--theme", "dark"]
        self.assert_same(*self.shown_and_exported(10, *arguments))


if __name__ == "__main__":
    unittest.main()
