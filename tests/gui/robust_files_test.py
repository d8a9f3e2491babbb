"""Broken files, strange names and places: each is told in one message, and nothing of what was there changes."""

import json
import os
import socket
import struct
import unittest

from drag_and_drop import drop_files
from gui_test import GuiTest
from picture import Picture

SESSION = {"convscope_session": 1, "layer": {"op": "conv2d", "kernel_size": [2, 2]}, "input_size": [3, 3]}


def session(**changes):
    return json.dumps({**SESSION, **changes}).encode()


def npy(header, data=b"", version=(1, 0)):
    text = header.encode("latin-1")
    length = struct.pack("<H" if version[0] == 1 else "<I", len(text))
    return b"\x93NUMPY" + bytes(version) + length + text + data


def npy_of(kind, shape, data=b"", version=(1, 0)):
    return npy(f"{{'descr': {kind}, 'fortran_order': False, 'shape': {shape}, }}\n", data, version)


def png(folder):
    path = os.path.join(folder, "whole.png")
    Picture(4, 3, bytes(36)).write_png(path)
    with open(path, "rb") as file:
        return file.read()


def broken(folder):
    """Names, contents, and a part of what must be said."""
    whole = png(folder)
    deep = b'{"convscope_session": 1, "layer": ' + b"[" * 100000
    return [
        ("version_0.json", session(convscope_session=0), '"convscope_session" is 0'),
        ("version_-1.json", session(convscope_session=-1), '"convscope_session" is -1'),
        ("version_text.json", session(convscope_session="1"), '"convscope_session" is "1"'),
        ("layer.json", b'{"kernel_size": 50}', "layer.json: kernel_size"),
        ("newer.json", session(convscope_session=7), "version 7"),
        ("deep.json", deep, "too deeply"),
        ("twice.json", session().replace(b'"input_size"', b'"layer": {}, "input_size"'), 'gives "layer" twice'),
        ("long_key.json", b'{"' + b"k" * 1000000 + b'": 1}', "unknown key"),
        ("utf16.json", session().decode().encode("utf-16"), "is no session"),
        ("null.json", session(input={"values": [[[[0, 1, 2], [3, None, 5], [6, 7, 8]]]]}),
         'input.values[0][0][1][1]: "value" is null'),
        ("huge.json", session(input_size=[100000, 100000]), "elements"),
        ("big_endian.npy", npy_of("'>f4'", "(1, 1)", bytes(4)), 'type ">f4"'),
        ("fields.npy", npy_of("[('a', '<f4')]", "(1, 1)", bytes(4)), "[('a', '<f4')]"),
        ("object.npy", npy_of("'|O'", "(1, 1)", bytes(4)), '"|O"'),
        ("version_9.npy", npy_of("'<f4'", "(1, 1)", bytes(4), (9, 0)), "version 9.0"),
        ("short.npy", npy_of("'<f4'", "(5, 5)", bytes(99)), "99"),
        ("endless.npy", npy_of("'<f4'", "(99999999999, 99999999999)"), "more than"),
        ("cut.png", whole[:-20], "cut off"),
        ("sum.png", whole[:40] + bytes([whole[40] ^ 1]) + whole[41:], "damaged"),
        ("huge.png", whole[:16] + b"\x7f\xff\xff\xff" * 2 + whole[24:], "huge.png"),
        ("page.png", b"<html></html>", "is no session"),
        ("nothing.gif", b"", "is empty"),
        ("a\nb.json", b"{", "it ends too early"),
        ("##a###b.json", b"{", "##a###b.json is not JSON"),
        ("{} %s {0}.json", b"{", "{} %s {0}.json is not JSON"),
        ("x" * 240 + ".json", b"{", "it ends too early"),
    ]


class RobustTest(GuiTest):
    KEPT = ("preset", "layer", "input_size", "session", "look", "can_undo", "unsaved", "step")

    def refused(self, window, path, words):
        """Drops a file and returns the message, which must be put away first."""
        before = window.state()
        drop_files(self.display.name, window.id, [path])
        state = window.wait(f"a message about {path!r}", lambda state: state["message"] != "" and not state["busy"])
        self.assertIn(words, state["message"])
        for key in self.KEPT:
            self.assertEqual(state[key], before[key], f"{key} after {path!r}")
        self.assertEqual(state["sheet"], "none")
        window.key("Escape")
        window.wait_for(message="")
        return state["message"]


class BrokenFiles(RobustTest):
    def test_each_is_told_and_changes_nothing(self):
        window = self.open_paused()
        folder = self.folder()
        for name, content, words in broken(folder):
            path = os.path.join(folder, name)
            with open(path, "wb") as file:
                file.write(content)
            with self.subTest(name=name[:40]):
                self.assertLess(len(self.refused(window, path, words)), 800)

    def test_names_that_are_no_utf_8(self):
        window = self.open_paused()
        folder = os.fsencode(self.folder())
        for name, content in ((b"\xff\xfe.json", b"{"), (b"session\xff.json", session())):
            with open(os.path.join(folder, name), "wb") as file:
                file.write(content)
        self.refused(window, os.fsdecode(os.path.join(folder, b"\xff\xfe.json")), "it ends too early")
        drop_files(self.display.name, window.id, [os.fsdecode(os.path.join(folder, b"session\xff.json"))])
        window.wait_for(input_size=[3, 3], message="", busy=False)
        window.click("side.values")
        window.click("fill.ones")
        window.wait_for(unsaved=True)
        window.key("ctrl+s")
        window.wait_for(unsaved=False, sheet="none")
        window.click("menu.file")  # Its list of recent files has a name that JSON does not hold.
        window.wait("the menu", lambda state: "menu.quit" in state["controls"])
        window.key("Escape")

    def test_a_path_of_thousands_of_letters_leaves_room_for_what_is_wrong(self):
        window = self.open_paused()
        drop_files(self.display.name, window.id, ["/" + "y" * 4000 + ".json"])
        state = window.wait("a message", lambda state: "file_message.close" in state["controls"])
        self.assertIn("too long", state["message"])
        _, top, _, _ = state["controls"]["file_message.close"]
        _, stage, _, height = state["stage"]
        self.assertGreater(top, stage + height / 2)

    def test_what_is_no_file(self):
        window = self.open_paused()
        folder = self.folder()
        pipe, link, loop = (os.path.join(folder, name) for name in ("pipe.json", "link.json", "loop.json"))
        os.mkfifo(pipe)
        os.symlink("nowhere", link)
        os.symlink("loop.json", loop)
        listening = socket.socket(socket.AF_UNIX)
        self.addCleanup(listening.close)
        listening.bind(os.path.join(folder, "s.json"))
        for path in (folder, pipe, link, loop, os.path.join(folder, "s.json"), "/dev/zero", "/dev/null", "/" + "y" * 300):
            with self.subTest(path=path):
                self.refused(window, path, path)


class Places(RobustTest):
    def test_the_folder_that_it_was_started_in_is_no_more(self):
        gone = os.path.join(self.folder(), "gone")
        os.mkdir(gone)
        window = self.open_in(self.folder(), "--paused", started_in=gone)
        os.rmdir(gone)
        for key, sheet in (("ctrl+o", "open"), ("ctrl+shift+s", "save")):
            window.key(key)
            window.wait_for(sheet=sheet)
            window.key("Escape")
            window.wait_for(sheet="none")
        window.key("ctrl+e")
        window.wait("the sheet", lambda state: state["export_sheet"] is not None)
        window.key("Escape")
        path = os.path.join(self.folder(), "lesson.json")
        window.give_path("ctrl+shift+s", "save", path)
        window.wait_for(session=path, unsaved=False)


if __name__ == "__main__":
    unittest.main()
