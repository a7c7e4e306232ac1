#!/usr/bin/env python3
"""The commands as a person calls them: help, exit codes, messages for programs, what is not there yet."""
import json
import shutil
import sqlite3
import subprocess
import tempfile

from sample import ROOT, SVOD, fail, svod, workspace


def contains(text, *wanted):
    for part in wanted:
        if part not in text:
            fail(f"«{part}» is not in:\n{text}")


def main():
    for command in ("build", "check", "status", "explain", "words", "issue", "cells"):
        contains(svod(command, "--help").stdout.decode(), "Вызов", "--help")
    contains(svod("--help").stdout.decode(), "build", "check", "status", "explain", "cells")
    svod("--version")
    contains(svod("nonsense", expect=2).stderr.decode(), "ошибка", "подсказка")
    contains(svod("build", "/nowhere", expect=2).stderr.decode(), "B101")
    contains(svod("cells", "/nowhere.xlsx", expect=2).stderr.decode(), "B104", "нет такого файла")
    contains(svod("explain", "F001x", expect=2).stderr.decode(), "ошибка")
    contains(svod("explain", "B999", expect=2).stderr.decode(), "B111")
    contains(svod("explain", "w101").stdout.decode(), "W101", "Что делать")
    with tempfile.TemporaryDirectory() as folder:
        alone = shutil.copy(SVOD, folder)
        done = subprocess.run([alone, "build", str(ROOT / "inputs" / "kemerovo-2021")], capture_output=True, cwd=folder)
        if done.returncode != 2 or "B110" not in done.stderr.decode():
            fail(f"without its tree: exit {done.returncode}, {done.stderr.decode()}")

    with workspace() as (folder, out):
        contains(svod("build", folder, "--edition", "public", expect=2).stderr.decode(), "не выпускается")
        contains(svod("build", folder, "--as-of", "2021-06-31", expect=2).stderr.decode(), "--as-of")
        contains(svod("check", folder).stdout.decode(), "Проверено")
        contains(svod("status", folder).stdout.decode(), "получено", "Ясногорская СОШ")
        one = svod("build", folder, "--out", out).stdout.decode()
        contains(one, "Готово", ".pdf", ".xlsx")
        contains(svod("build", folder, "--out", out).stdout.decode(), "ничего не изменилось")
        (out / "Сопроводительное письмо.txt").write_text("моё", encoding="utf-8")
        before = sorted(path.name for path in out.rglob("*.pdf"))
        svod("build", folder, "--out", out, "--only", "Приказ*")
        if sorted(path.name for path in out.rglob("*.pdf")) != before:
            fail("--only lost products that it did not select")
        if (out / "Сопроводительное письмо.txt").read_text(encoding="utf-8") != "моё":
            fail("a file that a person put among the products was lost")
        contains(svod("build", folder, "--out", folder, expect=2).stderr.decode(), "B112")
        contains(svod("build", folder, "--out", out, "--only", "Нет такого*", expect=1).stderr.decode(), "B107")

        text = svod("explain", folder, "ege.mean@subject=Физика,school=Ясногорская СОШ").stdout.decode()
        contains(text, "Средний балл", "53", "Ясногорская СОШ ЕГЭ (исправленный).xlsx", "ege.mean")
        contains(svod("explain", folder, "ege.meen@subject=Физика", expect=1).stderr.decode(), "ege.mean")

        contains(svod("check", folder, folder / "register.yaml", expect=1).stderr.decode(), "B109")
        only = svod("check", folder, "submissions/РЦОИ/ОГЭ 2021.xlsx").stdout.decode()
        contains(only, "1\u00a0файл ")
        store = sqlite3.connect(folder / ".svod" / "facts.sqlite")
        rows = store.execute("select count(*) from f_ege_results").fetchone()[0]
        if rows != 202:
            fail(f"{rows} rows in the store instead of 202")
        names = [table for (table,) in store.execute("select name from sqlite_master where type = 'table'")]
        for table in names:
            for row in store.execute(f'select * from "{table}"'):
                if any(isinstance(value, str) and "Алексеев" in value for value in row):
                    fail(f"a person's name is in the store, table {table}")

    with workspace("kemerovo-2021-errors") as (folder, out):
        done = svod("check", folder, "--messages", "json", expect=1)
        for line in done.stderr.decode().splitlines():
            message = json.loads(line)
            if set(message) != {"severity", "code", "file", "sheet", "cell", "line", "column", "message", "hint", "related"}:
                fail(f"keys of a message: {sorted(message)}")
        svod("build", folder, "--out", out, expect=1)
        if not list(out.rglob("*.pdf")):
            fail("with errors in the data the documents are still made, with their mark")
        done = svod("build", folder, "--out", out.with_name("strict"), "--strict", expect=1)
        contains(done.stderr.decode(), "B106")
        if list(out.with_name("strict").rglob("*.pdf")):
            fail("--strict made a document from wrong data")

    # Faults in the words of a paper: its documents are marked, and with --strict they are not made; others are.
    with workspace("belomorsk-2022-as-published") as (folder, out):
        with open(folder / "workspace.yaml", "a", encoding="utf-8") as description:
            description.write("  - {name: Календарь, template: calendar_party, formats: [ics], each: party in parties limit 1}\n")
        svod("build", folder, "--out", out, expect=1)
        order = next((out / "Приказы").glob("*.pdf"))
        text = subprocess.run(["pdftotext", order, "-"], capture_output=True, check=True).stdout.decode()
        contains(text.replace("\u00a0", " "), "НЕ ДЛЯ ПОДПИСИ: в тексте ошибки")
        # A calendar rests on every plan whose terms it tells, in the file for programs too.
        contains((out / "Календарь.ics").read_bytes().decode().replace("\r\n ", ""), "X-WR-CALDESC:учебные данные · НЕ ДЛЯ ПОДПИСИ")
        strict = out.with_name("strict")
        done = svod("build", folder, "--out", strict, "--strict", expect=1)
        contains(done.stderr.decode(), "B106")
        if list((strict / "Приказы").glob("*.pdf")) or list(strict.glob("Календарь*")) or not list(strict.glob("Реестр*")):
            fail("--strict withholds what prints the faulty papers, and nothing else")


if __name__ == "__main__":
    main()
