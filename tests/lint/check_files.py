#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What every file keeps to: the licence line, at most 500 lines, and none of the calls and words that are banned."""
import re
import sys

from tree import ROOT, line_of, report, tracked

MAX_LINES = 500
CODE = ["*.cpp", "*.h"]
SCRIPTS = ["*.mjs", "*.js", "*.py", "*.cmake", "*CMakeLists.txt", "dev", ".ci/run"]

# Each with its reason. Where: product code (core, app, ui).
BANNED_CALLS = [
    (r"std::(basic_)?regex", "std::regex overflows the stack on 20 KB: use RE2"),
    (r"\bEVP_Cipher\(", "says success for a forged tag: use the EVP streaming calls"),
    (r"XML_PARSE_(NOENT|DTDLOAD|DTDATTR|HUGE|RECOVER|XINCLUDE)", "opens files or lifts limits while parsing XML"),
    (r"xmlSecKeysMngr", "trusts the key inside the message: set signKey"),
    (r"children->content", "stops at a comment: read the whole text"),
    (r"INSERT OR REPLACE", "makes a replay look fresh: ON CONFLICT DO NOTHING and the row count"),
    (r"VERIFY(PEER|HOST), *0", "switches TLS verification off"),
    (r"FOLLOWLOCATION, *1", "follows redirects past the address guard"),
    (r"(?<![\w.>])system\(", "runs a shell"),
    (r"\bpopen\(", "runs a shell"),
    (r"\bco_(await|yield|return)\b", "GCC 12 miscompiles coroutines"),
    (r"nlohmann", "overflows the stack on deep input: use gatehouse::json"),
    (r"<Q(tCharts|tHttpServer|tNetworkAuth)|\bQChart\b|\bQHttpServer\b|\bQOAuth", "is a GPL-only Qt module"),
    (r"\b(std::)?(rand|srand|strcpy|strcat|sprintf|gets|tmpnam|mktemp)\(", "is unsafe; there is a better one"),
]
# Anywhere in the tree, as whole words.
BANNED_WORDS = [
    ("TO" "DO", "finish it, or open an issue"),
    ("FIX" "ME", "finish it, or open an issue"),
    ("XX" "X", "finish it, or open an issue"),
    ("registry" + r"\.npmjs", "no registry host in the tree"),
    (r"(?<![\w.$}])/(root|home/\w+|work)/", "no path of one machine in the tree"),
]
SPDX = "SPDX-License-Identifier: Apache-2.0"


def check_text(name, text, product):
    """Yields (line, message). `product`: the banned calls count too."""
    for pattern, why in BANNED_CALLS if product else []:
        for found in re.finditer(pattern, text):
            yield line_of(text, found.start()), f"{found[0]} is banned: {why}"
    for pattern, why in BANNED_WORDS:
        pattern = rf"\b{pattern}\b" if pattern.isalpha() else pattern
        for found in re.finditer(pattern, text):
            yield line_of(text, found.start()), f"{found[0]} is banned: {why}"


def check_shape(text, code):
    lines = text.splitlines()
    if not any(SPDX in line for line in lines[:2]):
        yield 1, f"the first line is not the licence line ({SPDX})"
    if code and len(lines) > MAX_LINES:
        yield MAX_LINES + 1, f"has {len(lines)} lines, more than {MAX_LINES}: split it"


def main():
    findings = []
    code = set(tracked(*CODE))
    shaped = code | set(tracked(*SCRIPTS))
    for file in sorted(shaped | set(tracked("*.md", "*.json", "*.txt", "*.service", "*.html", "*.css", "*.in"))):
        if file.parts[:2] == ("tests", "data") or file.name == "LICENSE":
            continue
        text = (ROOT / file).read_text(errors="replace")
        if file in shaped:
            findings += [(file, *f) for f in check_shape(text, file in code)]
        product = file in code and file.parts[0] in {"core", "app", "ui"}
        if file.parts[:2] != ("tests", "lint"):
            findings += [(file, *f) for f in check_text(file.name, text, product)]
    return report(findings)


if __name__ == "__main__":
    sys.exit(main())
