"""A lesson: values are typed and painted, undone, saved, opened again, presented; and what a crash leaves."""

import json
import os
import time
import unittest

from drag_and_drop import drop_files
from hover_test import HoverTest, cell


class LessonTest(HoverTest):
    def value(self, window):
        """Of the pinned cell, as its tip says it."""
        return window.state()["tip"][0].split(" = ")[1]

    def pin(self, window, plane, row, column, *index):
        self.click(window, plane, row, column)
        window.wait_for(pinned=cell("input" if plane.startswith("input") else "weight", *index))

    def type_value(self, window, *keys):
        window.key(*keys)
        window.wait("the box", lambda state: "cell_entry" in state["controls"])
        window.key("Return")

    def save_as(self, window, path):
        window.give_path("ctrl+shift+s", "save", path)
        window.wait("the file", lambda state: state["session"] == path and not state["unsaved"])


class Editing(LessonTest):
    def test_a_typed_value_is_taken_undone_and_redone(self):
        window = self.open_paused("--preset", "numerical_padding_strides")
        self.pin(window, "input 0", 1, 1, 0, 1, 1)
        before = self.value(window)
        self.type_value(window, "minus", "4", "period", "5")
        window.wait_for(pinned=cell("input", 0, 1, 2))
        self.pin(window, "input 0", 1, 1, 0, 1, 1)
        window.wait("the value", lambda state: state["tip"] and state["tip"][0].endswith("−4.5"))
        window.key("ctrl+z")
        window.wait("the old value", lambda state: state["tip"][0].endswith("= " + before))
        window.key("ctrl+shift+z")
        window.wait("the new value", lambda state: state["tip"][0].endswith("−4.5"))

    def test_what_is_no_number_is_said(self):
        window = self.open_paused("--preset", "numerical_padding_strides")
        self.pin(window, "input 0", 1, 1, 0, 1, 1)
        self.type_value(window, "1", "e", "9", "9", "9")
        window.wait("what is wrong", lambda state: "1e999" in state["message"])
        window.wait("no box", lambda state: "cell_entry" not in state["controls"])
        self.type_value(window, "7")
        window.wait_for(message="", pinned=cell("input", 0, 1, 2))

    def test_painting_is_one_step(self):
        window = self.open_paused("--preset", "padding_strides")
        window.key("b")
        start, end = self.point(window, "input 0", 2, 0), self.point(window, "input 0", 2, 4)
        self.drag(window, start, (end[0] - start[0], 0))
        window.wait_for(can_undo=True, preset="")
        window.key("ctrl+z")
        window.wait_for(can_undo=False, preset="padding_strides")

    def test_everything_is_undone_to_the_beginning(self):
        window = self.open_paused("--preset", "conv2d_7x7x3")
        before = window.state()
        window.click("side.values")
        for control in ("fill.ones", "target.weight", "kernel.box", "fill.random"):
            window.click(control)
        window.drag("dilation.slider", 0.1, 0.0)
        window.click("oblique")
        self.assertTrue(window.settled()["can_undo"])
        for _ in range(12):
            window.key("ctrl+z")
        state = window.wait_for(can_undo=False)
        for key in ("preset", "layer", "input_size", "look"):
            self.assertEqual(state[key], before[key])


class Sessions(LessonTest):
    def test_a_saved_session_opens_as_it_was(self):
        window = self.open_paused("--preset", "conv2d_7x7x3", "--look", "stack")
        path = os.path.join(self.folder(), "lesson.json")
        window.click("side.values")
        window.click("fill.ramp")
        window.wait_for(unsaved=True)
        self.save_as(window, path)
        saved = window.state()
        window.key("ctrl+q")
        self.assertEqual(window.wait_for_end(), 0)
        with open(path, encoding="utf-8") as file:
            self.assertEqual(json.load(file)["convscope_session"], 1)
        opened = self.open_paused("--session", path).state()
        for key in ("layer", "input_size", "look", "step"):
            self.assertEqual(opened[key], saved[key])

    def test_another_file_is_replaced_only_when_it_is_said(self):
        window = self.open_paused()
        path = os.path.join(self.folder(), "precious.json")
        with open(path, "w", encoding="utf-8") as file:
            file.write("mine")
        window.give_path("ctrl+shift+s", "save", path[: -len(".json")])
        window.wait_for(sheet="replace")
        window.click_at_rest("replace.cancel")
        window.wait_for(sheet="save")
        window.click_at_rest("path.ok")
        window.wait_for(sheet="replace")
        with open(path, encoding="utf-8") as file:
            self.assertEqual(file.read(), "mine")
        window.click_at_rest("replace.ok")
        window.wait_for(sheet="none", session=path)
        with open(path, encoding="utf-8") as file:
            self.assertEqual(json.load(file)["convscope_session"], 1)
        window.click("side.values")
        window.click("fill.ones")
        window.wait_for(unsaved=True)
        window.key("ctrl+s")  # Its own file is.
        window.wait_for(sheet="none", unsaved=False)

    def test_a_typed_folder_is_gone_into(self):
        window = self.open_paused()
        folder = self.folder()
        path = os.path.join(folder, "lesson.json")
        self.save_as(window, path)
        window.give_path("ctrl+o", "open", folder)
        window.wait("its list", lambda state: "entry.lesson.json" in state["controls"])
        time.sleep(0.3)  # The box has the keyboard again.
        self.display.xdotool("type", "--delay", 8, "lesson.json")
        window.key("Return")
        window.wait_for(sheet="none", message="", session=path)

    def test_messages_go(self):
        window = self.open_paused()
        self.save_as(window, os.path.join(self.folder(), "lesson.json"))
        window.wait("good news", lambda state: state["message"] != "")
        time.sleep(0.3)  # The question's box has let go of the keyboard.
        window.key("Right")
        window.wait_for(message="")
        path = os.path.join(self.folder(), "empty.png")
        with open(path, "wb"):
            pass
        window.give_path("ctrl+o", "open", path)
        window.wait("what is wrong", lambda state: path + " is empty" in state["message"])
        window.key("Escape")  # The question that says it, and with it the message.
        window.wait_for(message="", sheet="none")
        drop_files(self.display.name, window.id, [path])
        window.wait("what is wrong", lambda state: path + " is empty" in state["message"])
        window.key("Right")
        self.assertNotEqual(window.settled()["message"], "")
        window.click("file_message.close")
        window.wait_for(message="")

    def test_a_path_that_fails_stays_to_be_mended(self):
        window = self.open_paused("--preset", "padding_strides")
        folder = self.folder()
        path = os.path.join(folder, "lesson.json")
        self.save_as(window, path)
        window.give_path("ctrl+o", "open", path[:-1])
        window.wait("what is wrong", lambda state: path[:-1] + ":" in state["message"])
        self.assertEqual(window.state()["sheet"], "open")
        time.sleep(0.3)  # The box has the keyboard again.
        self.display.xdotool("type", "n")
        window.wait_for(message="")
        window.key("Return")
        window.wait_for(sheet="none", message="", session=path)
        window.give_path("ctrl+o", "open", "lesson.json")  # In the session's folder, which the list shows.
        window.wait_for(sheet="none", message="", session=path)

    def test_a_save_that_fails_is_tried_again_and_quits_then(self):
        window = self.open_paused()
        window.click("side.values")
        window.click("fill.ones")
        window.wait_for(unsaved=True)
        folder = self.folder()
        window.key("ctrl+q")
        window.wait_for(sheet="unsaved")
        window.click_at_rest("unsaved.save")
        window.wait_for(sheet="save")
        time.sleep(0.3)
        window.key("ctrl+a")
        self.display.xdotool("type", "--delay", 8, os.path.join(folder, "none", "a.json"))
        window.key("Return")
        window.wait("what is wrong", lambda state: "none/a.json" in state["message"] and state["sheet"] == "save")
        os.mkdir(os.path.join(folder, "none"))
        window.click_at_rest("path.ok")
        self.assertEqual(window.wait_for_end(), 0)
        self.assertEqual(os.listdir(os.path.join(folder, "none")), ["a.json"])

    def test_a_look_alone_is_asked_about_before_it_is_lost(self):
        window = self.open_paused("--preset", "padding_strides")
        window.key("3")
        window.wait_for(look="stack", unsaved=True)
        window.key("ctrl+q")
        window.wait_for(sheet="unsaved")
        window.key("Escape", "1", "ctrl+q")  # Flat, as it was.
        self.assertEqual(window.wait_for_end(), 0)

    def test_closing_with_changes_asks(self):
        window = self.open_paused()
        window.click("side.values")
        window.click("fill.ones")
        window.wait_for(unsaved=True)
        window.display.ask_to_close(window.id)
        window.wait_for(sheet="unsaved")
        window.click_at_rest("unsaved.cancel")
        window.wait_for(sheet="none")
        window.key("ctrl+q")
        window.wait_for(sheet="unsaved")
        window.click_at_rest("unsaved.discard")
        self.assertEqual(window.wait_for_end(), 0)

    def test_a_broken_file_is_said_and_changes_nothing(self):
        window = self.open_paused("--preset", "padding_strides")
        path = os.path.join(self.folder(), "broken.json")
        with open(path, "w", encoding="utf-8") as file:
            file.write('{"convscope_session": 1, "layer": {"kernel_size": 3')
        before = window.state()
        window.give_path("ctrl+o", "open", path)
        state = window.wait("a message", lambda state: state["message"] != "")
        self.assertIn(path, state["message"])
        for key in ("preset", "layer", "session"):
            self.assertEqual(state[key], before[key])

    def test_work_is_offered_again_after_a_crash(self):
        home = self.folder()
        window = self.open_in(home, "--paused")
        window.click("side.values")
        window.click("fill.ones")
        window.wait_for(unsaved=True)
        recovery = os.path.join(home, ".local", "state", "convscope", "recovery")
        window.wait("work kept aside", lambda _: any(self.is_kept(name) for name in self.names(recovery)))
        window.process.kill()
        window.process.wait()
        again = self.open_in(home, "--paused")
        again.wait_for(sheet="left_work")
        again.click_at_rest("left.restore")
        again.wait_for(sheet="none", preset="", unsaved=True)
        again.key("ctrl+q")
        again.wait_for(sheet="unsaved")
        again.click_at_rest("unsaved.discard")
        self.assertEqual(again.wait_for_end(), 0)
        self.assertEqual(self.names(recovery), [], "what was restored is not offered a second time")

    def is_kept(self, name):
        return name.endswith(".json") and not name.startswith(".")  # A file that is being written has another name.

    def names(self, folder):
        return sorted(os.listdir(folder)) if os.path.isdir(folder) else []

    def _finish(self, window):
        window.kill()  # One of them is killed on purpose.


class Presenting(LessonTest):
    def test_panels_go_and_a_clicker_steps(self):
        window = self.open_paused("--preset", "padding_strides")
        window.key("F11")
        state = window.wait("no panels", lambda state: "stride.slider" not in state["controls"])
        self.assertNotIn("menu.file", state["controls"])
        window.key("Page_Down", "Page_Down", "Page_Up")
        window.wait_for(step=1)
        window.key("Escape")
        window.wait("the panels", lambda state: "stride.slider" in state["controls"])


class Languages(LessonTest):
    def test_korean_is_chosen_and_remembered(self):
        home = self.folder()
        window = self.open_in(home, "--paused")
        window.click("menu.view")
        window.click_at_rest("menu.language")
        window.click_at_rest("language.ko")
        window.key("Escape", "Escape")
        window.key("ctrl+q")
        self.assertEqual(window.wait_for_end(), 0)
        with open(os.path.join(home, ".config", "convscope", "settings.json"), encoding="utf-8") as file:
            self.assertEqual(json.load(file)["language"], "ko")


if __name__ == "__main__":
    unittest.main()
