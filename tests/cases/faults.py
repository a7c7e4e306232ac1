#!/usr/bin/env python3
"""Checks that svod finds the known faults of a workspace, each at its place.

    faults.py SVOD [CASE ...]

A case with a `faults.yaml` lists them: `fault` (its name in the list of faults), `file` of the workspace, `line` (the
line of the fault, or a text in it; the last one where there are several) or `cell`, `code` and `says` (words of the
message). A diagnostic about a paragraph may point at its beginning: at a line from the key that holds the paragraph
down to the line of the fault.
"""
import json
import subprocess
import sys
from pathlib import Path

import yaml

CASES = Path(__file__).resolve().parent
ROOT = CASES.parents[1]


def diagnostics(svod, workspace):
    done = subprocess.run([svod, "check", "--messages", "json", workspace], cwd=ROOT, capture_output=True, timeout=120)
    lines = (done.stdout + done.stderr).decode().splitlines()
    return [json.loads(line) for line in lines if line.startswith("{")]


def lines_of(path, text):
    """From the key or the dash that begins the paragraph down to the line that holds the text; counted from 1."""
    lines = path.read_text(encoding="utf-8").splitlines()
    found = [number for number, line in enumerate(lines) if line.strip() == text] or \
            [number for number, line in enumerate(lines) if text in line]
    if not found:
        raise ValueError(f"«{text}» is not in {path}")
    last = first = found[-1]
    while first > 0 and not lines[first].rstrip().endswith((">-", "|")) and lines[first - 1].strip() and \
            ":" not in lines[first] and not lines[first].lstrip().startswith("- "):
        first -= 1
    return range(first + 1, last + 2)


def told(one, fault, places):
    if not one.get("file", "").endswith(fault["file"]):
        return False
    if "cell" in fault and fault["cell"] not in (one.get("cell") or ""):
        return False
    if places is not None and one.get("line") not in places:
        return False
    return one["code"] == fault["code"] and fault.get("says", "") in one["message"]


def check(svod, case):
    about = yaml.safe_load((case / "case.yaml").read_text(encoding="utf-8"))
    listed = yaml.safe_load((case / "faults.yaml").read_text(encoding="utf-8"))["faults"]
    folder = ROOT / about["workspace"]
    given = diagnostics(svod, about["workspace"])
    good = True
    for fault in listed:
        places = lines_of(folder / fault["file"], fault["line"]) if "line" in fault else None
        if not any(told(one, fault, places) for one in given):
            print(f"{case.name}: {fault['fault']} is not told: {fault['code']} in {fault['file']}, "
                  f"{fault.get('cell') or fault.get('line')}, with «{fault.get('says', '')}»")
            good = False
    if good:
        print(f"{case.name}: {len(listed)} faults are told, each at its place")
    return good


def main():
    svod = str(Path(sys.argv[1]).resolve())
    cases = sorted(path.parent for path in CASES.glob("*/faults.yaml"))
    if len(sys.argv) > 2:
        cases = [case for case in cases if case.name in sys.argv[2:]]
    results = [check(svod, case) for case in cases]
    return 0 if results and all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
