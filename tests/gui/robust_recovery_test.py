"""Crashes, two windows at once, and what other programs do to the files meanwhile: no work is lost."""

import json
import os
import shutil
import tempfile
import time
import unittest

from convscope import Window
from display import Display
from gui_test import GuiTest


class RecoveryTest(GuiTest):
    def saved(self, home):
        """A window with changes since it has saved its session, and the session's path."""
        path = os.path.join(home, "lesson.json")
        window = self.open_in(home, "--paused")
        window.give_path("ctrl+shift+s", "save", path)
        window.wait_for(session=path, unsaved=False)
        self.change(window)
        return window, path

    def _finish(self, window):
        window.kill()  # Many are killed on purpose.

    def state_folder(self, home):
        return os.path.join(home, ".local", "state", "convscope")

    def kept(self, home):
        """The sessions that are kept aside."""
        folder = os.path.join(self.state_folder(home), "recovery")
        names = sorted(os.listdir(folder)) if os.path.isdir(folder) else []
        return [os.path.join(folder, name) for name in names if name.endswith(".json") and not name.startswith(".")]

    def change(self, window, fill="fill.ones"):
        """Changes values until they are unsaved."""
        window.click("side.values")
        window.click(fill)
        window.wait_for(unsaved=True, preset="")

    def crash(self, window, home, count=1):
        """When its work has been kept aside."""
        window.wait("work kept aside", lambda _: len(self.kept(home)) >= count)
        window.kill()

    def quit(self, window):
        window.key("ctrl+q")
        self.assertEqual(window.wait_for_end(), 0)


class Crashes(RecoveryTest):
    def test_what_was_restored_survives_a_second_crash_at_once(self):
        home = self.folder()
        window = self.open_in(home, "--paused")
        self.change(window)
        self.crash(window, home)
        for _ in range(3):
            window = self.open_in(home, "--paused")
            window.wait_for(sheet="left_work")
            window.click_at_rest("left.restore")
            window.wait_for(sheet="none", preset="", unsaved=True)
            window.kill()
            self.assertEqual(len(self.kept(home)), 1)

    def test_restored_work_is_saved_where_it_came_from(self):
        home = self.folder()
        window, path = self.saved(home)
        self.crash(window, home)
        before = os.stat(path)
        window = self.open_in(home, "--paused")
        window.wait_for(sheet="left_work")
        window.click_at_rest("left.restore")
        window.wait_for(sheet="none", session=path, unsaved=True)
        self.assertEqual(os.stat(path).st_mtime_ns, before.st_mtime_ns)
        time.sleep(0.3)  # The question has let go of the keyboard.
        window.key("ctrl+s")
        window.wait_for(unsaved=False, sheet="none")
        self.assertEqual(self.kept(home), [])

    def test_a_broken_one_is_told_and_the_next_is_offered(self):
        home = self.folder()
        window = self.open_in(home, "--paused")
        self.change(window)
        self.crash(window, home)
        folder = os.path.join(self.state_folder(home), "recovery")
        broken = os.path.join(folder, "0123456789abcdef.json")
        with open(broken, "w", encoding="utf-8") as file:
            file.write('{"convscope_session": 1, "layer"')
        with open(broken[: -len(".json")] + ".lock", "w", encoding="utf-8"):
            pass
        window = self.open_in(home, "--paused")
        window.wait_for(sheet="left_work")
        window.click_at_rest("left.restore")
        state = window.wait("what is wrong", lambda state: broken in state["message"])
        self.assertEqual((state["preset"], state["sheet"]), ("padding_strides", "none"))
        window.kill()
        self.assertEqual(len(self.kept(home)), 2)
        window = self.open_in(home, "--paused")
        window.wait_for(sheet="left_work")
        window.click_at_rest("left.forget")
        window.wait("the next one", lambda state: not os.path.exists(broken) and state["sheet"] == "left_work")
        window.click_at_rest("left.restore")
        window.wait_for(sheet="none", preset="", unsaved=True)

    def test_that_it_cannot_be_kept_is_said_once(self):
        home = self.folder()
        os.makedirs(os.path.join(home, ".local"))
        with open(os.path.join(home, ".local", "state"), "w", encoding="utf-8"):
            pass
        window = self.open_in(home, "--paused")
        self.change(window)
        window.wait("what is wrong", lambda state: os.path.join(".local", "state") in state["message"])
        window.click("file_message.close")
        window.wait_for(message="")
        window.click("fill.ramp")
        for _ in range(20):  # It is tried again after three seconds.
            time.sleep(0.25)
            self.assertEqual(window.state()["message"], "")


class TwoWindows(RecoveryTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        folder = tempfile.mkdtemp(prefix="convscope_display_")
        cls.addClassCleanup(shutil.rmtree, folder, ignore_errors=True)
        cls.second_display = Display(folder)
        cls.addClassCleanup(cls.second_display.close)

    def another(self, home):
        """A window of the same user on a display of its own, with a state file of its own."""
        folder = self.folder()
        for name in (".config", ".local"):
            os.makedirs(os.path.join(home, name), exist_ok=True)
            os.symlink(os.path.join(home, name), os.path.join(folder, name))
        window = Window(self.second_display, folder, "--paused")
        self.addCleanup(self._finish, window)
        return window

    def test_neither_is_offered_the_others_work(self):
        home = self.folder()
        first = self.open_in(home, "--paused")
        self.change(first)
        first.wait("work kept aside", lambda _: len(self.kept(home)) == 1)
        second = self.another(home)
        self.assertEqual(second.state()["sheet"], "none")
        self.assertEqual(len(self.kept(home)), 1)
        self.change(second, "fill.ramp")
        self.crash(second, home, 2)
        third = self.another(home)
        third.wait_for(sheet="left_work")
        third.click_at_rest("left.forget")
        third.wait_for(sheet="none")
        self.assertEqual(len(self.kept(home)), 1, "the living one's")

    def test_settings_of_both_are_kept(self):
        home = self.folder()
        first = self.open_in(home, "--paused")
        second = self.another(home)
        second.click("menu.view")
        second.click_at_rest("menu.language")
        second.click_at_rest("language.ko")
        second.key("Escape", "Escape")
        self.quit(second)
        first.click("menu.view")
        first.click_at_rest("menu.dark")
        first.wait_for(theme="dark")
        self.quit(first)
        with open(os.path.join(home, ".config", "convscope", "settings.json"), encoding="utf-8") as file:
            settings = json.load(file)
        self.assertEqual((settings["language"], settings["theme"]), ("ko", "dark"))

    def recent(self, home):
        try:
            with open(os.path.join(self.state_folder(home), "recent.json"), encoding="utf-8") as file:
                return json.load(file)["files"]
        except FileNotFoundError:
            return []

    def test_recent_files_of_both_are_kept_and_those_that_are_gone_removed(self):
        home = self.folder()
        first = self.open_in(home, "--paused")
        second = self.another(home)
        paths = [os.path.join(home, name) for name in ("first.json", "second.json")]
        for window, path in zip((first, second), paths):
            window.give_path("ctrl+shift+s", "save", path)
            window.wait("it in the list", lambda _: path in self.recent(home))
        self.assertEqual(self.recent(home), paths[::-1])
        os.remove(paths[0])
        second.click("menu.file")
        second.click_at_rest("menu.recent")
        second.click_at_rest("recent.1")
        second.wait("what is wrong", lambda state: f"cannot read {paths[0]}" in state["message"])
        second.click("menu.file")
        second.click_at_rest("menu.recent")
        second.click_at_rest("recent.tidy")
        second.wait("it out of the list", lambda _: self.recent(home) == paths[1:])


class OtherPrograms(RecoveryTest):
    def test_what_another_has_written_is_replaced_only_when_it_is_said(self):
        window, path = self.saved(self.folder())
        with open(path, "w", encoding="utf-8") as file:
            file.write("another's")
        window.key("ctrl+s")
        window.wait_for(sheet="replace")
        window.click_at_rest("replace.cancel")
        window.wait_for(sheet="save")
        window.key("Escape")
        window.wait_for(sheet="none", unsaved=True)
        with open(path, encoding="utf-8") as file:
            self.assertEqual(file.read(), "another's")
        window.key("ctrl+s")
        window.wait_for(sheet="replace")
        window.click_at_rest("replace.ok")
        window.wait_for(sheet="none", unsaved=False)
        for fill in ("fill.ramp", "fill.zeros"):  # Its own changes are no other's.
            self.change(window, fill)
            window.key("ctrl+s")
            window.wait_for(unsaved=False, sheet="none")

    def test_what_another_has_deleted_is_saved_again(self):
        window, path = self.saved(self.folder())
        os.remove(path)
        window.key("ctrl+s")
        window.wait_for(unsaved=False, sheet="none")
        self.assertTrue(os.path.exists(path))

    def test_a_folder_in_its_place_is_told(self):
        window, path = self.saved(self.folder())
        os.remove(path)
        os.mkdir(path)
        window.key("ctrl+s")
        window.wait("what is wrong", lambda state: f"cannot write {path}" in state["message"] or state["sheet"] == "replace")
        if window.state()["sheet"] == "replace":
            window.click_at_rest("replace.ok")
        state = window.wait("what is wrong", lambda state: f"cannot write {path}" in state["message"])
        self.assertTrue(state["unsaved"])

    def test_links_and_permissions_stay(self):
        home = self.folder()
        path, link = os.path.join(home, "lesson.json"), os.path.join(home, "link.json")
        os.symlink("lesson.json", link)
        window = self.open_in(home, "--paused")
        window.give_path("ctrl+shift+s", "save", link)  # It leads to nothing yet.
        window.wait_for(session=link, unsaved=False)
        self.assertTrue(os.path.islink(link))
        os.chmod(path, 0o640)
        self.change(window)
        window.key("ctrl+s")
        window.wait_for(unsaved=False)
        self.assertTrue(os.path.islink(link))
        self.assertEqual(os.stat(path).st_mode & 0o777, 0o640)


if __name__ == "__main__":
    unittest.main()
