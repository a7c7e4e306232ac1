#!/usr/bin/env python3
"""Checks the arrows of the architecture: a room includes only rooms above it, a library stands in its one room,
and every map (compiler/README.md, CMakeLists.txt) names the same rooms in the same order."""
import re
import sys
from pathlib import Path

ROOT = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).resolve().parents[2])
COMPILER = ROOT / "compiler"

OWNERS = {
    "boost/": {"language"}, "unicode/": {"language"}, "hyphen.h": {"language"},
    "xlsxwriter": {"xlsx"}, "podofo": {"pdf"}, "sqlite3": {"facts"}, "yaml-cpp": {"definitions"},
    "libdeflate": {"workbook", "pdf"}, "hb": {"typeset", "pdf"}, "cmark-gfm": {"compose"}, "sodium": {"base"},
    "nlohmann": {"diagnostics", "definitions", "driver"}, "CLI/": {"driver"},
}


def rooms_of_cmake():
    text = (ROOT / "CMakeLists.txt").read_text(encoding="utf-8")
    return re.findall(r"^svod_room\((\w+)", text, re.M)


def rooms_of_manual():
    text = (COMPILER / "README.md").read_text(encoding="utf-8")
    return re.findall(r"^\| `(\w+)/` \|", text, re.M)


def main():
    rooms = rooms_of_cmake()
    faults = []
    if rooms_of_manual() != rooms:
        faults.append(f"compiler/README.md names other rooms than CMakeLists.txt: {rooms_of_manual()} / {rooms}")
    on_disk = {path.name for path in COMPILER.iterdir() if path.is_dir()}
    if on_disk != set(rooms):
        faults.append(f"folders and rooms differ: {sorted(on_disk ^ set(rooms))}")
    order = {room: i for i, room in enumerate(rooms)}
    seen = 0
    for path in sorted(COMPILER.rglob("*")):
        if path.suffix not in (".h", ".cpp"):
            continue
        room = path.relative_to(COMPILER).parts[0]
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            match = re.match(r'\s*#\s*include\s*([<"])([^>"]+)[>"]', line)
            if not match:
                continue
            seen += 1
            where = f"{path.relative_to(ROOT)}:{number}"
            target = match.group(2)
            if match.group(1) == '"':
                other = target.split("/")[0]
                if other not in order:
                    faults.append(f"{where}: {target} is in no room")
                elif room != "main.cpp" and order[other] > order[room]:
                    faults.append(f"{where}: {room} may not include {other}")
                elif {room, other} == {"pdf", "xlsx"}:
                    faults.append(f"{where}: pdf and xlsx never see each other")
                continue
            for prefix, owners in OWNERS.items():
                if target.startswith(prefix) and (prefix != "hb" or re.match(r"hb(-\w+)?\.h", target)) \
                        and room not in owners:
                    faults.append(f"{where}: {target} belongs to {', '.join(sorted(owners))}")
    if seen < 100:
        faults.append(f"only {seen} includes were seen: is this the right folder?")
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
