#!/usr/bin/env python3
"""Runs the cases: folders with a `case.yaml` that names a workspace, and the text that svod must give of it.

    run.py SVOD [--record] [CASE ...]

`case.yaml`: `workspace` (a path from the root of the project; default: the case's own folder), `phases` (of
`build --print`), `only` (which documents), `exit` (of `check`). Expected texts lie beside it: `diagnostics.txt` and `PHASE.txt`. With
--record they are written anew: read the difference before committing it.
"""
import difflib
import subprocess
import sys
from pathlib import Path

import yaml

CASES = Path(__file__).resolve().parent
ROOT = CASES.parents[1]


def run(svod, *arguments):
    done = subprocess.run([svod, *arguments], cwd=ROOT, capture_output=True, timeout=120)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def compare(path, text, record):
    if record:
        path.write_text(text, encoding="utf-8")
        return True
    expected = path.read_text(encoding="utf-8") if path.exists() else ""
    if expected == text:
        return True
    sys.stdout.writelines(difflib.unified_diff(expected.splitlines(True), text.splitlines(True),
                                               str(path.relative_to(ROOT)), "svod"))
    return False


def check(svod, case, record):
    about = yaml.safe_load((case / "case.yaml").read_text(encoding="utf-8")) or {}
    workspace = about.get("workspace", str(case.relative_to(ROOT)))
    code, out, err = run(svod, "check", workspace)
    good = compare(case / "diagnostics.txt", err + out, record)
    if code != about.get("exit", 0):
        print(f"{case.name}: exit {code}, expected {about.get('exit', 0)}")
        good = False
    for phase in about.get("phases", []):
        only = ["--only", about["only"]] if "only" in about else []
        _, out, _ = run(svod, "build", workspace, "--print", phase, *only)
        good = compare(case / f"{phase}.txt", out, record) and good
    return good


def main():
    arguments = [a for a in sys.argv[1:] if a != "--record"]
    record = "--record" in sys.argv
    svod = str(Path(arguments[0]).resolve())
    cases = sorted(path.parent for path in CASES.glob("*/case.yaml"))
    if len(arguments) > 1:
        cases = [case for case in cases if case.name in arguments[1:]]
    if not cases:
        print("no cases")
        return 1
    failed = [case.name for case in cases if not check(svod, case, record)]
    print(f"{len(cases) - len(failed)} of {len(cases)} cases pass" + (f"; not: {', '.join(failed)}" if failed else ""))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
