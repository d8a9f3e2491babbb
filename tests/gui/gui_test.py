"""What the tests of the window share. Each file is a test of ctest's: `CONVSCOPE=PROGRAM python3 FILE [TEST]`."""

import shutil
import tempfile
import unittest

from convscope import Window
from display import Display


class GuiTest(unittest.TestCase):
    """Opens windows on a display of its own; afterwards nothing is left of either."""

    longMessage = True

    @classmethod
    def setUpClass(cls):
        cls._display_folder = tempfile.mkdtemp(prefix="convscope_display_")
        cls.addClassCleanup(shutil.rmtree, cls._display_folder, ignore_errors=True)
        cls.display = Display(cls._display_folder)
        cls.addClassCleanup(cls.display.close)

    def folder(self):
        """A new one that goes with the test."""
        folder = tempfile.mkdtemp(prefix="convscope_gui_")
        self.addCleanup(shutil.rmtree, folder, ignore_errors=True)
        return folder

    def open(self, *arguments):
        """Opens `convscope ARGUMENTS`; when the test ends, the program must have had nothing to say."""
        window = Window(self.display, self.folder(), *arguments)
        self.addCleanup(self._finish, window)
        return window

    def open_in(self, home, *arguments, **options):
        """The same with a home folder that another window has used or will use; options as Window has them."""
        window = Window(self.display, home, *arguments, **options)
        self.addCleanup(self._finish, window)
        return window

    def open_paused(self, *arguments):
        return self.open("--paused", *arguments)

    def _finish(self, window):
        ended_by_itself = window.process.poll()
        window.kill()
        self.assertEqual(window.errors(), "", "the program's output")
        self.assertIn(ended_by_itself, (None, 0), "the program's exit status")


def output_size(layer, input_size):
    """Written from DESIGN.md's formulas, for itself."""
    size = []
    for axis in (0, 1):
        reach = layer["dilation"][axis] * (layer["kernel_size"][axis] - 1) + 1
        padding, stride = _padding(layer, axis, reach), layer["stride"][axis]
        if layer["op"] == "conv_transpose2d":
            stretched = (input_size[axis] - 1) * stride
            size.append(stretched - padding + reach - 1 + layer["output_padding"][axis] + 1)
        else:
            size.append((input_size[axis] + padding - reach) // stride + 1)
    return size


def _padding(layer, axis, reach):
    """Both sides of an axis."""
    padding = layer["padding"]
    if isinstance(padding, str):
        return {"same": reach - 1, "valid": 0}[padding]
    return 2 * padding[axis] if len(padding) == 2 else padding[2 * axis] + padding[2 * axis + 1]
