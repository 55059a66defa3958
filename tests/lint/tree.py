# SPDX-License-Identifier: Apache-2.0
"""What the lint scripts share: the tracked files and how a finding is shown."""
import pathlib
import re
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)


def tracked(*patterns):
    """Paths of tracked or new (not ignored) files, relative to the root."""
    out = subprocess.run(["git", "ls-files", "-co", "--exclude-standard", "--", *patterns],
                         cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return sorted({pathlib.Path(line) for line in out.splitlines() if (ROOT / line).is_file()})


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


def report(findings):
    """Prints `file:line: message` lines; gives the exit status."""
    for where, line, message in findings:
        print(f"{where}:{line}: {message}")
    return 1 if findings else 0
