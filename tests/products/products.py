#!/usr/bin/env python3
"""The sample's products through other programs: qpdf, poppler, openpyxl, LibreOffice."""
import json
import re
import subprocess
from pathlib import Path

from openpyxl import load_workbook

from sample import fail, hashes, svod, workspace


def run(*command):
    done = subprocess.run([str(part) for part in command], capture_output=True, timeout=300)
    if done.returncode != 0:
        fail(f"{command}: {done.stderr.decode()}{done.stdout.decode()}")
    return done.stdout.decode()


def check_pdf(path):
    run("qpdf", "--check", path)
    text = run("pdftotext", "-layout", path, "-")
    pages = text.rstrip("\f").split("\f")
    for number, page in enumerate(pages, 1):
        if "учебные данные" not in page:
            fail(f"{path.name}, page {number}: the mark is not there")
    for line in run("pdffonts", path).splitlines()[2:]:
        name, rest = line.split()[0], line.split()[-5:]
        if not re.match(r"[A-Z]{6}\+", name) or rest[0] != "yes" or rest[1] != "yes" or rest[2] != "yes":
            fail(f"{path.name}: font is not embedded, subset and with Unicode: {line}")
    for word in ("nan", "{{", "}}", "\ufffd", "%%"):
        if word in text:
            fail(f"{path.name}: «{word}» is in the text")
    return text


def values_of(path):
    book = load_workbook(path, data_only=True)
    return {(sheet.title, cell.coordinate): cell.value for sheet in book for row in sheet.iter_rows() for cell in row
            if cell.value is not None}


def check_workbook(path, folder):
    """Formulas are formulas, and LibreOffice computes what svod wrote beside them."""
    book = load_workbook(path)
    formulas = [(sheet.title, cell.coordinate) for sheet in book for row in sheet.iter_rows() for cell in row
                if isinstance(cell.value, str) and cell.value.startswith("=") and cell.data_type == "f"]
    if book.sheetnames[0] != "Содержание" or book.sheetnames[-1] != "Источники":
        fail(f"{path.name}: sheets {book.sheetnames}")
    written = values_of(path)
    profile = f"-env:UserInstallation=file://{folder}/office"
    run("soffice", "--headless", profile, "--convert-to", "ods", "--outdir", folder, path)
    run("soffice", "--headless", profile, "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", folder / "again",
        folder / (path.stem + ".ods"))
    computed = values_of(folder / "again" / path.name)
    for place in formulas:
        a, b = written.get(place), computed.get(place)
        same = abs(a - b) < 1e-9 * max(1, abs(a)) if isinstance(a, (int, float)) and isinstance(b, (int, float)) else a == b
        if not same:
            fail(f"{path.name} {place}: written {a!r}, LibreOffice computes {b!r}")
    return len(formulas)


def main():
    with workspace() as (folder, out):
        svod("build", folder, "--out", out)
        texts = {path.stem: check_pdf(path) for path in sorted(out.rglob("*.pdf"))}
        report = " ".join(texts["Аналитический отчёт"].split())
        for figure in ("3,99", "3,33", "67,8", "32,4", "3,63", "3,88", "44,4", "35,0", "20,6"):
            if figure not in report:
                fail(f"the report does not state {figure}")
        if not any(name not in ("Аналитический отчёт", "Приказ об итогах") for name in texts):
            fail("no recommendations were made")
        if "ПРИКАЗ" not in texts["Приказ об итогах"].upper():
            fail("the order does not say what it is")
        formulas = check_workbook(out / "Аналитический отчёт.xlsx", folder.parent)
        if formulas < 50:
            fail(f"only {formulas} formulas in the report's workbook")
        for path in out.rglob("*.xlsx"):
            if path.name != "Аналитический отчёт.xlsx":
                check_workbook(path, folder.parent)
        manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
        have = hashes(out)
        have.pop("manifest.json")
        if {product["path"]: product["sha256"] for product in manifest["products"]} != have:
            fail("the manifest does not list the products")
        sources = {source["path"] for source in manifest["sources"]}
        missing = [str(path) for path in Path(folder).rglob("*") if path.is_file() and ".svod" not in path.parts
                   and str(path.relative_to(folder)) not in sources]
        if missing:
            fail(f"sources that the manifest does not list: {missing}")


if __name__ == "__main__":
    main()
