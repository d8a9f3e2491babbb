"""The app beside a bare ImGui window, both under Xvfb with software OpenGL: start, memory, idle processor time; and the
time from a slider to the new output of a photograph. `app_bench.py CONVSCOPE BARE_WINDOW`."""

import os
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.join(HERE, "..", "..", "gui"), HERE]
PROGRAM, BARE = map(os.path.abspath, sys.argv[1:3])
os.environ["CONVSCOPE"] = PROGRAM

from convscope import Window  # noqa: E402
from display import Display, end_with_parent  # noqa: E402
from mouse import Mouse  # noqa: E402
from picture import Picture  # noqa: E402

STARTS = 9
IDLE_SECONDS = 5
MOVES = 12


def started(display, folder, *command):
    """The program once its first picture is there, and the seconds that it took."""
    path = os.path.join(folder, f"first_{time.monotonic_ns()}")
    began = time.monotonic()
    process = subprocess.Popen(
        [*command, path],
        env={**display.environment, "HOME": folder},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=end_with_parent,
    )
    while not os.path.exists(path):
        if process.poll() is not None:
            raise RuntimeError(f"{command[0]} ended, status {process.returncode}")
        time.sleep(0.0005)
    return process, time.monotonic() - began


def ended(process):
    process.kill()
    process.wait()


def resident_bytes(process):
    with open(f"/proc/{process.pid}/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def processor_seconds(process):
    with open(f"/proc/{process.pid}/stat", encoding="ascii", errors="replace") as file:
        fields = file.read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def start_and_memory(display, folder):
    """Of app and bare window, one after the other, so that both meet the same machine."""
    commands = {"app": (PROGRAM, "--paused", "--dump-state"), "bare": (BARE,)}
    seconds = {name: [] for name in commands}
    memory = {name: [] for name in commands}
    for _ in range(STARTS):
        for name, command in commands.items():
            process, took = started(display, folder, *command)
            time.sleep(0.3)
            seconds[name].append(took)
            memory[name].append(resident_bytes(process))
            ended(process)
    for name in commands:
        print(f"{name}: first picture after {1e3 * min(seconds[name]):.0f} ms (median "
              f"{1e3 * statistics.median(seconds[name]):.0f}), {statistics.median(memory[name]) / 2**20:.0f} MiB")
    start = min(seconds["app"]) / min(seconds["bare"])
    return start, statistics.median(memory["app"]) / statistics.median(memory["bare"])


def idle_percent(display, folder):
    process, _ = started(display, folder, PROGRAM, "--paused", "--dump-state")
    time.sleep(1.5)
    before = processor_seconds(process)
    time.sleep(IDLE_SECONDS)
    used = processor_seconds(process) - before
    ended(process)
    return 100 * used / IDLE_SECONDS


def photo(width, height):
    """Smooth areas, lines and some noise."""
    pixels = bytearray()
    for y in range(height):
        for x in range(width):
            noise = (x * 7919 + y * 104729) >> 3 & 15
            pixels += bytes(((x * 255 // width + noise) & 255, (y * 255 // height + noise) & 255, (x ^ y) & 255))
    return Picture(width, height, pixels)


def open_photo(window, path):
    window.key("ctrl+o")
    window.wait_for(sheet="open")
    window.key("ctrl+a")
    window.display.xdotool("type", "--delay", 8, path)
    window.key("Return")
    window.wait_for(sheet="photo")
    window.click_at_rest("photo.ok")
    window.wait("the photograph", lambda state: state["input_size"] == [1080, 1920] and not state["computing"])


def photo_milliseconds(display, folder):
    """From a notch of the wheel on a slider until the picture has the new output."""
    path = os.path.join(folder, "photo.png")
    photo(1920, 1080).write_png(path)
    window = Window(display, folder, "--paused", "--in-channels", "3", "--out-channels", "8", "--input-size", "64",
                    "--kernel-size", "3", "--padding", "1", "--stride", "1")
    window.resize(1280, 720)
    open_photo(window, path)
    mouse = Mouse(display.name)
    mouse.move(*window.point("dilation.slider"))
    times = []
    for move in range(MOVES):
        dilation = 2 if move % 2 == 0 else 1
        time.sleep(0.4)
        began = time.monotonic()
        mouse.wheel(dilation == 2)
        while True:
            state = window.state()
            if state["layer"]["dilation"] == [dilation, dilation] and not state["computing"]:
                break
            time.sleep(0.0005)
        times.append(1e3 * (time.monotonic() - began))
    window.kill()
    print("photo: " + ", ".join(f"{value:.0f}" for value in times) + " ms")
    return statistics.median(times)


def main():
    with tempfile.TemporaryDirectory() as folder:
        display = Display(folder)
        try:
            start, memory = start_and_memory(display, folder)
            idle = idle_percent(display, folder)
            photo = photo_milliseconds(display, folder)
        finally:
            display.close()
    print(f"app: start {start:.2f} x bare, memory {memory:.2f} x bare, idle {idle:.1f} % cpu, photo {photo:.0f} ms")


if __name__ == "__main__":
    main()
