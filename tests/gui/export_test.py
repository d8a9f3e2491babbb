"""Files out of the window: the sheet with its preview, what becomes of the file, and the picture in the clipboard."""

import os
import shutil
import subprocess
import unittest

import wayland
from convscope import Window, run
from gui_test import GuiTest


class ExportTest(GuiTest):
    def open_with(self, programs, *arguments):
        """A window that finds no other programs than these: names and the lines of their shell scripts."""
        tools = self.folder()
        for name, line in programs.items():
            path = os.path.join(tools, name)
            with open(path, "w", encoding="utf-8") as script:
                script.write(f"#!/bin/sh\n{line}\n")
            os.chmod(path, 0o755)
        window = Window(self.display, self.folder(), "--paused", *arguments, PATH=tools)
        self.addCleanup(self._finish, window)
        return window

    def open_sheet(self, window):
        window.key("ctrl+e")
        return self.sheet(window, "its picture", lambda sheet: sheet["preview"][0] > 0)

    def sheet(self, window, what, condition):
        return window.wait(what, lambda state: state["export_sheet"] and condition(state["export_sheet"]))[
            "export_sheet"
        ]

    def type_path(self, window, path):
        window.click_at_rest("export.path")
        window.key("ctrl+a")
        window.display.xdotool("type", "--delay", 8, path)
        window.key("Tab")

    def export(self, window, path):
        self.open_sheet(window)
        self.type_path(window, path)
        window.click_at_rest("export.start")

    def read(self, path):
        with open(path, "rb") as file:
            return file.read()


class Exporting(ExportTest):
    def test_enter_behind_the_path_begins(self):
        window = self.open_paused("--preset", "padding_strides")
        path = os.path.join(self.folder(), "film.gif")
        self.open_sheet(window)
        window.click_at_rest("export.path")
        window.key("ctrl+a")
        window.display.xdotool("type", "--delay", 8, path)
        window.key("Return")
        window.wait_for(exported=path, exporting=False)

    def test_a_film_is_written_and_replaced_only_when_asked(self):
        window = self.open_paused("--preset", "padding_strides")
        path = os.path.join(self.folder(), "film.gif")
        self.export(window, path)
        window.wait_for(exported=path, exporting=False)
        film = self.read(path)
        self.assertEqual(film[:6], b"GIF89a")
        with open(path, "wb") as file:
            file.write(b"old")
        self.export(window, path)
        self.sheet(window, "a question", lambda sheet: sheet["asks_to_replace"])
        window.click_at_rest("export.keep")
        self.sheet(window, "no question", lambda sheet: not sheet["asks_to_replace"])
        self.assertEqual(self.read(path), b"old")
        window.click_at_rest("export.start")
        window.click_at_rest("export.replace")
        window.wait("the new film", lambda state: state["exported"] == path and self.read(path) == film)

    def start_long(self, window, path):
        """An export that takes many seconds."""
        self.open_sheet(window)
        self.type_path(window, path)
        window.click_at_rest("export.smooth")
        window.click_in_list("export.size", "export.size.scale")
        window.type_value("export.scale", "4")
        window.click_at_rest("export.start")
        window.wait_for(exporting=True)

    def test_one_can_go_on_meanwhile_and_cancel_it(self):
        window = self.open_paused("--preset", "full_padding_no_strides")
        folder = self.folder()
        self.start_long(window, os.path.join(folder, "long.webm"))
        step = window.state()["step"]
        window.key("Right")
        window.wait("the next step", lambda state: state["step"] == step + 1 and state["exporting"])
        window.click_at_rest("export.cancel")
        window.wait("its end", lambda state: "cancelled" in state["message"] and not state["exporting"])
        self.assertEqual(os.listdir(folder), [], "no file and nothing hidden")

    def test_numbered_pages_and_a_page_are_cancelled_too(self):
        for name in ("step_%d.png", "long.html"):
            with self.subTest(name):
                window = self.open_paused("--preset", "full_padding_no_strides")
                folder = self.folder()
                self.start_long(window, os.path.join(folder, name))
                window.click_at_rest("export.cancel")
                window.wait("its end", lambda state: "cancelled" in state["message"] and not state["exporting"])
                self.assertEqual(os.listdir(folder), [], "no file and nothing hidden")

    def test_quitting_asks_before_it_ends_an_export(self):
        window = self.open_paused("--preset", "full_padding_no_strides")
        folder = self.folder()
        self.start_long(window, os.path.join(folder, "long.webm"))
        window.key("ctrl+q")
        window.click_at_rest("export.go_on")
        window.wait("the export's own button", lambda state: "export.cancel" in state["controls"] and state["exporting"])
        window.display.ask_to_close(window.id)
        window.click_at_rest("export.quit")
        self.assertEqual(window.wait_for_end(), 0)
        self.assertEqual(os.listdir(folder), [], "no file and nothing hidden")

    def test_a_name_that_cannot_be_is_said_and_the_sheet_stays(self):
        window = self.open_paused()
        self.export(window, os.path.join(self.folder(), "film.doc"))
        self.sheet(window, "a refusal", lambda sheet: ".doc" in sheet["refusal"])
        self.type_path(window, "/no/such/folder/a.gif")
        window.click_at_rest("export.start")
        self.sheet(window, "a refusal", lambda sheet: "/no/such/folder" in sheet["refusal"])
        self.assertFalse(window.state()["exporting"])

    def test_what_is_chosen_is_what_the_command_writes(self):
        window = self.open_paused("--preset", "numerical_padding_strides", "--look", "flat")
        folder = self.folder()
        path = os.path.join(folder, "window.gif")
        self.open_sheet(window)
        self.type_path(window, path)
        window.click_at_rest("export.oblique")
        window.click_at_rest("export.formula")
        window.click_at_rest("export.by_tap")
        window.click_in_list("export.theme", "export.theme.dark")
        window.click_in_list("export.background", "export.background.transparent")
        window.click_in_list("export.colors", "export.colors.diverging")
        window.click_in_list("export.flow", "export.flow.gradient-of-sum")
        window.click_in_list("export.matrix", "export.matrix.im2col")
        window.click_in_list("export.axes", "export.axes.hwc")
        window.type_value("export.last", "2")
        window.type_value("export.seconds", "0.5")
        window.type_value("export.hold", "2")
        window.click_at_rest("export.loop")
        window.click("export.title")
        window.display.xdotool("type", "--delay", 8, "Strides")
        window.key("Tab")
        window.click_at_rest("export.start")
        window.wait_for(exported=path)
        command = os.path.join(folder, "command.gif")
        words = "--preset numerical_padding_strides --look oblique --formula --pace tap --theme dark --steps 0-1 "
        words += "--color diverging --flow gradient-of-sum --matrix im2col --axis-order hwc --language en "
        words += "--background transparent --seconds-per-step 0.5 --hold 2 --no-loop --title Strides --out " + command
        done = run("export", *words.split())
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(self.read(path), self.read(command))

    def test_the_preview_shows_what_is_chosen(self):
        window = self.open_paused("--preset", "padding_strides", "--theme", "light")
        size = self.open_sheet(window)["preview"]
        light = self.preview(window, 1)
        window.click_in_list("export.theme", "export.theme.dark")
        dark = self.preview(window, 2)
        self.assertGreater(light.mean_difference(dark), 20)
        window.key("Right")
        self.assertNotEqual(self.preview(window, 3).rgb, dark.rgb, "the tick that the window shows")
        window.click_in_list("export.size", "export.size.scale")
        window.type_value("export.scale", "2")
        self.sheet(window, "twice the size", lambda sheet: sheet["preview"] == [2 * side for side in size])

    def preview(self, window, count):
        """The sheet's picture, once so many have been drawn."""
        self.sheet(window, f"picture {count}", lambda sheet: sheet["previews"] == count)
        return window.picture(window.state()["controls"]["export.preview"])

    def test_clicks_beside_the_sheet_reach_nothing(self):
        window = self.open_paused("--preset", "padding_strides")
        before = window.state()
        self.open_sheet(window)
        for control in ("play", "stack", "menu.file"):
            x, y, width, height = before["controls"][control]
            left, top, _, _ = window.place()
            window.display.xdotool("mousemove", round(left + x + width / 2), round(top + y + height / 2), "click", 1)
        window.click_at_rest("export.smooth")
        window.wait("smooth, for which there is a rate", lambda state: "export.fps" in state["controls"])
        state = window.state()
        self.assertEqual((state["playing"], state["look"]), (False, before["look"]))
        window.key("Escape")
        window.wait_for(export_sheet=None)


class Finished(ExportTest):
    def test_it_is_opened_and_its_folder_shown(self):
        folder = self.folder()
        log = os.path.join(folder, "opened")
        window = self.open_with({"xdg-open": f'echo "$1" >> {log}'})
        path = os.path.join(folder, "a b.gif")
        self.export(window, path)
        window.wait_for(exported=path)
        window.click_at_rest("export.open_file")
        window.wait("the file opened", lambda state: os.path.exists(log))
        window.click_at_rest("export.show_folder")
        window.wait("both", lambda state: self.read(log).decode() == f"{path}\n{folder}\n")
        self.assertEqual(window.state()["message"], "")
        window.click_at_rest("export.put_away")
        window.wait_for(exported=None)

    def test_a_desktop_that_cannot_open_it_is_told(self):
        for programs, words in (({}, "xdg-open is not installed"), ({"xdg-open": "exit 3"}, "no program opened")):
            window = self.open_with(programs)
            path = os.path.join(self.folder(), "a.gif")
            self.export(window, path)
            window.wait_for(exported=path)
            window.click_at_rest("export.open_file")
            window.wait(words, lambda state, words=words: words in state["message"] and path in state["message"])
            window.key("ctrl+q")
            self.assertEqual(window.wait_for_end(), 0)


class Copying(ExportTest):
    @unittest.skipIf(shutil.which("xclip") is None, "not installed: xclip")
    def test_the_clipboard_has_the_picture(self):
        window = self.open_paused("--preset", "padding_strides")
        window.key("ctrl+shift+c")
        window.wait("a message", lambda state: "clipboard" in state["message"])
        ask = ["xclip", "-selection", "clipboard", "-o", "-t"]
        environment = self.display.environment
        targets = subprocess.run([*ask, "TARGETS"], env=environment, check=True, capture_output=True, timeout=20)
        self.assertIn(b"image/png", targets.stdout)
        png = subprocess.run([*ask, "image/png"], env=environment, check=True, capture_output=True, timeout=20).stdout
        self.assertEqual(png[:8], b"\x89PNG\r\n\x1a\n")
        self.assertEqual(png[-8:-4], b"IEND")

    @unittest.skipIf(wayland.missing_programs(), "not installed: " + ", ".join(wayland.missing_programs()))
    def test_the_clipboard_of_a_wayland_session_has_it(self):
        compositor = wayland.Compositor(self.folder())
        self.addCleanup(compositor.close)
        window = Window(self.display, self.folder(), "--paused", "--preset", "padding_strides", **compositor.environment)
        self.addCleanup(self._finish, window)
        window.key("ctrl+shift+c")
        window.wait("a message", lambda state: "is in the clipboard" in state["message"])
        environment = {**self.display.environment, **compositor.environment}
        paste = ["wl-paste", "--type", "image/png"]
        png = subprocess.run(paste, env=environment, check=True, capture_output=True, timeout=20).stdout
        path = os.path.join(self.folder(), "command.png")
        done = run("export", *f"--preset padding_strides --look flat --steps 0 --out {path}".split())
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(png, self.read(path))

    def test_where_no_program_takes_it_that_is_said(self):
        window = self.open_with({})
        window.click("menu.edit")
        window.click_at_rest("menu.copy_picture")
        state = window.wait("a message", lambda state: "clipboard" in state["message"])
        self.assertIn("install the package xclip", state["message"])


if __name__ == "__main__":
    unittest.main()
