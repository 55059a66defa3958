#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""docs/conformance.md: every module of tests/data/oidf-conformance has one row, and every row that says it passes names tests that exist."""
import json
import re
import sys

from tree import ROOT, report, tracked

DOC = "docs/conformance.md"
DATA = ROOT / "tests/data/oidf-conformance"
ROW = re.compile(r"^\| `([\w-]+)` \| (.*) \| (.*) \| (.*) \|$")
PLAN = re.compile(r"^## .*`([\w-]+)`$")
TITLE = re.compile(r"\b(?:it|test)\((['`])(.*?)(?<!\\)\1,")
SLOT = re.compile(r"^    (?:static )?void (\w+)\(\)", re.M)
STATES = ("passes", "passes; ", "not offered: ", "differs: ", "open: ")


class Script:
    """The tests of a script. What a template fills into a title has to be there as a text of its own."""

    def __init__(self, text):
        self.text = text
        self.titles = []
        for _, title in TITLE.findall(text):
            parts = re.split(r"\$\{[^}]*\}", title.replace("\\'", "'"))
            self.titles.append(re.compile("(.+)".join(re.escape(part) for part in parts)))

    def __contains__(self, name):
        return any(all(f"'{part}'" in self.text for part in found.groups())
                   for found in (title.fullmatch(name) for title in self.titles) if found)


def tests():
    """File name to the names of its tests."""
    known = {file.name: Script((ROOT / file).read_text()) for file in tracked("tests/interop/*.test.mjs")}
    for file in tracked("*tst_*.cpp"):
        known.setdefault(file.name, set()).update(SLOT.findall((ROOT / file).read_text()))
    return known


def missing_tests(held, known):
    """What a row's third column names and nobody has: `file: title`, several between <br>."""
    for one in held.split("<br>"):
        found = re.fullmatch(r"`([\w.]+): ([^`]+)`", one)
        if not found:
            yield f"{one!r} is not `file: test`"
        elif found[1] not in known:
            yield f"there is no test file {found[1]}"
        elif found[2] not in known[found[1]]:
            yield f"{found[1]} has no test {found[2]!r}"


def check(text, plans, known):
    """Yields (line, message)."""
    seen, plan = {}, None
    for number, line in enumerate(text.splitlines(), 1):
        if heading := PLAN.match(line):
            plan = heading[1]
            if plan not in plans:
                yield number, f"{plan} is no plan of the list"
        elif row := ROW.match(line):
            module, _, held, state = row.groups()
            if (plan, module) in seen:
                yield number, f"{module} has a second row in {plan}"
            seen[plan, module] = number
            if module not in plans.get(plan, []):
                yield number, f"{module} is no module of {plan}"
            if not state.startswith(STATES) or (not state.startswith("passes") and not state.partition(": ")[2]):
                yield number, f"{module}: the state {state!r} is none of {', '.join(STATES)}"
            if state.startswith("passes") or held:
                yield from ((number, f"{module}: {message}") for message in missing_tests(held, known))
    for name, modules in plans.items():
        for module in modules:
            if (name, module) not in seen:
                yield 1, f"{module} of {name} has no row"


def plans():
    out = {}
    for file in sorted(DATA.glob("*.json")):
        for name, modules in json.loads(file.read_text()).items():
            out[name] = modules or [name]
    return out


def main():
    return report([(DOC, *finding) for finding in check((ROOT / DOC).read_text(), plans(), tests())])


if __name__ == "__main__":
    sys.exit(main())
