#!/usr/bin/env python3
"""The ledger of signatures: what was signed cannot change, vanish or be signed twice without being told, and nothing
is made anew in its place. What is no paper for signature is refused."""
import shutil
import subprocess

from sample import SVOD, fail, give_papers, has, hashes, messages, of_code, one_of, svod, workspace

FIRST, SECOND, OWN = "Приказы/Первый", "Приказы/Второй", "Приказы/Прежний"
ORDER = """kind: paper
id: order-{n}
type: order
subject: О семинаре {n}
preamble: В целях подготовки к учебному году
items:
  - {{to: [methodist], text: провести семинар для учителей, term: до 10.09.2021}}
"""
DOCUMENTS = f"""  - {{name: {FIRST}, template: order, formats: [pdf, xlsx], parameters: {{paper: order-1}}}}
  - {{name: {SECOND}, template: order, formats: [pdf], parameters: {{paper: order-2}}}}
  - {{name: {OWN}, template: order, formats: [pdf], parameters: {{paper: order-3}}}}
  - {{name: Без печати, template: order, formats: [xlsx], parameters: {{paper: order-4}}}}
  - {{name: Реестр, template: orders_register, formats: [xlsx]}}
"""


def signing(folder, name, number, date="2021-08-20", expect=0):
    return messages("issue", folder, name, "--number", number, "--date", date, expect=expect)


def errors(*arguments):
    return [one for one in messages(*arguments) if one["severity"] == "error"]


def edited(path, old, new):
    text = path.read_text(encoding="utf-8")
    if old not in text:
        fail(f"«{old}» is not in {path.name}")
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def check_files(folder, out):
    """A signed file that is gone or changed is told, and is never replaced by another."""
    fresh = out.with_name("fresh")
    whole = hashes(out)
    for extension, damage in (("pdf", lambda path: path.write_bytes(path.read_bytes().replace(b"/Type", b"/Tipe", 1))),
                              ("pdf", lambda path: path.write_bytes(b"")), ("pdf", lambda path: path.unlink()),
                              ("pdf", lambda path: (path.unlink(), path.mkdir())),
                              ("xlsx", lambda path: path.write_bytes(path.read_bytes() + b"\0")),
                              ("txt", lambda path: path.write_text("другой текст", encoding="utf-8")),
                              ("txt", lambda path: path.unlink())):
        kept = folder / "issued" / f"{FIRST}.{extension}"
        before = kept.read_bytes()
        damage(kept)
        has(one_of(messages("check", folder, expect=1), "B119")["message"], f"issued/{FIRST}.{extension}")
        # The folder of documents still has the signed bytes, and keeps them.
        told = one_of(messages("build", folder, "--out", out, expect=1), "B119")
        if hashes(out) != whole:
            fail(f"{extension}: the products changed")
        if extension != "txt":
            has(told["hint"], "целый лежит", f"{FIRST}.{extension}")
        # Where nobody has them, there is no such product; the others are made.
        one_of(messages("build", folder, "--out", fresh, expect=1), "B119")
        made = hashes(fresh)
        if (f"{FIRST}.{extension}" in made) or made.get("Реестр.xlsx") != whole["Реестр.xlsx"]:
            fail(f"{extension}: {sorted(made)}")
        if any(made[name] != whole[name] for name in made if name.startswith(FIRST)):
            fail(f"{extension}: another file stands for the signed one")
        has(signing(folder, FIRST, "9", expect=1)[0]["code"], "B115")
        shutil.rmtree(fresh)
        if kept.is_dir():
            kept.rmdir()
        kept.write_bytes(before)
        if messages("build", folder, "--out", out) or hashes(out) != whole:
            fail("the file is back, the build is not as it was")
    # Products that somebody changed are put right from the kept ones.
    (out / f"{FIRST}.pdf").write_bytes(b"%PDF-1.4 another")
    messages("build", folder, "--out", out)
    if hashes(out) != whole:
        fail("a changed product was kept")


def check_records(folder, out):
    """A record that was edited, or lost, stops every build and leaves the documents as they are."""
    whole, record = hashes(out), folder / "issued.yaml"
    good = record.read_text(encoding="utf-8")
    digest = good[good.index('pdf: "') + 6:][:64]
    for old, new in (('number: "1"', 'number: "11"'), ("date: 2021-08-20", "date: 2021-08-19"), (digest, "0" * 64),
                     ('paper: "order-1"', 'paper: "order-2"'), ('    paper: "order-1"\n', ""),
                     ('    number: "1"\n', '    state: agreement\n    number: "1"\n')):
        edited(record, old, new)
        has(one_of(messages("check", folder, expect=1), "B122")["message"], f"«{FIRST}» изменена")
        one_of(messages("build", folder, "--out", out, expect=1), "B122")
        one_of(signing(folder, SECOND, "2", expect=1), "B122")
        if hashes(out) != whole:
            fail(f"{new}: the products changed")
        record.write_text(good, encoding="utf-8")
    # A record that cannot be read is one fault, not one for each of its files.
    edited(record, digest, digest[:-1])
    has(str(messages("check", folder, expect=1)), "D205")
    if of_code(messages("check", folder, expect=1), "B123"):
        fail("files of a record that was not read are told as files without a record")
    record.write_text(good, encoding="utf-8")
    record.unlink()
    told = of_code(messages("build", folder, "--out", out, expect=1), "B123")
    if [one["file"] for one in told] != [f"issued/{FIRST}.{end}" for end in ("pdf", "txt", "xlsx")] or hashes(out) != whole:
        fail(f"without issued.yaml: {told}")
    if len(of_code(signing(folder, FIRST, "1", expect=1), "B123")) != 3 or record.exists():
        fail("a paper was signed again when its record was lost")
    record.write_text(good, encoding="utf-8")
    (folder / "issued" / "скан.jpg").write_bytes(b"\xff\xd8")
    if errors("check", folder):
        fail("a picture in the folder of signed files is nobody's fault")


def check_refusals(folder, out):
    # A text without a record.
    orphan = folder / "issued" / f"{SECOND}.txt"
    orphan.write_text("прежний текст\n", encoding="utf-8")
    has(one_of(signing(folder, SECOND, "2", expect=1), "B123")["file"], orphan.name)
    if orphan.read_text(encoding="utf-8") != "прежний текст\n":
        fail("a signed text without a record was written over")
    orphan.unlink()
    # What the paper itself says of its date and number.
    has(one_of(signing(folder, OWN, "3", "2021-08-21", expect=1), "B116")["message"], "21 августа", "20 августа")
    has(one_of(signing(folder, OWN, "4", expect=1), "B118")["message"], "номер 4 не тот", "3")
    # Numbers that are none.
    for number in ("№", "№ ", "1\n2", "1\t2", "1\x1b[31m"):
        one_of(signing(folder, SECOND, number, expect=1), "B118")
    for number in ("", "  "):
        one_of(signing(folder, SECOND, number, expect=2), "B125")
    # Working documents.
    has(one_of(signing(folder, "Реестр", "5", expect=1), "B118")["message"], "нет места для подписи")
    has(one_of(signing(folder, "Без печати", "5", expect=1), "B118")["message"], "нет файла pdf")
    one_of(messages("issue", folder, "Реестр", "--agreement", expect=1), "B118")
    if (folder / "issued.yaml").read_text(encoding="utf-8").count("document:") != 1:
        fail("a refused signature was recorded")
    signing(folder, OWN, "3")
    # A file of a kind that was not there at the signature is not made up.
    edited(folder / "workspace.yaml", f"{{name: {OWN}, template: order, formats: [pdf]", f"{{name: {OWN}, template: order, formats: [pdf, xlsx]")
    has(one_of(messages("build", folder, "--out", out), "B124")["message"], "xlsx")
    if (out / f"{OWN}.xlsx").exists() or not (out / f"{OWN}.pdf").exists():
        fail("a file that nobody signed was made of a signed document")


def check_together():
    """Eight signatures at once: each is recorded, and of two for one number one is refused."""
    with workspace() as (folder, out):
        papers = {f"order-{n}": ORDER.format(n=n) for n in range(8)}
        give_papers(folder, papers, "".join(
            f"  - {{name: Приказ {n}, template: order, formats: [pdf], parameters: {{paper: order-{n}}}}}\n" for n in range(8)))
        running = [subprocess.Popen([SVOD, "issue", str(folder), f"Приказ {n}", "--number", str(min(n, 6)), "--date", "2021-08-20"],
                                    stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for n in range(8)]
        ends = [(one.communicate()[1].decode(), one.returncode) for one in running]
        if [code for _, code in ends[:6]] != [0] * 6 or sorted(code for _, code in ends[6:]) != [0, 1]:
            fail(f"eight signatures at once: {ends}")
        has("".join(text for text, _ in ends[6:]), "B117")
        record = (folder / "issued.yaml").read_text(encoding="utf-8")
        if record.count("document:") != 7 or any(f'document: "Приказ {n}"' not in record for n in range(6)):
            fail(f"not every signature was recorded:\n{record}")
        if errors("check", folder) or list(folder.rglob(".svod-*")):
            fail("eight signatures left something behind")


def check_working_documents():
    with workspace("belomorsk-2022") as (folder, out):
        for name in ("План-график поддержки школ", "Реестр приказов", "Календарь 2022 года", "Календари/Отдел образования"):
            has(one_of(signing(folder, name, "5", "2022-02-01", expect=1), "B118")["message"], "нет места для подписи")
    with workspace("papers-2023") as (folder, out):
        has(one_of(signing(folder, "Выписка из протокола", "7", "2023-09-20", expect=1), "B118")["message"], "копия")
        signing(folder, "Протокол совещания", "7", "2023-09-20")
        signing(folder, "Письмо школам", "01-15/430", "2023-09-20")
    # A document for each school is a document, too.
    with workspace() as (folder, out):
        signing(folder, "Рекомендации/Березовская СОШ", "12", "2021-08-25")
        messages("build", folder, "--out", out)
        kept = folder / "issued" / "Рекомендации" / "Березовская СОШ.pdf"
        if (out / "Рекомендации" / "Березовская СОШ.pdf").read_bytes() != kept.read_bytes():
            fail("the recommendations of one school are not those that were signed")


def main():
    with workspace() as (folder, out):
        papers = {f"order-{n}": ORDER.format(n=n) for n in range(1, 5)}
        papers["order-3"] += 'date: 2021-08-20\nnumber: "3"\n'
        give_papers(folder, papers, DOCUMENTS)
        signing(folder, FIRST, "1")
        svod("build", folder, "--out", out)
        check_files(folder, out)
        check_records(folder, out)
        check_refusals(folder, out)
    check_together()
    check_working_documents()


main()
