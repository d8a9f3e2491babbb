"""A Wayland session of the tests' own: sway without a screen, for its clipboard."""

import os
import shutil
import subprocess
import time

from display import clean_environment, end_with_parent

PROGRAMS = ("sway", "setpriv", "wl-copy", "wl-paste")
NOBODY = 65534  # sway does not run as root.
DEADLINE = 20


def missing_programs():
    return [name for name in PROGRAMS if shutil.which(name) is None]


class Compositor:
    """`folder` takes its socket, and is given to the user that it runs as; `environment` leads programs to it."""

    def __init__(self, folder):
        config = os.path.join(folder, "config")
        with open(config, "w", encoding="ascii") as file:
            file.write("xwayland disable\n")
        command = ["sway", "-c", config]
        if os.geteuid() == 0:
            os.chown(folder, NOBODY, NOBODY)
            command = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", "--pdeathsig=KILL", *command]
        os.chmod(folder, 0o700)
        headless = {"WLR_BACKENDS": "headless", "WLR_LIBINPUT_NO_DEVICES": "1", "WLR_RENDERER": "pixman"}
        self._log = os.path.join(folder, "sway.log")
        with open(self._log, "wb") as log:
            self._process = subprocess.Popen(
                command,
                env=clean_environment(XDG_RUNTIME_DIR=folder, HOME=folder, **headless),
                cwd="/",
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                preexec_fn=end_with_parent,
            )
        self.environment = {"XDG_RUNTIME_DIR": folder, "WAYLAND_DISPLAY": self._socket(folder)}

    def _socket(self, folder):
        end = time.monotonic() + DEADLINE
        while time.monotonic() < end and self._process.poll() is None:
            for name in os.listdir(folder):
                if name.startswith("wayland-") and not name.endswith(".lock"):
                    return name
            time.sleep(0.02)
        self.close()
        with open(self._log, encoding="utf-8", errors="replace") as words:
            raise RuntimeError("sway did not start: " + words.read())

    def close(self):
        self._process.terminate()
        self._process.wait()
