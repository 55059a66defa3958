#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What a desktop is told about the console: the files are valid, say the same, and use one id."""
import configparser
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

from tree import ROOT, report

ID = "org.gatehouse.Console"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"
SCHEME = "x-scheme-handler/"
# Where the id stands beside the names of these files.
USERS = {
    "app/console/main.cpp": rf'setDesktopFileName\(QStringLiteral\("{ID}"\)\)',
    "ui/shell/desktop_notifier.cpp": rf'"desktop-entry"\), QStringLiteral\("{ID}"\)',
    "app/console/keychain_tokens.cpp": rf'kService = QStringLiteral\("{ID}"\)',
    "cmake/GatehousePackage.cmake": rf"RENAME {ID}\.svg",
}


def complaints(command):
    """What a checker said, where it was not content."""
    if shutil.which(command[0]) is None:
        return [f"{command[0]} is not installed: ./dev setup"]
    ran = subprocess.run(command, capture_output=True, text=True)
    return [line for line in (ran.stdout + ran.stderr).splitlines() if line.strip()] if ran.returncode else []


def check_mime(file):
    """As a package does it: the database is made anew, and the new type has to be in it."""
    with tempfile.TemporaryDirectory() as folder:
        packages = pathlib.Path(folder) / "packages"
        packages.mkdir()
        shutil.copy(file, packages)
        said = complaints(["update-mime-database", folder])
        globs = pathlib.Path(folder) / "globs2"
        return said or ([] if globs.is_file() and "*.ghbundle" in globs.read_text() else ["*.ghbundle has no type"])


def check_agreement(desktop, metainfo, mime):
    """The three name the same things. Takes their texts; yields messages."""
    entry = configparser.ConfigParser(interpolation=None, strict=True)
    entry.optionxform = str
    entry.read_string(desktop)
    entry = entry["Desktop Entry"]
    component = xml.fromstring(metainfo)
    handled = set(filter(None, entry["MimeType"].split(";")))
    types = {node.get("type") for node in xml.fromstring(mime).iter(f"{MIME}mime-type")}
    if entry["Icon"] != ID:
        yield f"the icon is {entry['Icon']}, not {ID}"
    if component.findtext("id") != ID:
        yield f"the metainfo is of {component.findtext('id')}, not {ID}"
    if component.findtext("launchable") != f"{ID}.desktop":
        yield f"the metainfo launches {component.findtext('launchable')}"
    if component.findtext("provides/binary") != entry["Exec"].split()[0]:
        yield f"the metainfo provides another program than {entry['Exec']}"
    if {node.text for node in component.findall("provides/mediatype")} != handled:
        yield "the metainfo provides other types than the desktop entry opens"
    if {kind for kind in handled if not kind.startswith(SCHEME)} != types:
        yield "the desktop entry opens other types than the MIME file describes"
    if {node.text for node in component.findall("categories/category")} - set(entry["Categories"].split(";")):
        yield "the metainfo has categories that the desktop entry has not"


def check_manual(manual, options):
    """Every option of the program is in its man page, and no other. Yields messages."""
    described = set(re.findall(r"\\-\\-([a-z]+(?:\\-[a-z]+)*)", manual))
    described = {name.replace("\\-", "-") for name in described} - {"help", "version"}
    for name in sorted(options - described):
        yield f"--{name} is not described"
    for name in sorted(described - options):
        yield f"--{name} is described, and is none"


def main():
    packaging = ROOT / "packaging"
    desktop, metainfo, mime = (packaging / f"{ID}{kind}" for kind in (".desktop", ".metainfo.xml", ".mime.xml"))
    parser = (ROOT / "app/console/options.cpp").read_text()
    options = set(re.findall(r'QCommandLineOption\w* \w+\(\s*QStringLiteral\("([a-z-]+)"\)', parser))
    findings = [(desktop, line) for line in complaints(["desktop-file-validate", desktop])]
    findings += [(metainfo, line) for line in complaints(["appstreamcli", "validate", "--no-net", metainfo])]
    findings += [(mime, line) for line in check_mime(mime)]
    findings += [(desktop, line) for line in check_agreement(desktop.read_text(), metainfo.read_text(), mime.read_text())]
    findings += [(packaging / "gatehouse.1", line) for line in check_manual((packaging / "gatehouse.1").read_text(), options)]
    for name, pattern in USERS.items():
        if not re.search(pattern, (ROOT / name).read_text()):
            findings.append((ROOT / name, f"does not use the id {ID}"))
    return report([(where.relative_to(ROOT), 1, line) for where, line in findings])


if __name__ == "__main__":
    sys.exit(main())
