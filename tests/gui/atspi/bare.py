# SPDX-License-Identifier: Apache-2.0
"""A desktop that has nothing: no tray, no notification service, no portal, no keychain, and no network where this machine lets a
test take it away. The console starts, asks nothing, and says what is missing in Preferences, a line each. It starts without a
session bus too, where no screen reader can hear it: then its windows are counted.

  bare.py <gatehouse>
"""
import ctypes
import fcntl
import os
import pathlib
import socket
import struct
import sys

from desktop import Desktop, check, ends, free_port

CLONE_NEWUSER, CLONE_NEWNET = 0x10000000, 0x40000000
SIOCGIFFLAGS, SIOCSIFFLAGS, IFF_UP = 0x8913, 0x8914, 1


def leave_network():
    """In the child, before it starts: a network of its own that is the loopback alone. Stays where that is not allowed."""
    libc, user, group = ctypes.CDLL(None, use_errno=True), os.getuid(), os.getgid()
    if libc.unshare(CLONE_NEWNET) != 0:
        if libc.unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0:
            return
        for name, text in ("setgroups", "deny"), ("uid_map", f"{user} {user} 1"), ("gid_map", f"{group} {group} 1"):
            pathlib.Path("/proc/self", name).write_text(text)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        request = struct.pack("16sh14x", b"lo", 0)
        flags = struct.unpack("16sh14x", fcntl.ioctl(any_socket, SIOCGIFFLAGS, request))[1]
        fcntl.ioctl(any_socket, SIOCSIFFLAGS, struct.pack("16sh14x", b"lo", flags | IFF_UP))


def has_network(process):
    """Whether that program sees an interface beside the loopback."""
    lines = pathlib.Path(f"/proc/{process.pid}/net/dev").read_text().splitlines()[2:]
    return any(not line.strip().startswith("lo:") for line in lines)


def start(desktop, program, port, environment):
    """With a passphrase, since there is no keychain."""
    read, write = os.pipe()
    os.write(write, b"correct horse battery staple\n")
    os.close(write)
    app = desktop.start(program, "--data-dir", desktop.folder / f"own-{port}", "--listen", f"127.0.0.1:{port}",
                        "--passphrase-fd", read, environment=environment, pass_fds=[read], preexec_fn=leave_network)
    os.close(read)
    return app


def main():
    program = sys.argv[1]
    with Desktop() as desktop:
        app = start(desktop, program, free_port(), desktop.environment())
        screen = desktop.screen(app)
        screen.find("Welcome to Gatehouse")
        check(len(desktop.keys.windows()) == 1, f"not one window: {desktop.keys.windows()}")

        desktop.keys.press("Control_L", "comma")
        screen.wait("preferences", lambda: desktop.keys.focus_window("Preferences"))
        screen.wait_focus("Pages of preferences")
        desktop.keys.press("End")
        missing = {
            "Tray": "None. Start Gatehouse again to bring a hidden window back.",
            "Desktop notifications": "None. What is urgent is under the bell.",
            "Light or dark by the desktop": "No portal. The desktop's own palette decides; choose under Appearance.",
            "Keychain": "None. A passphrase opens the data, and tokens are asked for each time.",
            "Network": "Connected." if has_network(app) else "None. Only what runs on this computer can be reached.",
        }
        if has_network(app):
            print("this machine does not let a test take the network away")
        for feature, sentence in missing.items():
            screen.find(feature, "label")
            screen.find(sentence, "label")
        app.terminate()
        check(ends(app, 3.0) == 0, "it did not end well")

        mute = start(desktop, program, free_port(),
                     desktop.environment(DBUS_SESSION_BUS_ADDRESS=f"unix:path={desktop.folder}/no-bus"))
        screen.wait("a window without a session bus", desktop.keys.windows)
        check(len(desktop.keys.windows()) == 1, f"not one window: {desktop.keys.windows()}")
        mute.terminate()
        check(ends(mute, 3.0) == 0, "it did not end well without a session bus")


if __name__ == "__main__":
    main()
