"""LibreOffice computes every formula of a workbook anew; the figures that svod cached must come out."""

import shutil
import subprocess
import sys
from pathlib import Path

import openpyxl

SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>0</value></prop></item></oor:items>
"""


def recalculate(source, folder):
    """The workbook as LibreOffice saves it after computing all formulas."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(SETTINGS, encoding="utf-8")
    out = folder / "recalculated"
    out.mkdir(exist_ok=True)
    subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{profile.resolve()}",
                    "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(out), str(source)],
                   check=True, timeout=240, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return out / source.name


def compare(source, folder):
    formulas = openpyxl.load_workbook(source)
    cached = openpyxl.load_workbook(source, data_only=True)
    again = openpyxl.load_workbook(recalculate(source, folder), data_only=True)
    count = 0
    wrong = []
    for sheet in formulas:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type != "f":
                    continue
                count += 1
                ours = cached[sheet.title][cell.coordinate].value
                theirs = again[sheet.title][cell.coordinate].value
                if not isinstance(theirs, (int, float)) or abs(ours - theirs) > 1e-12 * max(1, abs(ours)):
                    wrong.append(f"{sheet.title}!{cell.coordinate} {cell.value}: {ours!r}, LibreOffice {theirs!r}")
    if wrong or count == 0:
        raise SystemExit("\n".join([f"{source.name}: {count} formulas, {len(wrong)} differ"] + wrong[:20]))
    print(f"{source.name}: {count} formulas agree")


if __name__ == "__main__":
    if shutil.which("soffice") is None:
        sys.exit(77)
    work = Path(sys.argv[1])
    for name in sys.argv[2:]:
        compare(Path(name), work)
