# SPDX-License-Identifier: Apache-2.0
"""A desktop for one script: a display, an accessibility bus and a home of their own. What is started in it ends with it."""
import contextlib
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from http.cookiejar import CookieJar

from keyboard import Keyboard


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def check(holds, what):
    if not holds:
        raise AssertionError(what)


class Desktop:
    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="gatehouse-desktop-"))
        self._processes = []
        self._log = open(self.folder / "log", "w")
        self._display = self._start_display()
        os.environ["DISPLAY"] = self._display
        os.environ["XDG_RUNTIME_DIR"] = str(self.folder)
        self._bus = self._keep(subprocess.Popen(["/usr/libexec/at-spi-bus-launcher", "--launch-immediately"],
                                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
        self.keys = Keyboard(self._display)
        self.opened = self._stand_in_for_browser()

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        if kind is not None:
            self._log.flush()
            print((self.folder / "log").read_text()[-4000:], file=sys.stderr)
        for process in reversed(self._processes):  # the display last
            with contextlib.suppress(ProcessLookupError):
                process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self._log.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def environment(self, **changes):
        """Of a console here; None takes one out."""
        values = {**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb", "LANGUAGE": "en",
                  "LC_ALL": "C.UTF-8", "HOME": str(self.folder), "XDG_CONFIG_HOME": str(self.folder / "config"),
                  "XDG_DATA_HOME": str(self.folder / "data"),
                  "PATH": f"{self.folder}:{os.environ['PATH']}", **changes}
        return {name: value for name, value in values.items() if value is not None}

    def start(self, *command, environment=None, **more):
        return self._keep(subprocess.Popen([str(word) for word in command], env=environment or self.environment(),
                                           stdout=more.pop("stdout", self._log), stderr=self._log, **more))

    def screen(self, process):
        """What a screen reader hears of that program, which has the keyboard."""
        from screen import Screen  # the bus has to be there first
        screen = Screen(process.pid)
        screen.wait("the window", self.keys.focus_window)
        return screen

    def _keep(self, process):
        self._processes.append(process)
        return process

    def _start_display(self):
        read, write = os.pipe()
        self._keep(subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x900x24", "-nolisten", "tcp"],
                                    pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
        os.close(write)
        with os.fdopen(read) as numbers:
            return ":" + numbers.readline().strip()

    def _stand_in_for_browser(self):
        """An xdg-open that writes down what it should open."""
        script = self.folder / "xdg-open"
        script.write_text(f"#!/bin/sh\nprintf '%s' \"$1\" > '{self.folder}/opened.part' && "
                          f"mv '{self.folder}/opened.part' '{self.folder}/opened'\n")
        script.chmod(0o755)
        return self.folder / "opened"


def ends(process, within):
    """How it ended, and that it did in time. For a signal -15 and the like."""
    began = time.monotonic()
    try:
        code = process.wait(within + 20)
    except subprocess.TimeoutExpired:
        raise AssertionError(f"it still runs {within + 20:.0f} s later") from None
    took = time.monotonic() - began
    check(took < within, f"it took {took:.1f} s to end, not {within:.1f}")
    return code


def sign_in(broker, person, context=None):
    """Signs a persona of the practice provider in at the demo app; gives the last page."""
    handlers = [urllib.request.HTTPCookieProcessor(CookieJar())]
    if context is not None:
        handlers.append(urllib.request.HTTPSHandler(context=context))
    try:
        with urllib.request.build_opener(*handlers).open(f"{broker}/demo/login?login_hint={person}", timeout=20) as page:
            return page.read().decode()
    except urllib.error.HTTPError as refusal:
        return refusal.read().decode()


def answers(port):
    """Whether somebody listens there."""
    with socket.socket() as probe:
        probe.settimeout(5)
        return probe.connect_ex(("127.0.0.1", port)) == 0
