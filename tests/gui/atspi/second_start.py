# SPDX-License-Identifier: Apache-2.0
"""A second start hands over to the first and ends with 0 within a second: an address, a sign-in and a file open in the first,
which comes to the front, also where its window was closed while the broker went on.

  second_start.py <gatehouse>
"""
import http.client
import re
import socket
import sys
import time
import urllib.request

from desktop import Desktop, answers, check, ends, free_port, sign_in

LIMIT = 1.0  # seconds


class OverSocket(http.client.HTTPConnection):
    """The Admin API through DIR/admin.sock."""

    def __init__(self, path):
        super().__init__("localhost")
        self._path = str(path)

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.connect(self._path)


def bundle_of(data, reference):
    connection = OverSocket(data / "admin.sock")
    connection.request("GET", f"/admin/v1/tenants/acme/flows/{reference}/bundle")
    answer = connection.getresponse()
    text = answer.read()
    check(answer.status == 200, f"no bundle of {reference}: {answer.status} {text[:200]}")
    return text


def main():
    program = sys.argv[1]
    port = free_port()
    broker = f"http://127.0.0.1:{port}"
    with Desktop() as desktop:
        data = desktop.folder / "acme"
        usual = [program, "--demo", "--data-dir", data, "--listen", f"127.0.0.1:{port}"]

        def above(title):
            return (desktop.keys.windows() or [""])[-1].startswith(title)

        def again(*things):
            began = time.monotonic()
            code = ends(desktop.start(*usual, *things), LIMIT)
            check(code == 0, f"a second start with {things} ended with {code}")
            print(f"a second start took {time.monotonic() - began:.2f} s")

        # Started twice in a row, as an impatient person does: what the second asks for waits for the window.
        first = desktop.start(*usual)
        for _ in range(2000):
            if list(desktop.folder.glob("gatehouse-console-*")):
                break
            time.sleep(0.005)
        again("gatehouse://panel/users")
        screen = desktop.screen(first)
        screen.find("Filter Users", "text")

        page = sign_in(broker, "chris")
        reference = re.search(r"GH-[0-9A-Z]{4}-[0-9A-Z]{4}", page)
        check(reference, f"chris was not refused: {page[:500]}")
        reference = reference[0]
        again(f"gatehouse://flow/{reference}")
        screen.find("Filter Logins", "text")
        screen.find(reference, "label")

        # Something else has come to lie above it.
        other = desktop.start(program, "--demo", "--listen", f"127.0.0.1:{free_port()}")
        screen.wait("another window above", lambda: above("Home"))
        again()
        screen.wait("the console in front", lambda: above("Logins"))
        other.terminate()
        check(ends(other, 3.0) == 0, "the other one did not end well")

        file = desktop.folder / "refused.ghbundle"
        file.write_bytes(bundle_of(data, reference))
        again(file)
        screen.find("refused.ghbundle (read-only)")
        screen.wait("the bundle in front", lambda: above("refused.ghbundle"))

        again("gatehouse://panel/no-such")
        screen.find("This address leads nowhere here.")
        again(desktop.folder / "strange.bin")
        screen.find("strange.bin is of no kind that opens here.")

        desktop.keys.focus_window()
        desktop.keys.press("Control_L", "q")
        screen.find("Broker is serving 1 app")
        screen.press("Keep running")
        screen.gone("Filter Logins")
        check(urllib.request.urlopen(f"{broker}/healthz", timeout=5).status == 200, "the broker does not go on")
        again()
        screen.find("Filter Logins", "text")

        desktop.keys.focus_window()
        desktop.keys.press("Control_L", "q")
        screen.press("Keep running")
        screen.gone("Filter Logins")
        first.terminate()
        check(ends(first, 3.0) == 0, "a console without a window did not end well")
        check(not answers(port), "somebody still listens")


if __name__ == "__main__":
    main()
