"""How the window opens, and how it fails to."""

import os
import unittest

from convscope import Window, run
from gui_test import GuiTest


class Start(GuiTest):
    def test_plays_padding_strides_at_once(self):
        window = self.open()
        state = window.state()
        self.assertEqual(state["preset"], "padding_strides")
        self.assertEqual(state["input_size"], [5, 5])
        self.assertEqual(state["output_size"], [3, 3])
        self.assertEqual(state["steps"], 9)
        self.assertTrue(state["playing"])
        self.assertIsNone(state["refusal"])
        for _ in range(2):
            step = window.state()["step"]
            window.wait("another step", lambda state: state["step"] != step)

    def test_begins_as_its_options_say(self):
        window = self.open("--preset", "conv2d_7x7x3", "--look", "oblique", "--theme", "dark", "--paused")
        state = window.state()
        self.assertEqual(state["preset"], "conv2d_7x7x3")
        self.assertEqual((state["look"], state["theme"], state["playing"]), ("oblique", "dark", False))
        self.assertEqual((state["step"], state["steps"], state["output_cell"]), (0, 18, [0, 0, 0]))

    def test_opens_where_there_is_no_egl(self):
        pictures = []
        for environment in ({}, {"__EGL_VENDOR_LIBRARY_FILENAMES": "/dev/null"}):
            window = Window(self.display, self.folder(), "--paused", **environment)
            self.addCleanup(self._finish, window)
            with open(f"/proc/{window.process.pid}/maps", encoding="utf-8") as maps:
                self.assertEqual("libGLX_mesa" in maps.read(), bool(environment), "which interface it uses")
            pictures.append(window.picture().rgb)
        self.assertTrue(pictures[0] == pictures[1], "they show the same")

    def test_opens_a_file_that_is_named(self):
        path = os.path.join(self.folder(), "lesson.json")
        with open(path, "w", encoding="utf-8") as file:
            file.write('{"convscope_session": 1, "layer": {"op": "conv2d", "kernel_size": [2, 2]}, "input_size": [4, 4],'
                       ' "timeline": {"tick": 5, "speed": 2}}')
        for arguments in ([path], ["--session", path]):
            window = self.open_paused(*arguments)
            window.wait_for(session=path, step=5, speed=2.0, unsaved=False, input_size=[4, 4])

    def test_begins_with_the_layer_of_its_flags(self):
        window = self.open_paused("--input-size", "6x9", "--kernel-size", "2x3", "--stride", "2x1", "--padding", "0")
        state = window.state()
        self.assertEqual(state["layer"]["kernel_size"], [2, 3])
        self.assertEqual(state["layer"]["stride"], [2, 1])
        self.assertEqual(state["input_size"], [6, 9])
        self.assertEqual(state["output_size"], [3, 7])


class Refusal(GuiTest):
    def assert_one_error(self, done, status, *words):
        self.assertEqual(done.returncode, status, done.stderr)
        self.assertEqual(done.stdout, "")
        lines = done.stderr.splitlines()
        self.assertEqual(len(lines), 1, done.stderr)
        self.assertTrue(lines[0].startswith("convscope: error: "), lines[0])
        for word in words:
            self.assertIn(word, lines[0])

    def test_what_is_neither_command_nor_file_is_named(self):
        self.assert_one_error(run("shaep"), 2, '"shaep" is neither a command nor a file')

    def test_without_a_display_it_names_the_commands_that_need_none(self):
        commands = ("shape", "compute", "trace", "presets", "export")
        self.assert_one_error(run(), 1, "display", *commands)

    def test_a_display_that_does_not_answer_is_named(self):
        nobodys = ":9999"
        self.assert_one_error(run(DISPLAY=nobodys), 1, nobodys, "export")

    def test_no_display_leaves_no_state_file(self):
        path = os.path.join(self.folder(), "state.json")
        self.assert_one_error(run("--dump-state", path), 1)
        self.assertFalse(os.path.exists(path))

    def test_a_state_file_that_cannot_be_written_is_named(self):
        folder = self.folder()
        for path in (os.path.join(folder, "nowhere", "state.json"), folder):
            with self.subTest(path=path):
                done = run("--dump-state", path, DISPLAY=self.display.name, LIBGL_ALWAYS_SOFTWARE="1", HOME=folder)
                self.assert_one_error(done, 1, path)

    def test_wrong_usage_is_found_before_a_display_is_sought(self):
        for arguments in (["--look", "round"], ["--theme"], ["--no-such-flag"], ["--kernel-size", "x"]):
            with self.subTest(arguments=arguments):
                self.assert_one_error(run(*arguments), 2)

    def test_a_layer_that_cannot_be_computed_is_explained(self):
        self.assert_one_error(run("--preset", "padding_strides", "--kernel-size", "99"), 1, "kernel_size")
        self.assert_one_error(run("--preset", "padding_stride"), 2, "padding_stride")


if __name__ == "__main__":
    unittest.main()
