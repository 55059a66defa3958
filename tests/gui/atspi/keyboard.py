# SPDX-License-Identifier: Apache-2.0
"""Keys as a person presses them: XTEST events on the display, no toolkit's help."""
import ctypes
import ctypes.util
import time

_NAMES = {
    " ": "space", "!": "exclam", '"': "quotedbl", "#": "numbersign", "$": "dollar", "%": "percent", "&": "ampersand",
    "'": "apostrophe", "(": "parenleft", ")": "parenright", "*": "asterisk", "+": "plus", ",": "comma", "-": "minus",
    ".": "period", "/": "slash", ":": "colon", ";": "semicolon", "=": "equal", "?": "question", "@": "at", "_": "underscore",
}


class Keyboard:
    def __init__(self, display):
        self._x = ctypes.CDLL(ctypes.util.find_library("X11") or "libX11.so.6")
        self._test = ctypes.CDLL(ctypes.util.find_library("Xtst") or "libXtst.so.6")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XDefaultRootWindow.restype = ctypes.c_ulong
        self._x.XStringToKeysym.restype = ctypes.c_ulong
        self._x.XInternAtom.restype = ctypes.c_ulong
        self._x.XkbKeycodeToKeysym.restype = ctypes.c_ulong
        self._display = ctypes.c_void_p(self._x.XOpenDisplay(display.encode()))
        if not self._display:
            raise RuntimeError(f"no X display {display}")

    def focus_window(self, title=""):
        """Gives the keyboard to the largest window that is called so: there is no window manager to do it."""
        best, area = 0, 0
        for window in self._children(self._x.XDefaultRootWindow(self._display)):
            size = self._size(window)
            if size > area and self._title(window).startswith(title):
                best, area = window, size
        if best:
            self._x.XSetInputFocus(self._display, ctypes.c_ulong(best), 1, 0)
            self._x.XSync(self._display, 0)
        return bool(best)

    def windows(self):
        """The titles of the windows that show, the one above all others last."""
        return [title for title in map(self._title, self._children(self._x.XDefaultRootWindow(self._display))) if title]

    def press(self, *names):
        """A key with those held before it: press("Control_L", "n")."""
        codes = [self._code(name)[0] for name in names]
        for code in codes:
            self._send(code, True)
        for code in reversed(codes):
            self._send(code, False)
        time.sleep(0.01)

    def write(self, text):
        for letter in text:
            code, shifted = self._code(_NAMES.get(letter, letter))
            shift = self._code("Shift_L")[0]
            if shifted:
                self._send(shift, True)
            self._send(code, True)
            self._send(code, False)
            if shifted:
                self._send(shift, False)
            time.sleep(0.002)

    def _send(self, code, down):
        self._test.XTestFakeKeyEvent(self._display, code, 1 if down else 0, 0)
        self._x.XSync(self._display, 0)

    def _code(self, name):
        symbol = self._x.XStringToKeysym(name.encode())
        code = self._x.XKeysymToKeycode(self._display, ctypes.c_ulong(symbol))
        if not symbol or not code:
            raise RuntimeError(f"no key for {name!r}")
        plain = self._x.XkbKeycodeToKeysym(self._display, ctypes.c_ubyte(code), 0, 0)
        return code, plain != symbol

    def _children(self, window):
        root, parent = ctypes.c_ulong(), ctypes.c_ulong()
        children, count = ctypes.POINTER(ctypes.c_ulong)(), ctypes.c_uint()
        self._x.XQueryTree(self._display, ctypes.c_ulong(window), ctypes.byref(root), ctypes.byref(parent),
                           ctypes.byref(children), ctypes.byref(count))
        return [children[i] for i in range(count.value)]

    def _title(self, window):
        """Empty for a window that is not shown."""
        # XWindowAttributes: map_state is the 24th int on a 64-bit system; 2 says viewable.
        attributes = (ctypes.c_int * 64)()
        if not self._x.XGetWindowAttributes(self._display, ctypes.c_ulong(window), attributes) or attributes[23] != 2:
            return ""
        kind, size = ctypes.c_ulong(), ctypes.c_int()
        count, left = ctypes.c_ulong(), ctypes.c_ulong()
        text = ctypes.c_char_p()
        name = ctypes.c_ulong(self._x.XInternAtom(self._display, b"_NET_WM_NAME", 0))
        self._x.XGetWindowProperty(self._display, ctypes.c_ulong(window), name, ctypes.c_long(0), ctypes.c_long(64), 0,
                                   ctypes.c_ulong(0), ctypes.byref(kind), ctypes.byref(size), ctypes.byref(count),
                                   ctypes.byref(left), ctypes.byref(text))
        return (text.value or b"").decode(errors="replace")

    def _size(self, window):
        root, x, y = ctypes.c_ulong(), ctypes.c_int(), ctypes.c_int()
        width, height, border, depth = (ctypes.c_uint() for _ in range(4))
        self._x.XGetGeometry(self._display, ctypes.c_ulong(window), ctypes.byref(root), ctypes.byref(x), ctypes.byref(y),
                             ctypes.byref(width), ctypes.byref(height), ctypes.byref(border), ctypes.byref(depth))
        return width.value * height.value
