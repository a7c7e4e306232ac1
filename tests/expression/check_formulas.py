"""Lets LibreOffice compute the Excel formulas of random expressions and compares with the evaluator.

usage: check_formulas.py CASES_PROGRAM WORK_FOLDER

The program writes the cases (see excel_cases.cpp). They go into one workbook, one call of LibreOffice
recalculates it. Exit 77 (skipped for CTest) where LibreOffice or openpyxl is not installed.
"""
import math
import pathlib
import shutil
import subprocess
import sys

SKIPPED = 77

try:
    import openpyxl
except ImportError:
    sys.exit(SKIPPED)


def typed(cell):
    if not cell:
        return None
    kind, text = cell[0], cell[1:]
    return {"n": lambda: float(text), "b": lambda: text == "1", "s": lambda: text}[kind]()


def agree(found, expected):
    if found == "":
        found = None
    if expected is None or found is None:
        return expected is None and found is None
    if isinstance(expected, bool) or isinstance(found, bool):
        return found is expected
    if isinstance(expected, float):
        return isinstance(found, (int, float)) and math.isclose(found, expected, rel_tol=1e-9, abs_tol=1e-9)
    return found == expected


def main(program, folder):
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        return SKIPPED
    folder = pathlib.Path(folder)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    lines = subprocess.run([program], check=True, capture_output=True, encoding="utf-8").stdout.splitlines()
    cases = [line.split("\t") for line in lines]
    book = openpyxl.Workbook()
    sheet = book.active
    for row, case in enumerate(cases, start=1):
        *values, formula, _, _ = case
        for column, value in enumerate(values, start=1):
            value = typed(value)
            if value is not None:
                sheet.cell(row, column, value)
            elif (row + column) % 3 == 0:
                sheet.cell(row, column, '=""')  # absent as another formula leaves it
        sheet.cell(row, len(values) + 1, "=" + formula)
    book.save(folder / "cases.xlsx")
    subprocess.run(
        [office, "--headless", f"-env:UserInstallation=file://{(folder / 'profile').resolve()}", "--convert-to",
         "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder / "computed"), str(folder / "cases.xlsx")],
        check=True, capture_output=True, timeout=240)
    computed = openpyxl.load_workbook(folder / "computed" / "cases.xlsx", data_only=True).active
    wrong = 0
    absent = 0
    for row, case in enumerate(cases, start=1):
        *values, formula, expected, source = case
        found = computed.cell(row, len(values) + 1).value
        absent += expected == ""
        if agree(found, typed(expected)):
            continue
        wrong += 1
        if wrong <= 10:
            print(f"row {row}: {source}\n  ={formula}\n  cells {values}\n  found {found!r}, expected {expected!r}")
    print(f"{len(cases)} formulas, {absent} absent, {wrong} wrong")
    if not cases or absent == 0 or absent == len(cases):
        print("the cases show nothing")
        return 1
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
