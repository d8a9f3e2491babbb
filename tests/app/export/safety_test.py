"""Exports that are killed, interrupted, or meet a full disk: what was there stays, and nothing else is left."""

import os
import random
import signal
import subprocess
import tempfile
import time
import unittest

from exporting import CONVSCOPE, ExportTest, main

FORMATS = ("a.gif", "a.mp4", "a.webm", "a.apng", "a.webp", "a_%d.png", "a_%d.svg", "a_%d.pdf", "a.pdf", "a.svg", "a.html")
LINE = "--preset full_padding_no_strides --size 320x320 --force"
# Of each format. CONVSCOPE_KILLS=100 takes some minutes.
KILLS = int(os.environ.get("CONVSCOPE_KILLS", "4"))


def heed_interrupts():
    """A shell's background jobs, and so their children, ignore them."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Safety(ExportTest):
    def write(self, name, content):
        with open(self.path(name), "wb") as file:
            file.write(content)

    def contents(self):
        """Of all files that one can see, by their names."""
        contents = {}
        for name in self.names():
            if not name.startswith("."):
                with open(self.path(name), "rb") as file:
                    contents[name] = file.read()
        return contents

    def kill_at(self, name, seconds):
        """Whether the program was still at work."""
        run = self.start(name, LINE)
        time.sleep(seconds)
        run.kill()
        run.communicate()
        return run.returncode == -signal.SIGKILL

    def test_a_kill_at_any_moment_leaves_the_old_files_or_the_new_ones(self):
        moments = random.Random(6)
        for name in FORMATS:
            begin = time.monotonic()
            self.export(name, LINE)
            seconds = time.monotonic() - begin
            new = self.contents()
            at_work = left = replaced = 0
            for _ in range(KILLS):
                for file in new:
                    self.write(file, b"old " + file.encode())
                at_work += self.kill_at(name, moments.uniform(0, seconds))
                found = self.contents()
                self.assertEqual(sorted(found), sorted(new), "no other name appears")
                for file, content in found.items():
                    self.assertIn(content, (b"old " + file.encode(), new[file]), file)
                replaced += found == new
                left += len(self.names()) > len(new)
            self.export(name, LINE)
            self.assertEqual(self.names(), sorted(new), "the next run tidies up")
            self.assertEqual(self.contents(), new)
            print(f"{name}: {KILLS} kills within {seconds:.2f} s, {at_work} at work, {replaced} after the new files "
                  f"were there, {left} left something hidden for the next run")
            for file in new:
                os.remove(self.path(file))

    def test_a_signal_ends_it_cleanly_at_once(self):
        for name in FORMATS:
            first = name.replace("%d", "0")
            for number in (signal.SIGINT, signal.SIGTERM):
                self.write(first, b"old")
                run = self.start(name, LINE.replace("320x320", "1280x1280"), preexec_fn=heed_interrupts)
                time.sleep(0.25)
                run.send_signal(number)
                _, err = run.communicate(timeout=60)
                self.assertIn(run.returncode, (-number, 1, 0), err)
                if "interrupted" in err:  # Else it was faster, or not yet at it.
                    self.assertEqual(self.contents()[first], b"old", name)
                self.assertEqual([left for left in self.names() if left.startswith(".")], [], name)

    def test_a_reader_of_its_progress_that_goes_leaves_nothing(self):
        for name in ("a.gif", "a.mp4", "a_%d.png"):
            run = self.start(name, LINE.replace("320x320", "1280x1280") + " --progress json")
            run.stdout.readline()
            run.stdout.close()
            run.stdout = None
            _, error = run.communicate(timeout=60)
            self.assertEqual((run.returncode, error), (-signal.SIGPIPE, ""), name)
            self.assertEqual(self.names(), [], name)

    def test_what_is_printed_never_lands_in_a_file(self):
        # A file that is opened while standard output is closed would get its number.
        self.export("a.gif", LINE)
        for closed in ((0,), (1,), (2,), (1, 2), (0, 1, 2)):
            line = f"{LINE} --progress json --out {self.path('b.gif')}"
            run = subprocess.run([CONVSCOPE, "export", *line.split()], timeout=60,
                                 stdout=None if 1 in closed else subprocess.DEVNULL,
                                 stderr=None if 2 in closed else subprocess.PIPE,
                                 preexec_fn=lambda: [os.close(stream) for stream in closed])
            self.assertEqual(run.returncode, 1 if 1 in closed else 0, "what cannot be printed is a failure")
            with open(self.path("a.gif"), "rb") as right, open(self.path("b.gif"), "rb") as found:
                self.assertEqual(found.read(), right.read(), f"{closed} closed")

    def test_a_missing_encoder_is_told_before_anything_is_drawn(self):
        # Files that are no libraries lie before FFmpeg's in the path, whatever version is asked for.
        with tempfile.TemporaryDirectory() as libraries:
            for version in range(50, 80):
                with open(os.path.join(libraries, f"libavcodec.so.{version}"), "wb") as file:
                    file.write(b"no library")
            for name, suggestion in (("a.mp4", ".gif"), ("a.webm", ".gif"), ("a.apng", ".gif")):
                run = self.start(name, LINE + " --progress json", env={**os.environ, "LD_LIBRARY_PATH": libraries})
                out, error = run.communicate(timeout=20)
                self.assertEqual((run.returncode, out, error.count("\n")), (1, "", 1), error)
                self.assertIn("FFmpeg's libraries are not here", error)
                self.assertIn(suggestion, error)
                self.assertEqual(self.names(), [])

    def test_a_full_disk_is_told_and_leaves_nothing(self):
        mount = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", self.folder], capture_output=True,
                               text=True, timeout=20)
        if mount.returncode != 0:
            self.skipTest(f"cannot mount a small disk: {mount.stderr.strip()}")
        self.addCleanup(subprocess.run, ["umount", self.folder], timeout=20)
        for name in FORMATS:
            error = self.export(name, LINE + " --look flat", status=1)
            self.assertEqual(error.count("\n"), 1, error)
            self.assertIn("No space left on device", error, name)
            self.assertEqual(self.names(), [], name)


if __name__ == "__main__":
    main()
