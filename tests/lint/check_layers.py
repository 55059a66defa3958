#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Who may include what.

A core module includes its own headers and those of the modules in its DEPENDS, nothing else; its tests may also use what
TEST_LIBRARIES names. A third-party library has one owner. ui/ sees base and admin/api of the core, and panels do not see
each other. CMake refuses wrong directions between declared modules; this finds the includes that were not declared.
"""
import pathlib
import re
import sys

from tree import INCLUDE, ROOT, line_of, report, tracked

# Prefix of an include in <> : the modules below core/ that may write it.
OWNERS = {
    "openssl/": {"crypto", "http"},
    "boost/asio": {"http"},
    "boost/beast": {"http"},
    "boost/url": {"http", "oauth"},
    "boost/json": {"json"},
    "curl/": {"http"},
    "sqlite3.h": {"store"},
    "libxml/": set(),
    "zlib.h": {"saml/wire"},
    "spdlog/": {"base"},
    "re2/": {"claims"},
    "argon2.h": {"crypto"},
    "mustache.hpp": {"web"},
    "kainjow/": {"web"},
    "CLI/": set(),
    "Q": set(),
}
UI_MAY_USE = {"base", "admin/api"}


def parse_modules(texts):
    """{module: {"depends": set, "test": set, "layer": int}} from the text of the CMakeLists below core/."""
    modules = {}
    for text in texts:
        text = re.sub(r"#.*", "", text)
        for call in re.finditer(r"gatehouse_module\(\s*(\S+)\s+([^)]*)\)", text):
            words, key, lists = call[2].split(), None, {}
            for word in words:
                if word in {"LAYER", "SOURCES", "DEPENDS", "LIBRARIES", "TESTS", "TEST_LIBRARIES"}:
                    key = word
                    lists.setdefault(key, [])
                elif key:
                    lists[key].append(word)
            modules[call[1]] = {
                "layer": int(lists.get("LAYER", ["99"])[0]),
                "depends": set(lists.get("DEPENDS", [])),
                "test": {w.removeprefix("gatehouse_") for w in lists.get("TEST_LIBRARIES", [])},
            }
    return modules


def module_of(path, modules):
    """The longest module path that is a folder of `path`, or None."""
    parts = pathlib.PurePosixPath(path).parts[:-1]
    for length in range(len(parts), 0, -1):
        candidate = "/".join(parts[:length])
        if candidate in modules:
            return candidate
    return None


def check_core_file(path, text, modules):
    """`path` is relative to core/."""
    me = module_of(path, modules)
    if me is None:
        yield 1, "belongs to no module: declare it with gatehouse_module"
        return
    is_test = pathlib.PurePosixPath(path).name.startswith("tst_")
    below = modules[me]["depends"] | {me}
    for include in INCLUDE.finditer(text):
        line, bracket, target = line_of(text, include.start()), include[1], include[2]
        if bracket == "<":
            for prefix, owners in OWNERS.items():
                if prefix == "Q" and not re.match(r"Q[A-Z]", target):
                    continue
                if target.startswith(prefix) and me not in owners and not is_test:
                    yield line, f"<{target}> belongs to {', '.join(sorted(owners)) or 'app/ and ui/'}, not to {me}"
            continue
        other = module_of(target, modules)
        if other is None or other in below:
            continue
        if is_test and (other.replace("/", "_") in modules[me]["test"] or modules[other]["layer"] < modules[me]["layer"]):
            continue
        yield line, f"{me} includes {target}, but does not declare {other} in DEPENDS"


def check_ui_file(path, text, modules):
    """`path` is relative to ui/."""
    panel = re.match(r"panels/([^/]+)/", path)
    for include in INCLUDE.finditer(text):
        line, target = line_of(text, include.start()), include[2]
        other = module_of(target, modules)
        if include[1] == '"' and other is not None and other not in UI_MAY_USE:
            yield line, f"ui sees only {' and '.join(sorted(UI_MAY_USE))} of the core, not {target}"
        seen = re.match(r"(?:ui/)?panels/([^/]+)/", target)
        if panel and seen and seen[1] != panel[1]:
            yield line, f"panel {panel[1]} includes panel {seen[1]}"


def main():
    lists = tracked("core/CMakeLists.txt", "core/**/CMakeLists.txt")
    modules = parse_modules((ROOT / f).read_text() for f in lists)
    findings = []
    for file in tracked("core/**.h", "core/**.cpp"):
        text = (ROOT / file).read_text()
        findings += [(file, *f) for f in check_core_file(str(file.relative_to("core")), text, modules)]
    for file in tracked("ui/**.h", "ui/**.cpp"):
        text = (ROOT / file).read_text()
        findings += [(file, *f) for f in check_ui_file(str(file.relative_to("ui")), text, modules)]
    for name in modules:
        readme = ROOT / "core" / name / "README.md"
        if not readme.is_file():
            findings.append((f"core/{name}", 1, "has no README.md"))
        elif len(readme.read_text().splitlines()) > 20:
            findings.append((f"core/{name}/README.md", 21, "is longer than 20 lines"))
    return report(findings)


if __name__ == "__main__":
    sys.exit(main())
