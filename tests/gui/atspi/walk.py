# SPDX-License-Identifier: Apache-2.0
"""Connects an identity provider as somebody without a mouse would: the practice provider through the generic tile, the
sign-in by a headless Chromium, its claims in the preview, enabled at the end. Everything is found by role and name and
pressed on the keyboard. Run it in a session bus of its own (`run` does).

  walk.py <gatehouse> <command that signs in at an address>...
"""
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time

from keyboard import Keyboard

LIMIT = float(os.environ.get("GATEHOUSE_WALK_LIMIT", "30"))  # seconds, from the first key to the last page


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def start_display():
    read, write = os.pipe()
    server = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x900x24", "-nolisten", "tcp"],
                              pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as numbers:
        return server, ":" + numbers.readline().strip()


def stand_in_for_browser(folder):
    """An xdg-open that writes down what it should open."""
    script = folder / "xdg-open"
    script.write_text(f"#!/bin/sh\nprintf '%s' \"$1\" > '{folder}/opened.part' && mv '{folder}/opened.part' '{folder}/opened'\n")
    script.chmod(0o755)
    return folder / "opened"


def walk(screen, keys, issuer, opened, sign_in):
    for panel in "123456789":  # wherever the rail has it
        keys.press("Control_L", panel)
        time.sleep(0.2)
        if screen.has("Connect an identity provider", "push button"):
            break
    screen.find("Connect an identity provider", "push button")
    keys.press("Control_L", "n")

    screen.wait_focus("Filter providers")
    keys.write("generic")
    keys.press("Return")

    screen.wait_focus("Copy Redirect URI")
    keys.press("space")
    screen.find("Copied Redirect URI")
    keys.press("Control_L", "Return")

    screen.wait_focus("Issuer, metadata address or document")
    keys.write(issuer)
    screen.find("Recognised: an issuer address.")
    screen.tab_to(keys, "Client ID")
    keys.write("practice")
    screen.tab_to(keys, "Secret in the header")  # on Linux the name of a choice is what is chosen
    keys.press("n")
    screen.wait_focus("None (public client")
    screen.tab_to(keys, "Scopes")
    keys.press("Control_L", "a")
    keys.write("openid email profile groups")
    keys.press("Control_L", "Return")

    for stage in ("Address", "Connection", "Metadata found", "Metadata understood", "Issuer is the same", "Signing keys",
                  "Client id and secret", "Clock"):
        screen.find(f"{stage}: OK")
    screen.tab_to(keys, "Save it switched off and test sign-in")
    keys.press("space")
    screen.wait("the address in the browser", opened.exists)
    subprocess.run([*sign_in, opened.read_text()], check=True, timeout=60)
    screen.find("Sign-in: OK")
    screen.find("Signed in as ana@acme.example")
    screen.find("Claims: OK")
    keys.press("Control_L", "Return")

    screen.wait_focus("Display name")
    screen.find("User will be")
    for claim in ("email", "name", "groups"):
        screen.find(claim)
    screen.find("ana@acme.example")
    keys.press("Control_L", "Return")  # Enable
    screen.find("Disable", "push button")
    screen.find("Company sign-in")


def main():
    program, sign_in = sys.argv[1], sys.argv[2:]
    folder = pathlib.Path(tempfile.mkdtemp(prefix="gatehouse-walk-"))
    server, display = start_display()
    opened = stand_in_for_browser(folder)
    os.environ["DISPLAY"] = display
    bus = subprocess.Popen(["/usr/libexec/at-spi-bus-launcher", "--launch-immediately"], stdout=subprocess.DEVNULL,
                           stderr=subprocess.DEVNULL)
    port = free_port()
    log = open(folder / "log", "w")
    environment = {**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb", "LANGUAGE": "en",
                   "LC_ALL": "C.UTF-8", "HOME": str(folder), "XDG_CONFIG_HOME": str(folder / "config"),
                   "XDG_DATA_HOME": str(folder / "data"), "XDG_RUNTIME_DIR": str(folder),
                   "PATH": f"{folder}:{os.environ['PATH']}"}
    app = subprocess.Popen([program, "--demo", "--listen", f"127.0.0.1:{port}"], env=environment, stdout=log, stderr=log)
    try:
        from screen import Screen  # the bus has to be there first
        screen = Screen(app.pid)
        keys = Keyboard(display)
        screen.wait("the window", keys.focus_window)
        screen.find("Identity providers")
        began = time.monotonic()
        walk(screen, keys, f"http://127.0.0.1:{port}/sandbox/acme", opened, sign_in)
        took = time.monotonic() - began
        print(f"walked in {took:.1f} s")
        if app.poll() is not None:
            raise SystemExit("the console ended on the way")
        if took > LIMIT:
            raise SystemExit(f"that is more than {LIMIT:.0f} s")
    except BaseException:
        log.flush()
        print((folder / "log").read_text()[-4000:], file=sys.stderr)
        raise
    finally:
        for process in (app, bus, server):
            process.terminate()
        for process in (app, bus, server):
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
        log.close()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
