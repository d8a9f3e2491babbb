"""Memory does not grow with the number of frames."""

import os

from exporting import ExportTest, main

MEGABYTE = 1 << 20
# A GIF keeps pictures up to here, for a palette of all of them.
KEPT = {"gif": 32 * MEGABYTE}
FORMATS = ("gif", "apng", "webp", "mp4", "svg", "html", "pdf", "png")


class Memory(ExportTest):
    def peak(self, file, steps):
        """Of the program that writes so many steps of 25 frames, in bytes."""
        run = self.start(file, f"--preset full_padding_no_strides --size 160x160 --smooth --steps 0-{steps - 1} --force")
        _, status, usage = os.wait4(run.pid, 0)
        run.returncode = os.waitstatus_to_exitcode(status)
        _, errors = run.communicate()
        self.assertEqual(run.returncode, 0, errors)
        return usage.ru_maxrss * 1024

    def test_ten_times_the_frames_need_no_more(self):
        for name in FORMATS:
            file = "a_%d.png" if name == "png" else "a." + name
            few, many = self.peak(file, 4), self.peak(file, 40)
            print(f"{name}: {few / MEGABYTE:.1f} MB for 100 frames, {many / MEGABYTE:.1f} MB for 1000")
            self.assertLess(many - few, KEPT.get(name, 0) + 8 * MEGABYTE, name)


if __name__ == "__main__":
    main()
