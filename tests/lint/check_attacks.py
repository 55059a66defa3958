#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""docs/attacks-*.md: every row of the attacks on SAML and on SCIM is there once, and names tests that exist unless it is open."""
import re
import sys

from check_conformance import missing_tests, tests
from tree import ROOT, report

ROW = re.compile(r"^\| `([A-Z]+-\d\d)` \| (.*) \| (.*) \| (.*) \|$")
# As the list of attacks numbers them; what is missing in between was joined to a neighbour.
SP = (1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 15, 16, 17, 18, 19, 20, 22, 23, 24, 25, 26, 27, 29, 30, 31, 32, 33, 34, 36, 37, 38, 39, 40, 41,
      43, 44, 45, 46, 47, 48, 50, 51, 52, 53, 54)
IDP = (1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 15)
SC = (1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 15, 16, 17, 18, 19, 20, 22)
ROWS = [f"SP-{number:02}" for number in SP] + [f"IDP-{number:02}" for number in IDP]
DOCS = {"docs/attacks-saml.md": ROWS, "docs/attacks-scim.md": [f"SC-{number:02}" for number in SC]}


def check(text, known, rows=tuple(ROWS)):
    """Yields (line, message)."""
    seen = set()
    for number, line in enumerate(text.splitlines(), 1):
        row = ROW.match(line)
        if not row:
            continue
        name, _, held, state = row.groups()
        if name in seen or name not in rows:
            yield number, f"{name} is there twice, or is no row of the list"
        seen.add(name)
        if not re.fullmatch(r"holds(: .+)?|part: .+|open: .+", state):
            yield number, f"{name}: the state {state!r} is none of holds, part: ..., open: ..."
        if held or not state.startswith("open: "):
            yield from ((number, f"{name}: {message}") for message in missing_tests(held, known))
    yield from ((1, f"{name} has no row") for name in rows if name not in seen)


def main():
    known = tests()
    return report([(doc, *finding) for doc, rows in DOCS.items() for finding in check((ROOT / doc).read_text(), known, rows)])


if __name__ == "__main__":
    sys.exit(main())
