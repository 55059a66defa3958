# SPDX-License-Identifier: Apache-2.0
"""However the console ends, nothing that was typed is lost: SIGTERM ends it with 0 within three seconds, whatever is under way;
kill -9 does not stop the next start.

  ends.py <gatehouse>
"""
import json
import signal
import socket
import sys
import threading

from desktop import Desktop, answers, check, ends, free_port

LIMIT = 3.0  # seconds


def type_a_name(desktop, screen, name):
    """Edits the tenant that is selected, and goes no further."""
    screen.focus("Name")
    desktop.keys.press("Control_L", "a")
    desktop.keys.write(name)
    screen.find("Review and apply (1)", "push button")


def is_drafted(screen, name):
    screen.find("Review and apply (1)", "push button")
    screen.wait(f"the draft {name!r}", lambda: screen.text("Name") == name)


def event_stream(port):
    """A client that hangs on the broker; gives what tells whether the broker closed it."""
    client = socket.create_connection(("127.0.0.1", port), timeout=10)
    client.sendall(b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
    check(client.recv(4096).startswith(b"HTTP/1.1 200"), "the broker is not well")
    return client


class BlackHole:
    """Takes connections and says nothing."""

    def __init__(self):
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port = self._server.getsockname()[1]
        self.taken = threading.Event()
        threading.Thread(target=self._take, daemon=True).start()

    def _take(self):
        self._held = []
        while True:
            self._held.append(self._server.accept()[0])
            self.taken.set()


def main():
    program = sys.argv[1]
    port = free_port()
    with Desktop() as desktop:
        usual = [program, "--demo", "--data-dir", desktop.folder / "acme", "--listen", f"127.0.0.1:{port}"]

        def start(*things):
            app = desktop.start(*usual, *things)
            screen = desktop.screen(app)
            screen.find("Filter Tenants", "text")  # later on because the panel is the one of before
            return app, screen

        app, screen = start("gatehouse://panel/tenants")
        client = event_stream(port)
        type_a_name(desktop, screen, "Acme of SIGTERM")
        app.send_signal(signal.SIGTERM)
        check(ends(app, LIMIT) == 0, "SIGTERM did not end it well")
        check(client.recv(4096) == b"", "the client was not told")
        check(not answers(port), "somebody still listens")

        app, screen = start()
        is_drafted(screen, "Acme of SIGTERM")
        type_a_name(desktop, screen, "Acme of kill -9")

        def written():
            kept = [json.loads(file.read_text()) for file in desktop.folder.glob("data/gatehouse/console/*-drafts.json")]
            return any(draft["wanted"].get("name") == "Acme of kill -9" for drafts in kept for draft in drafts)
        screen.wait("the draft on disk", written)
        app.kill()
        app.wait(10)

        app, screen = start()
        is_drafted(screen, "Acme of kill -9")
        check(ends(desktop.start(*usual), 1.0) == 0, "the killed console is in the way of a second start")

        # A call to an identity provider that never answers.
        hole = BlackHole()
        caller = threading.Thread(target=test_against, args=(desktop.folder / "acme" / "admin.sock", hole.port), daemon=True)
        caller.start()
        check(hole.taken.wait(10), "nobody called the black hole")
        app.send_signal(signal.SIGTERM)
        check(ends(app, LIMIT) == 0, "SIGTERM during a call did not end it well")
        check(not answers(port), "somebody still listens")

        # Before there is a window: a passphrase is asked for.
        asking = desktop.start(program, "--data-dir", desktop.folder / "locked", "--listen", f"127.0.0.1:{free_port()}")
        screen = desktop.screen(asking)
        screen.find("Choose a passphrase")
        asking.send_signal(signal.SIGINT)
        check(ends(asking, LIMIT) == 0, "SIGINT during the question did not end it well")


def test_against(admin, port):
    """Test connection of a draft, through the admin socket."""
    from second_start import OverSocket
    connection = OverSocket(admin)
    body = json.dumps({"name": "hole", "issuer": f"http://127.0.0.1:{port}", "clientId": "x", "clientAuth": "none"})
    try:
        connection.request("POST", "/admin/v1/tenants/acme/connections/test", body, {"Content-Type": "application/json"})
        connection.getresponse().read()
    except OSError:
        pass  # the broker went


if __name__ == "__main__":
    main()
