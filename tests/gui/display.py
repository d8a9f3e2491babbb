"""A display of the tests' own: Xvfb at a free number, with its mouse, its keyboard and its pixels."""

import contextlib
import ctypes
import os
import signal
import subprocess

from picture import read_xwd

_libc = ctypes.CDLL(None)


def end_with_parent():
    """For a child's preexec_fn: it ends with this process, even with one that was killed."""
    pr_set_pdeathsig = 1
    _libc.prctl(pr_set_pdeathsig, signal.SIGKILL)


def clean_environment(**more):
    """Nothing of the machine's own session but what finds programs and steers sanitizers."""
    kept = ("PATH", "LANG", "LC_ALL", "ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS")
    return {**{name: os.environ[name] for name in kept if name in os.environ}, **more}


class Display:
    """Xvfb with one screen and no window manager; `folder` takes what it writes."""

    def __init__(self, folder, width=1920, height=1080):
        self.width, self.height = width, height
        self._framebuffer = os.path.join(folder, "Xvfb_screen0")
        reader, writer = os.pipe()
        command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", f"{width}x{height}x24", "-dpi", "96"]
        command += ["-fbdir", folder, "-nolisten", "tcp", "-noreset"]
        log = os.path.join(folder, "xvfb.log")
        with open(log, "wb") as output:
            self._server = subprocess.Popen(
                command,
                pass_fds=[writer],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                preexec_fn=end_with_parent,
            )
        os.close(writer)
        with os.fdopen(reader) as answer:
            number = answer.readline().strip()
        if not number:
            self._server.wait()
            with open(log, encoding="utf-8", errors="replace") as words:
                raise RuntimeError("Xvfb did not start: " + words.read())
        self.name = ":" + number
        # Shaders are compiled once for all windows of a display.
        self.environment = clean_environment(
            DISPLAY=self.name, HOME=folder, LIBGL_ALWAYS_SOFTWARE="1", MESA_SHADER_CACHE_DIR=folder
        )

    def close(self):
        self._server.terminate()
        self._server.wait()

    def set_content_scale(self, scale):
        """What windows that open from now on are told of the screen: 1 is 96 dots an inch."""
        _set_resources(self.name, f"Xft.dpi: {round(96 * scale)}")

    def xdotool(self, *words):
        """Runs one chain of xdotool's commands, as fast as it can, and returns what it prints."""
        command = ["xdotool", *(str(word) for word in words)]
        done = subprocess.run(
            command, env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60, check=False
        )
        if done.returncode:
            raise RuntimeError(f"{' '.join(command)}: status {done.returncode}, {done.stderr.decode().strip()}")
        return done.stdout.decode()

    def ask_to_close(self, window):
        """What a window manager sends when its close button is pressed: WM_DELETE_WINDOW."""
        _ask_to_close(self.name, window)

    def screenshot(self, crop=None):
        """The screen, or its part (x, y, width, height)."""
        return read_xwd(self._framebuffer, crop)


class ClientMessage(ctypes.Structure):
    """XClientMessageEvent of Xlib.h, filled to the size of an XEvent."""

    _fields_ = [
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5),
        ("rest", ctypes.c_long * 16),
    ]


@contextlib.contextmanager
def opened_display(display_name):
    """Xlib and its Display, by ctypes."""
    xlib = ctypes.CDLL("libX11.so.6")
    xlib.XOpenDisplay.restype = ctypes.c_void_p
    xlib.XInternAtom.restype = ctypes.c_ulong
    xlib.XInternAtom.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
    xlib.XCloseDisplay.argtypes = [ctypes.c_void_p]
    display = xlib.XOpenDisplay(display_name.encode())
    if not display:
        raise RuntimeError(f"display {display_name} does not answer")
    try:
        yield xlib, display
    finally:
        xlib.XCloseDisplay(display)


def _set_resources(display_name, text):
    """As xrdb does."""
    xlib_atom_string, format_8, replace = 31, 8, 0
    with opened_display(display_name) as (xlib, display):
        xlib.XDefaultRootWindow.restype = ctypes.c_ulong
        xlib.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
        xlib.XChangeProperty.argtypes = [ctypes.c_void_p, *[ctypes.c_ulong] * 3, *[ctypes.c_int] * 2, ctypes.c_char_p,
                                         ctypes.c_int]
        root = xlib.XDefaultRootWindow(display)
        name = xlib.XInternAtom(display, b"RESOURCE_MANAGER", False)
        xlib.XChangeProperty(display, root, name, xlib_atom_string, format_8, replace, text.encode(), len(text))


def _ask_to_close(display_name, window):
    client_message, format_32 = 33, 32
    with opened_display(display_name) as (xlib, display):
        xlib.XSendEvent.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_long, ctypes.c_void_p]
        event = ClientMessage(type=client_message, window=window, format=format_32)
        event.message_type = xlib.XInternAtom(display, b"WM_PROTOCOLS", False)
        event.data[0] = xlib.XInternAtom(display, b"WM_DELETE_WINDOW", False)
        xlib.XSendEvent(display, window, False, 0, ctypes.byref(event))
