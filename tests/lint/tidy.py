#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""clang-tidy over the given files, two at a time, from the compile commands of a GCC build.

usage: tidy.py <build folder> <file>...

GCC's precompiled header means nothing to clang, so the same list of headers is compiled once for clang. A file that passed
is not looked at again until it, a project header, .clang-tidy or its command changes (build/lint/passed).
"""
import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys

from tree import ROOT, tracked

LINT = ROOT / "build" / "lint"
DROP = re.compile(r"^(-fpch-preprocess|-Winvalid-pch|-Werror|-Wno-(restrict|maybe-uninitialized|stringop-overflow|stringop-overread)|"
                  r"-D_FORTIFY_SOURCE=.*|-fsanitize.*|-g1|-O[12])$")


def clang_command(entry):
    """The arguments of one GCC command as clang understands them, without compiler, output and precompiled header."""
    words = shlex.split(entry["command"])
    start = next(i for i, word in enumerate(words) if re.search(r"(g\+\+|c\+\+|clang\+\+)[-\d.]*$", word)) + 1
    arguments, skip = [], False
    for i, word in enumerate(words[start:], start):
        if skip:
            skip = False
        elif word in ("-o", "-c"):
            skip = word == "-o"
        elif word == "-include" and "cmake_pch" in words[i + 1]:
            skip = True
        elif word != entry["file"] and not DROP.match(word):
            arguments.append(word)
    return arguments


def build_pch(build, entries):
    """Compiles the shared header list for clang; gives the path or None where the build has none."""
    header = next(iter(build.glob("core/**/gatehouse_pch.dir/cmake_pch.hxx")), None)
    maker = next((e for e in entries if e["file"].endswith("/pch.cpp")), None)
    if header is None or maker is None:
        return None
    target = LINT / "pch.hxx.pch"
    command = ["clang++-19", *clang_command(maker), "-Wno-pragma-system-header-outside-header", "-x", "c++-header", str(header), "-o", str(target)]
    subprocess.run(command, check=True, cwd=maker["directory"])
    return target


def fingerprint(headers, entry, arguments):
    digest = hashlib.sha256(headers)
    digest.update(pathlib.Path(entry["file"]).read_bytes())
    digest.update("\0".join(arguments).encode())
    return digest.hexdigest()


def main(build, files):
    build = pathlib.Path(build).resolve()
    LINT.mkdir(parents=True, exist_ok=True)
    (LINT / "passed").mkdir(exist_ok=True)
    entries = json.loads((build / "compile_commands.json").read_text())
    pch = build_pch(build, entries)
    wanted = {str((ROOT / f).resolve()) for f in files if f.endswith(".cpp")}
    headers = hashlib.sha256((ROOT / ".clang-tidy").read_bytes())
    for header in tracked("*.h"):
        headers.update((ROOT / header).read_bytes())

    database, todo = [], []
    for entry in entries:
        if entry["file"] not in wanted:
            continue
        arguments = clang_command(entry)
        if pch and "-include" in entry["command"] and "cmake_pch" in entry["command"]:
            arguments += ["-include-pch", str(pch)]
        database.append({"directory": entry["directory"], "file": entry["file"],
                         "arguments": ["clang++-19", *arguments, "-c", entry["file"]]})
        stamp = LINT / "passed" / fingerprint(headers.digest(), entry, arguments)
        if not stamp.exists():
            todo.append((entry["file"], stamp))
    (LINT / "compile_commands.json").write_text(json.dumps(database, indent=1))
    missing = wanted - {entry["file"] for entry in database}
    for file in sorted(missing):
        print(f"{file}: not part of the build", file=sys.stderr)

    def tidy(item):
        file, stamp = item
        run = subprocess.run(["clang-tidy-19", "--quiet", "-p", str(LINT), file], capture_output=True, text=True)
        if run.returncode == 0:
            stamp.touch()
        return file, run

    failures = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 2) as pool:
        for file, run in pool.map(tidy, todo):
            if run.returncode != 0:
                failures += 1
                print(run.stdout.strip() or run.stderr.strip(), flush=True)
    print(f"clang-tidy: {len(todo)} files looked at, {len(database) - len(todo)} unchanged, {failures} with findings")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
