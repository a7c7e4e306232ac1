#!/usr/bin/env python3
"""The text of a document is written out, edited as people edit it, and stands in the document with the figures of now."""
import json
import shutil
import subprocess
import tempfile
from pathlib import Path

import openpyxl

from sample import fail, hashes, svod, workspace

ORDER, REPORT = "Приказ об итогах", "Аналитический отчёт"


class Book:
    """A sheet of words as a person sees it."""

    def __init__(self, folder, name):
        self.path = folder / "wording" / f"{name}.xlsx"
        self.book = openpyxl.load_workbook(self.path)
        self.sheet = self.book["Текст"]
        self.columns = {self.sheet.cell(2, c).value: c for c in range(1, self.sheet.max_column + 1)}

    def row(self, place):
        for r in range(3, self.sheet.max_row + 1):
            if self.sheet.cell(r, 1).value == place:
                return r
        fail(f"no place «{place}» in {self.path.name}: {[c.value for c in self.sheet['A']]}")

    def cell(self, place, column="Ваш текст"):
        return self.sheet.cell(self.row(place), self.columns[column])

    def insert_below(self, place, kind, text):
        row = self.row(place) + 1
        self.sheet.insert_rows(row)
        self.sheet.cell(row, self.columns["Вид"]).value = kind
        self.sheet.cell(row, self.columns["Ваш текст"]).value = text
        return row

    def save(self):
        self.book.save(self.path)


def text_of(out, name):
    text = subprocess.run(["pdftotext", "-layout", str(out / f"{name}.pdf"), "-"], capture_output=True, check=True).stdout.decode()
    return " ".join(text.replace("\u00ad", "").replace("\u00a0", " ").split())


def has(text, *wanted):
    for part in wanted:
        if part not in text:
            fail(f"«{part}» is not in:\n{text[:6000]}")


def messages(*arguments, expect=0):
    done = svod(*arguments, "--messages", "json", expect=expect)
    return [json.loads(line) for line in done.stderr.decode().splitlines()]


def of_code(found, code):
    return [one for one in found if one["code"] == code]


def through_libreoffice(path):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "xlsx",
                        "--outdir", f"{folder}/out", str(path)], check=True, capture_output=True, timeout=240)
        shutil.copy(Path(folder) / "out" / path.name, path)


def main():
    with workspace() as (folder, out):
        has(svod("words", "--help").stdout.decode(), "Вызов", "wording")
        if of_code(messages("words", folder, "Приказ об итагах", expect=1), "B107")[0]["hint"] != f"может быть, «{ORDER}»?":
            fail("the nearest name of a document is not told")
        svod("words", folder, ORDER, REPORT)
        before = hashes(folder / "wording")
        svod("words", folder, ORDER, REPORT)
        if hashes(folder / "wording") != before:
            fail("the same words gave other bytes")
        if [one for one in messages("check", folder) if one["code"].startswith("C3")]:
            fail("a book without edits differs from the template")

        book = Book(folder, ORDER)
        unlocked = {cell.coordinate for row in book.sheet.iter_rows() for cell in row if not cell.protection.locked}
        wanted = {book.sheet.cell(r, book.columns["Ваш текст"]).coordinate for r in range(3, book.sheet.max_row + 1)}
        if not book.sheet.protection.sheet or unlocked != wanted or book.sheet.freeze_panes != "C3":
            fail(f"protection or frozen head: {sorted(unlocked ^ wanted)}, {book.sheet.freeze_panes}")
        for hidden in ("G", "H", "I"):
            if not book.sheet.column_dimensions["G"].hidden:
                fail(f"column {hidden} is not hidden")

        # An order: a paragraph worded anew, an item taken out, one put in.
        book.cell("абзац 4").value = "Рассмотрев итоги {1: 2021} года и *обсудив* их & <всё>,"
        book.cell("пункт 2.1").value = "удалить"
        book.insert_below("пункт 3.1", None, "Сообщить родителям итоги {1}.")
        book.cell("пункт 3").value = "Руководителям школ:"
        book.save()
        # A report: a caption, a lead with figures.
        report = Book(folder, REPORT)
        lead = report.cell("раздел 1, абзац 1", "Текст шаблона").value
        figure = lead[lead.index("{1:"):lead.index("}") + 1]
        report.cell("раздел 1, абзац 1").value = f"Вывод отдела: получено {figure} ЕГЭ."
        report.cell("таблица 1").value = "Кто что прислал"
        report.save()

        found = messages("check", folder)
        differ = of_code(found, "C316")
        if len(differ) != 6 or not all(one["severity"] == "note" and one["cell"].startswith("D") for one in differ):
            fail(f"differences from the template: {differ}")
        if not of_code(found, "C312"):
            fail("figures that were left out are not told")
        told = svod("build", folder, "--out", out).stdout.decode()
        has(told.replace("\u00a0", " "), "Свой текст вместо текста шаблона: 6 мест в 2 документах")
        order = text_of(out, ORDER)
        has(order, "Рассмотрев итоги 2021 года и *обсудив* их & <всё>,", "3. Руководителям школ:", "Сообщить родителям итоги 15 сентября 2021 г.")
        if "Довести результаты анализа" in order:
            fail("an item that was taken out is in the order")
        has(text_of(out, REPORT), "Вывод отдела: получено 202 результата ЕГЭ.", "Кто что прислал")
        manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
        if f"wording/{ORDER}.xlsx" not in [one["path"] for one in manifest["sources"]]:
            fail("the wording is not among the sources of the manifest")
        sources = openpyxl.load_workbook(out / f"{REPORT}.xlsx")["Источники"]
        names = [cell.value for row in sources.iter_rows() for cell in row]
        if f"wording/{REPORT}.xlsx" not in names or f"wording/{ORDER}.xlsx" in names:
            fail("a document's sources tell its own wording")
        first = hashes(out)
        svod("build", folder, "--out", out, "--jobs", "1")
        if hashes(out) != first:
            fail("a build with own words is not deterministic")

        # The same after another program saved the books.
        for name in (ORDER, REPORT):
            through_libreoffice(folder / "wording" / f"{name}.xlsx")
        if len(of_code(messages("check", folder), "C316")) != 6:
            fail("edits were lost when another program saved the book")
        svod("build", folder, "--out", out)
        if text_of(out, ORDER) != order:
            fail("the order is another after LibreOffice saved its words")

        # Writing out again keeps the edits; data that change show.
        svod("words", folder)
        again = Book(folder, ORDER)
        if again.cell("пункт 2.1").value != "удалить" or again.cell("пункт 3").value != "Руководителям школ:":
            fail("writing the words out again lost edits")
        if len(of_code(messages("check", folder), "C316")) != 6:
            fail("writing the words out again changed what differs")
        marks = folder / "submissions" / "ЕГЭ" / "Мазуровская СОШ.csv"
        lines = marks.read_bytes().split(b"\r\n") if b"\r\n" in marks.read_bytes() else marks.read_bytes().split(b"\n")
        end = b"\r\n" if b"\r\n" in marks.read_bytes() else b"\n"
        full = [line for line in lines if line.strip()]
        marks.write_bytes(end.join(full[:-1]) + end)
        svod("build", folder, "--out", out, expect=None)
        text = text_of(out, REPORT)
        has(text, "Вывод отдела: получено ")
        if "получено 202 результата ЕГЭ" in text:
            fail("a figure that changed did not change in the own words")
        marks.write_bytes(end.join(lines))

        # What is wrong is told with its cell, and the document is not made in silence from the template.
        book = Book(folder, ORDER)
        book.cell("пункт 3").value = "Руководителям {8: школ}:"
        book.save()
        bad = of_code(messages("check", folder, expect=1), "C307")
        if len(bad) != 1 or bad[0]["cell"] != book.cell("пункт 3").coordinate:
            fail(f"an unknown binding: {bad}")
        svod("build", folder, "--out", out, expect=1)
        if (out / f"{ORDER}.pdf").exists():
            fail("an order with a wrong edit was made")
        svod("words", folder, ORDER)
        if Book(folder, ORDER).cell("пункт 3").value != "Руководителям {8: школ}:":
            fail("a wrong edit was lost")
        book = Book(folder, ORDER)
        book.cell("пункт 3").value = "=A1"
        book.cell("пункт 3.2").value = 5
        book.save()
        bad = of_code(messages("check", folder, expect=1), "C304")
        if [one["cell"] for one in bad] != [book.cell("пункт 3").coordinate, book.cell("пункт 3.2").coordinate]:
            fail(f"a formula and a number: {bad}")
        kept = book.path.read_bytes()
        messages("words", folder, ORDER, expect=1)
        if book.path.read_bytes() != kept:
            fail("a book with a formula was written over")
        book.cell("пункт 3").value = None
        book.cell("пункт 3.2").value = None
        book.save()

        # A template that changes under an edit.
        shipped = Path(__file__).resolve().parents[2] / "templates" / "order_results.md"
        (folder / "templates").mkdir()
        template = shipped.read_text(encoding="utf-8").replace("По результатам анализа государственной", "На основании анализа государственной")
        (folder / "templates" / "order_results.md").write_text(template, encoding="utf-8")
        stale = of_code(messages("check", folder), "C310")
        if len(stale) != 1 or "было «По результатам" not in stale[0]["message"] or "стало «На основании" not in stale[0]["message"]:
            fail(f"a template that changed: {stale}")
        svod("words", folder, ORDER)
        book = Book(folder, ORDER)
        if not (book.cell("абзац 4", "Пометка").value or "").startswith("Шаблон изменился") or book.cell("абзац 4", "Пометка").protection.locked:
            fail("the stale edit is not marked, or the mark cannot be taken away")
        book.cell("абзац 4", "Пометка").value = None
        book.save()
        if of_code(messages("check", folder), "C310"):
            fail("an edit that was confirmed is still told as stale")

        # Books that are not what they say.
        shutil.copy(book.path, folder / "wording" / "Копия.xlsx")
        if not of_code(messages("check", folder, expect=1), "C302"):
            fail("two books of one document")
        (folder / "wording" / "Копия.xlsx").write_bytes(b"PK\x03\x04 cut")
        messages("check", folder, expect=1)
        shutil.copy(out / f"{REPORT}.xlsx", folder / "wording" / "Копия.xlsx")
        if not of_code(messages("check", folder, expect=1), "C301"):
            fail("a workbook without words")
        if not of_code(messages("words", folder, REPORT, "--out", out, expect=1), "B113"):
            fail("a product was written over")
        (folder / "wording" / "Копия.xlsx").unlink()
        book.book["Текст"]["G1"].value = "svod-words-1 Другой документ"
        book.book.save(folder / "wording" / "Другое.xlsx")
        if not of_code(messages("check", folder), "C303"):
            fail("a book of a document that is not made")


if __name__ == "__main__":
    main()
