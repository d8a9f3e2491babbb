"""Files dropped on a window by the drag-and-drop protocol of X (XDND 5), as a file manager does it."""

import ctypes
import pathlib
import time

from display import ClientMessage, opened_display

SELECTION_NOTIFY, SELECTION_REQUEST, CLIENT_MESSAGE = 31, 30, 33
FORMAT_8, FORMAT_32, REPLACE = 8, 32, 0
VERSION = 5


class _Selection(ctypes.Structure):
    """XSelectionRequestEvent of Xlib.h, filled to the size of an XEvent."""

    _fields_ = [
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("owner", ctypes.c_ulong),
        ("requestor", ctypes.c_ulong),
        ("selection", ctypes.c_ulong),
        ("target", ctypes.c_ulong),
        ("property", ctypes.c_ulong),
        ("time", ctypes.c_ulong),
        ("rest", ctypes.c_long * 16),
    ]


class _SelectionAnswer(ctypes.Structure):
    """XSelectionEvent, likewise."""

    _fields_ = [
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("requestor", ctypes.c_ulong),
        ("selection", ctypes.c_ulong),
        ("target", ctypes.c_ulong),
        ("property", ctypes.c_ulong),
        ("time", ctypes.c_ulong),
        ("rest", ctypes.c_long * 16),
    ]


def drop_files(display_name, window, paths):
    """Enters the window, stays at its corner and drops; returns once the window has taken the paths."""
    with opened_display(display_name) as (xlib, display):
        xlib.XDefaultRootWindow.restype = ctypes.c_ulong
        xlib.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
        xlib.XCreateSimpleWindow.restype = ctypes.c_ulong
        xlib.XCreateSimpleWindow.argtypes = [ctypes.c_void_p, ctypes.c_ulong, *[ctypes.c_int] * 2,
                                             *[ctypes.c_uint] * 3, *[ctypes.c_ulong] * 2]
        xlib.XSetSelectionOwner.argtypes = [ctypes.c_void_p, *[ctypes.c_ulong] * 3]
        xlib.XSendEvent.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_long, ctypes.c_void_p]
        xlib.XChangeProperty.argtypes = [ctypes.c_void_p, *[ctypes.c_ulong] * 3, *[ctypes.c_int] * 2, ctypes.c_char_p,
                                         ctypes.c_int]
        xlib.XCheckTypedEvent.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p]
        xlib.XFlush.argtypes = [ctypes.c_void_p]
        _drop(xlib, display, window, "".join(pathlib.Path(path).as_uri() + "\r\n" for path in paths).encode())


def _drop(xlib, display, window, uris):
    def atom(name):
        return xlib.XInternAtom(display, name, False)

    source = xlib.XCreateSimpleWindow(display, xlib.XDefaultRootWindow(display), 0, 0, 1, 1, 0, 0, 0)
    xlib.XSetSelectionOwner(display, atom(b"XdndSelection"), source, 0)

    def send(name, *data):
        message = ClientMessage(type=CLIENT_MESSAGE, window=window, format=FORMAT_32, message_type=atom(name))
        for i, value in enumerate([source, *data]):
            message.data[i] = value
        xlib.XSendEvent(display, window, False, 0, ctypes.byref(message))

    send(b"XdndEnter", VERSION << 24, atom(b"text/uri-list"))
    send(b"XdndPosition", 0, 1 << 16 | 1, 0, atom(b"XdndActionCopy"))
    send(b"XdndDrop", 0, 0)
    xlib.XFlush(display)
    end = time.monotonic() + 20
    asked, finished = _Selection(), ClientMessage()
    while time.monotonic() < end:
        if xlib.XCheckTypedEvent(display, SELECTION_REQUEST, ctypes.byref(asked)):
            _answer(xlib, display, asked, uris)
        if xlib.XCheckTypedEvent(display, CLIENT_MESSAGE, ctypes.byref(finished)):
            if finished.message_type == atom(b"XdndFinished"):
                return
        time.sleep(0.01)
    raise RuntimeError("the window does not take what is dropped")


def _answer(xlib, display, asked, uris):
    xlib.XChangeProperty(display, asked.requestor, asked.property, asked.target, FORMAT_8, REPLACE, uris, len(uris))
    answer = _SelectionAnswer(type=SELECTION_NOTIFY, requestor=asked.requestor, selection=asked.selection,
                              target=asked.target, property=asked.property, time=asked.time)
    xlib.XSendEvent(display, asked.requestor, False, 0, ctypes.byref(answer))
    xlib.XFlush(display)
