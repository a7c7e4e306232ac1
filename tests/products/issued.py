#!/usr/bin/env python3
"""A paper from draft to signature and after: number and date fill its marks, nothing else changes, and what differs is told."""
import hashlib
import re
import subprocess

import openpyxl

from sample import fail, give_papers, has, messages, of_code, one_of, svod, workspace

NAME, SECOND = "Приказы/Пробный", "Приказы/Об изменениях"
PAPER = """kind: paper
id: order-5
type: order
subject: О проведении семинара
preamble: В целях подготовки к учебному году
items:
  - to: [methodist]
    items:
      - {text: провести семинар для учителей, term: до 10.09.2021}
      - {text: направить в школы программу, term: до 01.09.2021, done: 2021-08-24}
  - to: [schools]
    text: обеспечить участие учителей
    term: до 10.09.2021
control: deputy
acquainted: [heads]
"""
AMENDMENT = """kind: paper
id: order-6
type: order
purpose: amendment
subject: О внесении изменений в приказ
preamble: В связи с переносом семинара
changes: {paper: order-5}
amendments:
  - {text: "в пункте 1 слова «до 10 сентября» заменить словами «до 20 сентября»"}
"""
DOCUMENTS = f"""  - {{name: {NAME}, template: order, formats: [pdf], parameters: {{paper: order-5}}}}
  - {{name: {SECOND}, template: order, formats: [pdf], parameters: {{paper: order-6}}}}
  - {{name: Реестр, template: orders_register, formats: [xlsx]}}
  - {{name: Контроль, template: control_register, formats: [xlsx, pdf]}}
"""


def text_of(path):
    text = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True).stdout.decode()
    text = " ".join(re.sub("\u00ad\\s*", "", text).replace("\u00a0", " ").split())
    return re.sub("№ *(?=\\d)", "№ ", text)


def rows_of(path, sheet):
    book = openpyxl.load_workbook(path)
    if sheet not in book.sheetnames:
        fail(f"no sheet «{sheet}» in {book.sheetnames}")
    return [[cell for cell in row] for row in book[sheet].iter_rows(values_only=True)]


def main():
    with workspace() as (folder, out):
        order = folder / "papers" / "order-5.yaml"
        give_papers(folder, {"order-5": PAPER, "order-6": AMENDMENT}, DOCUMENTS)

        product, kept = out / f"{NAME}.pdf", folder / "issued" / f"{NAME}.pdf"
        svod("build", folder, "--out", out)
        draft = text_of(product)
        has(draft, "П Р И К А З" if "П Р И К А З" in draft else "ПРИКАЗ", "О проведении семинара",
            "1. Директору МБУ «Методический центр» Н. В. Пономаревой:", "в срок до 10 сентября 2021 г.",
            "2. Руководителям общеобразовательных организаций обеспечить участие учителей",
            "возложить на заместителя начальника управления образования Е. В. Кривошееву")

        # What cannot be signed so.
        if svod("issue", folder, NAME, "--number", "5", expect=2).stdout:
            fail("a signature without a date was taken")
        one_of(messages("issue", folder, "Приказы/Пробны", "--number", "5", "--date", "2021-08-20", expect=1), "B107")
        one_of(messages("issue", folder, NAME, "--number", "5", "--date", "2021-08-26", expect=1), "B116")
        one_of(messages("issue", folder, NAME, "--number", "5", "--date", "2019-08-20", expect=1), "B116")
        if (folder / "issued.yaml").exists() or kept.exists():
            fail("a refused signature left something")

        # Sent to be agreed: a change before the signature is told.
        svod("issue", folder, NAME, "--agreement")
        order.write_text(PAPER.replace("учителей, term", "педагогов, term"), encoding="utf-8")
        has(one_of(messages("check", folder), "B121")["related"][0]["text"], "педагогов")
        order.write_text(PAPER, encoding="utf-8")
        has(str(rows_of(rebuilt(folder, out) / "Реестр.xlsx", "Реестр")), "на согласовании")

        told = svod("issue", folder, NAME, "--number", "№ 5", "--date", "2021-08-20").stdout.decode().replace("\u00a0", " ")
        has(told, "Подписано: приказ Управления образования от 20 августа 2021 г. № 5", f"issued/{NAME}.pdf", "issued.yaml")
        record = (folder / "issued.yaml").read_text(encoding="utf-8")
        text = (folder / "issued" / f"{NAME}.txt").read_bytes()
        has(record, 'paper: "order-5"', 'number: "5"', "date: 2021-08-20", 'txt: "' + hashlib.sha256(text).hexdigest(),
            'pdf: "' + hashlib.sha256(kept.read_bytes()).hexdigest())
        if "20 августа".encode() in text or "№ 5".encode() in text:
            fail("the text that was signed has the number and date in it")
        if of_code(messages("build", folder, "--out", out), "B114"):
            fail("a paper just signed is stale")
        if product.read_bytes() != kept.read_bytes():
            fail("the product is not what was signed")
        signed = text_of(product)
        has(signed, "20 августа 2021 г.", "№ 5")
        if signed.replace("20 августа 2021 г.", "").replace("№ 5", "").split() != [w for w in draft.split() if set(w) != {"_"} and w != "№"]:
            fail(f"more than the number and the date changed:\n{draft}\n{signed}")

        # Signed once for all.
        before = kept.read_bytes(), record
        one_of(messages("issue", folder, NAME, "--number", "7", "--date", "2021-08-21", expect=1), "B115")
        if before != (kept.read_bytes(), (folder / "issued.yaml").read_text(encoding="utf-8")):
            fail("a second signature changed the first")

        # A change of the sources leaves the signed paper and tells what differs.
        order.write_text(PAPER.replace("провести семинар", "провести вебинар"), encoding="utf-8")
        stale = one_of(messages("build", folder, "--out", out), "B114")
        has(stale["message"], "подписан", "мест: 1")
        has(stale["related"][0]["text"], "было: «", "семинар", "стало: «", "вебинар")
        if product.read_bytes() != kept.read_bytes():
            fail("a stale paper was made anew")
        subprocess.run(["rm", "-r", str(out)], check=True)
        one_of(messages("build", folder, "--out", out), "B114")
        if product.read_bytes() != kept.read_bytes():
            fail("a stale paper did not come back to an empty folder")
        order.write_text(PAPER, encoding="utf-8")
        if of_code(messages("build", folder, "--out", out), "B114"):
            fail("the sources are back, the paper is stale still")

        # Another paper: its number is free, its date not before the one that it changes.
        one_of(messages("issue", folder, SECOND, "--number", "5", "--date", "2021-08-24", expect=1), "B117")
        one_of(messages("issue", folder, SECOND, "--number", "6", "--date", "2021-08-19", expect=1), "B116")
        svod("issue", folder, SECOND, "--number", "6", "--date", "2021-08-24")
        has((folder / "issued.yaml").read_text(encoding="utf-8"), "order-5", "order-6")
        register = rows_of(rebuilt(folder, out) / "Реестр.xlsx", "Реестр")
        has(str(register), "изменён", "подписан")
        has(text_of(out / f"{SECOND}.pdf"), "Внести в приказ Управления образования от 20 августа 2021 г. № 5",
            "следующие изменения:")

        has(svod("status", folder).stdout.decode().replace("\u00a0", " "), "Бумаги: 2\n",
            "  20.08.2021  № 5  изменён   приказ «О проведении семинара»\n",
            "Пунктов со сроками: 3, исполнено: 1, просрочено: 0 на 25 августа 2021 г.")

        # Control: real days, what is done, what is overdue on another day.
        control = rows_of(out / "Контроль.xlsx", "Контроль")
        has(str(control), "datetime.datetime(2021, 9, 10", "на контроле", "исполнено", "Руководителям",
            "№\\xa05 (изменён)")
        svod("build", folder, "--out", out, "--as-of", "2021-09-15")
        late = rows_of(out / "Контроль.xlsx", "Контроль")
        has(str(late), "просрочено")
        if [row[7] for row in late[4:] if isinstance(row[0], (int, float))] != ["просрочено", "просрочено", "исполнено"]:
            fail(f"what is late stands first, what is done last: {late[4:]}")

        settings = (folder / "workspace.yaml").read_text(encoding="utf-8")
        (folder / "workspace.yaml").write_text(settings.replace("date: 2021-08-25", "date: 2021-09-15"), encoding="utf-8")
        has(svod("status", folder).stdout.decode(), "исполнено: 1, просрочено: 2 на 15 сентября 2021 г.\n  10.09.2021  приказ ",
            "№ 5 (изменён), п. 1", "Провести семинар для учителей")
        (folder / "workspace.yaml").write_text(settings, encoding="utf-8")

        # The name of what was signed stays.
        (folder / "workspace.yaml").write_text((folder / "workspace.yaml").read_text(encoding="utf-8").replace(NAME, "Приказы/Иной"),
                                               encoding="utf-8")
        one_of(messages("check", folder), "B120")


    # What stands on wrong data is not signed.
    with workspace("kemerovo-2021-errors") as (folder, out):
        refused = one_of(messages("issue", folder, "Аналитический отчёт", "--number", "9", "--date", "2021-08-25", expect=1), "B118")
        has(refused["message"], "НЕ ДЛЯ ПОДПИСИ")
        if (folder / "issued.yaml").exists():
            fail("a refused signature was recorded")


def rebuilt(folder, out):
    svod("build", folder, "--out", out)
    return out


main()
