# SPDX-License-Identifier: Apache-2.0
"""Connects an identity provider as somebody without a mouse would: the practice provider through the generic tile, the
sign-in by a headless Chromium, its claims in the preview, enabled at the end. Everything is found by role and name and
pressed on the keyboard. Run it in a session bus of its own (`run` does).

  walk.py <gatehouse> <command that signs in at an address>...
"""
import os
import subprocess
import sys
import time

from desktop import Desktop, check, free_port

LIMIT = float(os.environ.get("GATEHOUSE_WALK_LIMIT", "30"))  # seconds, from the first key to the last page


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
    port = free_port()
    with Desktop() as desktop:
        app = desktop.start(program, "--demo", "--listen", f"127.0.0.1:{port}")
        screen = desktop.screen(app)
        screen.find("Identity providers")
        began = time.monotonic()
        walk(screen, desktop.keys, f"http://127.0.0.1:{port}/sandbox/acme", desktop.opened, sign_in)
        took = time.monotonic() - began
        print(f"walked in {took:.1f} s")
        check(app.poll() is None, "the console ended on the way")
        check(took <= LIMIT, f"that is more than {LIMIT:.0f} s")


if __name__ == "__main__":
    main()
