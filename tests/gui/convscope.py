"""The program under test: its window on a Display, its state file, and hands on its controls."""

import json
import os
import subprocess
import time

from display import clean_environment, end_with_parent

PROGRAM = os.environ["CONVSCOPE"]
DEADLINE = 20  # seconds until something that was asked for must have happened


def run(*arguments, **environment):
    """`convscope ARGUMENTS` to its end, with no display but one that `environment` names."""
    return subprocess.run(
        [PROGRAM, *arguments],
        env=clean_environment(**environment),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        timeout=4 * DEADLINE,
        check=False,
    )


class Window:
    """`convscope ARGUMENTS --dump-state …`, opened on a display, at its top left corner; `environment`
    is the program's beside the display's."""

    def __init__(self, display, folder, *arguments, started_in=None, **environment):
        self.display = display
        self._state_file = os.path.join(folder, "state.json")
        self._errors_file = os.path.join(folder, "errors.txt")
        if os.path.exists(self._state_file):  # Of a window that had the same folder.
            os.remove(self._state_file)
        with open(self._errors_file, "wb") as errors:
            self.process = subprocess.Popen(
                [PROGRAM, *arguments, "--dump-state", self._state_file],
                # A home of its own: what a window that was killed has left must not meet the next one.
                env={**display.environment, "HOME": folder, **environment},
                cwd=started_in or folder,
                stdin=subprocess.DEVNULL,
                stdout=errors,
                stderr=errors,
                preexec_fn=end_with_parent,
            )
        self.wait("a state file", lambda state: True)
        self.id = int(display.xdotool("search", "--onlyvisible", "--name", "^ConvScope$").split()[0])
        display.xdotool("windowmove", "--sync", self.id, 0, 0)

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()

    def errors(self):
        """What the program printed, without the words of Mesa's drivers about the machine."""
        with open(self._errors_file, encoding="utf-8", errors="replace") as file:
            return "".join(line for line in file if not line.startswith(("MESA", "libGL", "libEGL")))

    def state(self):
        with open(self._state_file, encoding="utf-8") as file:
            return json.load(file)

    def wait(self, what, condition):
        """The first state for which the condition holds; an AssertionError when none does in time."""
        end = time.monotonic() + DEADLINE
        state = None
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise AssertionError(f"waiting for {what}: it ended, status {self.process.returncode}, {self.errors()}")
            if os.path.exists(self._state_file):
                state = self.state()
                if condition(state):
                    return state
            time.sleep(0.01)
        seen = f"{self._picture_of_failure()}the state is {_without_places(state)}"
        raise AssertionError(f"waited in vain for {what}; {seen}")

    def wait_for(self, **wanted):
        """Waits until the state's keys have these values."""
        return self.wait(str(wanted), lambda state: all(state[key] == value for key, value in wanted.items()))

    def wait_for_end(self):
        """The exit status."""
        return self.process.wait(timeout=DEADLINE)

    def settled(self):
        """The state once all that was done so far has been answered: something else, done now, has."""
        for up, speed in ((True, 2), (False, 1)):
            self.wheel("speed", up)
            state = self.wait_for(speed=speed)
        return state

    def place(self):
        """x, y, width, height on the screen."""
        lines = self.display.xdotool("getwindowgeometry", "--shell", self.id).splitlines()
        values = dict(line.split("=", 1) for line in lines)
        return tuple(int(values[key]) for key in ("X", "Y", "WIDTH", "HEIGHT"))

    def resize(self, width, height):
        """Returns the state that fits the new size."""
        self.display.xdotool("windowsize", "--sync", self.id, width, height)
        return self.wait(f"controls in {width}×{height}", lambda state: _bottom_right(state) == (width, height))

    def point(self, control, across=0.5):
        """A screen position on a control: `across` of its width, half its height."""
        state = self.wait(f"the control {control}", lambda state: control in state["controls"])
        x, y, width, height = state["controls"][control]
        left, top, _, _ = self.place()
        return round(left + x + across * width), round(top + y + height / 2)

    def click(self, control, times=1, across=0.5):
        """Instantly: the button is released as soon as it is pressed."""
        clicks = ["click", "--repeat", times, "--delay", 0, 1] if times > 1 else ["click", 1]
        self.display.xdotool("mousemove", *self.point(control, across), *clicks)

    def click_in_list(self, opener, item):
        self.click(opener)
        self.click_at_rest(item)

    def click_at_rest(self, item):
        """A list or a question finds its place over its first frames, too fast for a person's click to meet them."""
        before = None
        while before is None or self.point(item) != before:
            before = self.point(item)
            time.sleep(0.15)
        self.click(item)

    def drag(self, control, start, end):
        """Along a control, from one share of its width to another."""
        chain = ["mousemove", *self.point(control, start), "mousedown", 1]
        for part in (0.25, 0.5, 0.75, 1):
            chain += ["mousemove", *self.point(control, start + part * (end - start))]
        self.display.xdotool(*chain, "mouseup", 1)

    def wheel(self, control, up):
        self.display.xdotool("mousemove", *self.point(control), "click", 4 if up else 5)

    def key(self, *keys):
        """Each is released as soon as it is pressed. Between them is the time that GLFW needs to take two presses of
        one key for two: it drops one that has the milliseconds of the last."""
        chain = []
        for key in keys:
            chain += ["key", "--delay", 0, key, "sleep", 0.003]
        self.display.xdotool(*chain)

    def type_value(self, box, text, end="Return"):
        """Into a number box, as a person does who selects all first."""
        self.click(box)
        self.display.xdotool("key", "--delay", 0, "ctrl+a")
        self.display.xdotool("type", "--delay", 0, "--", text)
        self.key(end)

    def give_path(self, opener, sheet, path):
        """Opens the sheet by its keys and types a path into it."""
        self.key(opener)
        self.wait_for(sheet=sheet)
        self.key("ctrl+a")
        self.display.xdotool("type", "--delay", 8, path)
        self.key("Return")

    def cpu_ticks(self):
        """The processor time that all threads have used, in clock ticks."""
        with open(f"/proc/{self.process.pid}/stat", encoding="ascii", errors="replace") as file:
            fields = file.read().rpartition(")")[2].split()
        return int(fields[11]) + int(fields[12])

    def picture(self, rect=None):
        """The window, or the rect (x, y, width, height) in it, with the pointer out of the way, once it stands
        still."""
        self.display.xdotool("mousemove", self.display.width - 1, self.display.height - 1)
        left, top, width, height = self.place()
        x, y, width, height = (round(value) for value in rect or (0, 0, width, height))
        end = time.monotonic() + DEADLINE
        before = None
        while time.monotonic() < end:
            now = self.display.screenshot((left + x, top + y, width, height))
            if before is not None and now.rgb == before.rgb:
                return now
            before = now
            time.sleep(0.2)
        raise AssertionError("the window does not stand still")

    def _picture_of_failure(self):
        folder = os.environ.get("CONVSCOPE_FAILURES")
        if not folder:
            return ""
        os.makedirs(folder, exist_ok=True)
        path = os.path.join(folder, f"{time.strftime('%H%M%S')}_{self.process.pid}.png")
        self.display.screenshot().write_png(path)
        return f"a picture is in {path}, "


def _bottom_right(state):
    """The window's size, from its last button, which keeps the panels' padding to the edges."""
    x, y, width, height = state["controls"]["full_screen"]
    return round(x + width + 16 * state["scale"]), round(y + height + 14 * state["scale"])


def _without_places(state):
    return state and {key: value for key, value in state.items() if key != "controls"}
