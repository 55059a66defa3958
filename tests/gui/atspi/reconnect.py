# SPDX-License-Identifier: Apache-2.0
"""A console on a broker elsewhere, over HTTPS with a token, while that broker is killed and started again: a strip says so, what
was read stays, and everything goes on by itself when the broker is back.

  reconnect.py <gatehouse> <gatehoused> <gatehousectl>
"""
import ssl
import subprocess
import sys

from desktop import Desktop, check, ends, free_port, sign_in

STRIP = "It is asked again every few seconds."


def certificate(folder):
    """For localhost, its own authority."""
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                    "-keyout", folder / "broker.key", "-out", folder / "broker.pem", "-days", "2", "-subj", "/CN=localhost",
                    "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return folder / "broker.pem"


def main():
    program, daemon, ctl = sys.argv[1:4]
    with Desktop() as desktop:
        port = free_port()
        address = f"https://127.0.0.1:{port}"
        trusted = certificate(desktop.folder)
        data = desktop.folder / "acme"

        def serve():
            broker = desktop.start(daemon, "serve", "--demo", "--data-dir", data, "--listen", f"127.0.0.1:{port}", "--tls-cert",
                                   trusted, "--tls-key", desktop.folder / "broker.key", stdout=subprocess.PIPE, text=True)
            check(broker.stdout.readline().startswith("ready "), "the broker did not start")
            return broker

        def people(name):
            page = sign_in(address, name, ssl.create_default_context(cafile=trusted))
            check("example" in page, f"{name} could not sign in: {page[:300]}")

        def away(screen):
            return any(STRIP in (node.get_name() or "") for node in screen._showing())

        broker = serve()
        people("ana")
        token = desktop.folder / "token"
        token.write_bytes(subprocess.run([ctl, "--data-dir", data, "token", "create", "--role", "owner"], check=True,
                                         capture_output=True).stdout)
        console = desktop.start(program, "--connect", address, "--token-file", token, "gatehouse://panel/users",
                                environment=desktop.environment(SSL_CERT_FILE=str(trusted)))
        screen = desktop.screen(console)
        screen.cell("ana@acme.example")
        screen.find("Live", "label")
        check(not away(screen), "the strip is there before anything happened")

        broker.kill()
        broker.wait(10)
        screen.wait("the strip", lambda: away(screen))
        screen.find("No answer")
        screen.cell("ana@acme.example")
        desktop.keys.press("F5")
        screen.find("The broker did not answer.")
        screen.cell("ana@acme.example")

        broker = serve()
        people("ben")
        screen.wait("the strip to go", lambda: not away(screen))
        screen.find("Live", "label")
        screen.gone("The broker did not answer.")
        screen.cell("ben@acme.example")  # who came while nobody looked

        # A link that names no broker goes to the console that is there, rather than start another.
        check(ends(desktop.start(program, "gatehouse://panel/logins"), 1.0) == 0, "the link was not taken")
        screen.find("Filter Logins", "text")

        # Started before its broker is.
        broker.kill()
        broker.wait(10)
        console.terminate()
        check(console.wait(10) == 0, "the console did not end well")
        console = desktop.start(program, "--connect", address, "--token-file", token, "gatehouse://panel/users",
                                environment=desktop.environment(SSL_CERT_FILE=str(trusted)))
        screen = desktop.screen(console)
        screen.wait("the strip", lambda: away(screen))
        serve()
        screen.wait("the strip to go", lambda: not away(screen))
        screen.cell("ana@acme.example")


if __name__ == "__main__":
    main()
