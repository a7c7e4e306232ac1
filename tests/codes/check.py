#!/usr/bin/env python3
"""Every diagnostic code is unique, documented, given by the code and produced by a test."""
import re
import sys
from pathlib import Path

ROOT = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).resolve().parents[2])
CODE = re.compile(r'inline constexpr Code (\w+)\s*\{\s*"([A-Z]\d{3})",((?:\s*"(?:[^"\\]|\\.)*",?)+)\s*\}', re.S)
LETTERS = {"workbook": "W", "expression": "E", "definitions": "D", "tables": "T", "facts": "S", "intake": "F",
           "indicators": "I", "advice": "A", "plan": "P", "compose": "C", "review": "V", "typeset": "L", "pdf": "L",
           "xlsx": "X", "driver": "B"}


def main():
    faults, seen, count = [], {}, 0
    tests = "\n".join(path.read_text(encoding="utf-8", errors="replace") for path in sorted((ROOT / "tests").rglob("*"))
                      if path.suffix in (".cpp", ".h", ".txt", ".py") and path.is_file())
    sources = {path: path.read_text(encoding="utf-8") for path in (ROOT / "compiler").rglob("*.cpp")}
    for header in sorted((ROOT / "compiler").glob("*/codes.h")):
        room = header.parent.name
        text = header.read_text(encoding="utf-8")
        declared = re.findall(r"inline constexpr Code (\w+)", text)
        found = CODE.findall(text)
        if len(declared) != len(found):
            faults.append(f"{header.relative_to(ROOT)}: {len(declared)} codes declared, {len(found)} could be read")
        listed = set(re.findall(r"&(\w+)", text))
        room_code = "\n".join(body for path, body in sources.items())
        for name, code, texts in found:
            count += 1
            where = f"{room} {code} {name}"
            if code in seen:
                faults.append(f"{where}: the number is that of {seen[code]}")
            seen[code] = where
            if code[0] != LETTERS.get(room):
                faults.append(f"{where}: the room's letter is {LETTERS.get(room)}")
            if name not in listed:
                faults.append(f"{where}: not listed in all")
            parts = re.sub(r'"\s*\n\s*"', "", texts)
            strings = re.findall(r'"((?:[^"\\]|\\.)*)"', parts)
            if len(strings) != 3 or not all(strings):
                faults.append(f"{where}: title, meaning and mend are wanted, {len(strings)} texts found")
            elif strings[0].endswith(".") or not strings[1].endswith(".") or not strings[2].endswith((".", "…")):
                faults.append(f"{where}: the title has no full stop, meaning and mend have one")
            if not re.search(rf"\b{name}\b", room_code):
                faults.append(f"{where}: no code gives it")
            if not re.search(rf"codes::{name}\b", tests) and not re.search(rf"\b{code}\b", tests):
                faults.append(f"{where}: no test produces it")
    if count < 40:
        faults.append(f"only {count} codes were found: is this the right folder?")
    print("\n".join(faults) if faults else f"{count} codes")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
