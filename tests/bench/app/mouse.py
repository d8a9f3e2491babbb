"""The pointer of a display, moved without a program in between: XTest's functions."""

import ctypes


class Mouse:
    def __init__(self, display_name):
        self._x11 = ctypes.CDLL("libX11.so.6")
        self._xtest = ctypes.CDLL("libXtst.so.6")
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._x11.XFlush.argtypes = [ctypes.c_void_p]
        self._xtest.XTestFakeMotionEvent.argtypes = [ctypes.c_void_p] + 3 * [ctypes.c_int] + [ctypes.c_ulong]
        self._xtest.XTestFakeButtonEvent.argtypes = [ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong]
        self._display = self._x11.XOpenDisplay(display_name.encode())
        if not self._display:
            raise RuntimeError(f"display {display_name} does not answer")

    def move(self, x, y):
        self._xtest.XTestFakeMotionEvent(self._display, -1, x, y, 0)
        self._x11.XFlush(self._display)

    def wheel(self, up):
        button = 4 if up else 5
        for down in (1, 0):
            self._xtest.XTestFakeButtonEvent(self._display, button, down, 0)
        self._x11.XFlush(self._display)
