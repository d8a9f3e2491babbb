"""The program's `export` as its users run it. CONVSCOPE names the program."""

import os
import shutil
import subprocess
import sys
import tempfile
import unittest

CONVSCOPE = os.environ["CONVSCOPE"]
SKIPPED = 77  # What ctest takes for a skipped test.


def needs(*tools):
    """Skips a test, saying why, where one of these programs is not installed."""
    missing = [tool for tool in tools if shutil.which(tool) is None]
    return unittest.skipIf(missing, f"not installed: {', '.join(missing)} (scripts/setup.sh tools)")


def output_of(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=120).stdout


class ExportTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="convscope-export-")
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def path(self, name):
        return os.path.join(self.folder, name)

    def names(self):
        return sorted(os.listdir(self.folder))

    def start(self, name, line, **options):
        return subprocess.Popen([CONVSCOPE, "export", "--out", self.path(name), *line.split()],
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)

    def export(self, name, line, status=0):
        """Runs it to its end and gives what it printed: standard output, or its errors."""
        run = self.start(name, line)
        out, err = run.communicate(timeout=120)
        self.assertEqual(run.returncode, status, err)
        return out if status == 0 else err


def main():
    """Runs the tests of the calling module; a run in which all were skipped counts as skipped."""
    result = unittest.main(exit=False, verbosity=2).result
    if not result.wasSuccessful():
        sys.exit(1)
    sys.exit(SKIPPED if result.testsRun == len(result.skipped) else 0)
