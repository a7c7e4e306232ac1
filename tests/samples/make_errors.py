#!/usr/bin/env python3
"""Makes the submissions of inputs/kemerovo-2021-errors: the faults that people leave in their files, one kind
after another. What svod must say of them is tests/cases/kemerovo-2021-errors."""
import io
import sys
import zipfile

from openpyxl import Workbook

import samples
from samples import save, write_csv

TARGET = samples.ROOT / "inputs" / "kemerovo-2021-errors" / "submissions"
EGE = ["Школа", "Код участника", "Предмет", "Тестовый балл", "Медаль"]


def sheet_of(rows, title="Лист1"):
    book = Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    return book


def ege(name, rows, head=None):
    save(sheet_of([head or EGE] + rows, "ЕГЭ"), TARGET / "ЕГЭ" / name)


def plain(path, data):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def good(school, count=3):
    return [[school, f"{i:03}", "Русский язык", 50 + 7 * i, None] for i in range(1, count + 1)]


def values():
    """Wrong values: out of range, a fraction, a misspelt subject, a blank, a row twice, no code."""
    school = "МБОУ «Арсентьевская СОШ»"
    ege("Арсентьевская СОШ.xlsx", [
        [school, "001", "Русский язык", 101, None],
        [school, "002", "Русский язык", 72.5, None],
        [school, "003", "Матиматика", 61, None],
        [school, "004", "Русский язык", None, None],
        [school, "005", "Русский язык", 63, None],
        [school, "005", "Русский язык", 36, None],
        [school, None, "История", 55, "возможно"],
        [school, "006", "Обществознание", -3, None],
    ])


def texts():
    """Numbers as text, a unit typed with the number, a wrong unit, an absent participant."""
    school = "Березовская СОШ"
    ege("Березовская СОШ.xlsx", [
        [school, "001", "Русский язык", "54", None],
        [school, "002", "Русский язык", "67 баллов", None],
        [school, "003", "Русский язык", "61 %", None],
        [school, "004", "Русский язык", "не явился", None],
        [school, "005", "Русский язык", "б/о", None],
        [school, "006", "Русский язык", " 1 2 ", None],
        [school, "007", "Русский язык", "O9", None],
    ])


def names():
    """A slip in the school's name, a school of another district, a school that owes nothing here."""
    ege("Береговская.xlsx", good("Береговкая СОШ"))
    ege("Летнереченская СОШ.xlsx", good("МОУ «Летнереченская СОШ»"))
    ege("Кузбасская СОШ.xlsx", good("МБОУ «Кузбасская СОШ»", 2))


def formulas():
    """A formula that no program ever computed, and an error value."""
    book = sheet_of([EGE] + good("МБОУ «Новостроевская СОШ»", 4), "ЕГЭ")
    sheet = book.active
    sheet["D2"] = "=50+7"
    sheet["D3"] = "#DIV/0!"
    sheet["D3"].data_type = "e"
    save(book, TARGET / "ЕГЭ" / "Новостроевская СОШ.xlsx")


def twice():
    """The same school twice, with different figures."""
    ege("Ясногорская СОШ.xlsx", good("Ясногорская СОШ"))
    changed = good("Ясногорская СОШ")
    changed[1][3] = 96
    ege("Ясногорская СОШ (копия).xlsx", changed)


def unreadable():
    """Files that are not what their names say, or not whole."""
    raw = io.BytesIO()
    sheet_of([EGE] + good("Барановская СОШ")).save(raw)
    plain(TARGET / "ЕГЭ" / "Барановская СОШ.xlsx", samples.still(raw.getvalue())[:2600])
    plain(TARGET / "ЕГЭ" / "Звездненская СОШ.xlsx",
          bytes.fromhex("ffd8ffe000104a46494600010101004800480000") + b"\x00" * 400 + b"\xff\xd9")
    plain(TARGET / "ЕГЭ" / "Мазуровская СОШ.xls", bytes.fromhex("d0cf11e0a1b11ae1") + b"\x00" * 1528)
    plain(TARGET / "ЕГЭ" / "Пустой.xlsx", b"")
    plain(TARGET / "ЕГЭ" / "Справка.xlsx", b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n")
    write_csv(TARGET / "ЕГЭ" / "Елыкаевская СОШ.csv", [EGE[:4]], "utf-8")
    with open(TARGET / "ЕГЭ" / "Елыкаевская СОШ.csv", "ab") as target:
        target.write('"Елыкаевская СОШ;001;Русский язык;53\r\nЕлыкаевская СОШ;002;Русский язык;61\r\n'.encode())


def other_form():
    """A table of something else, and a table without a column that the form needs."""
    save(sheet_of([["Наименование товара", "Цена", "Количество"], ["Парта", 4500, 30]]),
         TARGET / "ЕГЭ" / "Ягуновская СОШ.xlsx")
    save(sheet_of([["Школа", "Предмет", "Участников", "2", "3", "4"],
                   ["Кузбасская СОШ", "Русский язык", 21, 0, 6, 5]], "ОГЭ"),
         TARGET / "РЦОИ" / "ОГЭ без пятёрок.xlsx")


def marks():
    """Sums that do not agree: a row with itself, the totals row with the rows, a row twice."""
    save(sheet_of([
        ["Результаты ОГЭ, 2021 год"],
        [],
        ["№", "Школа", "Предмет", "Участников", "2", "3", "4", "5"],
        [1, "Арсентьевская СОШ", "Русский язык", 21, 0, 9, 7, 4],
        [2, "Барановская СОШ", "Русский язык", 21, 0, 8, 11, 2],
        [3, "Береговская СОШ", "Русский язык", 29, -1, 16, 9, 5],
        [4, "Березовская СОШ", "Русский язык", "н/д", 0, 10, 12, 12],
        [5, "Барановская СОШ", "Русский язык", 21, 0, 8, 11, 2],
        [6, "Елыкаевская СОШ", "Русский язык", 50, 0, 16, "18 чел.", 16],
        [None, "ИТОГО", None, 145, 0, 67, 68, 42],
    ], "ОГЭ"), TARGET / "РЦОИ" / "ОГЭ.xlsx")


def staff():
    """Four groupings of the same people that give different totals."""
    rows = [["Группировка", "Категория", "Педагогов"]]
    for group, categories in (("Возраст", [("25–29", 4), ("50–54", 6)]), ("Стаж", [("до 3 лет", 4), ("20 лет и более", 5)]),
                              ("Образование", [("среднее", 2), ("высшее", 8)]),
                              ("Категория", [("высшая", 5), ("первая", 5)])):
        rows += [[group, category, count] for category, count in categories]
    book = sheet_of(rows, "Кадры")
    book.active.insert_rows(1)
    book.active["A1"] = "Арсентьевская СОШ"
    save(book, TARGET / "Кадры" / "Арсентьевская СОШ.xlsx")


def risks():
    """A factor that is not there and a level that does not exist."""
    save(sheet_of([["МБОУ «Арсентьевская СОШ»"], ["№", "Фактор риска", "Уровень риска"],
                   [1, "Низкий уровень оснащения школы", "очень высокий"],
                   [2, "Дефицит педагогических кадров", "Высокий"]], "500+"),
         TARGET / "500+" / "Арсентьевская СОШ.xlsx")


def hostile():
    """A container that claims far more than it holds, and a part with an entity bomb."""
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in (
                ("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
                ("_rels/.rels", '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><Relationships>&c;</Relationships>')):
            info = zipfile.ZipInfo(name, samples.MOMENT.timetuple()[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, data)
    plain(TARGET / "ЕГЭ" / "Сущности.xlsx", raw.getvalue())


def main():
    samples.clear(TARGET)
    for make in (values, texts, names, formulas, twice, unreadable, other_form, marks, staff, risks, hostile):
        make()
    return 0


if __name__ == "__main__":
    sys.exit(main())
