#!/usr/bin/env python3
"""Makes inputs/kemerovo-2021: the workbooks that eighteen schools and an exam centre would send.

The figures are those of tests/figures/kemerovo-2021; how a school lays its sheet out is made up here, and
differs from school to school as it does in life. Participants are codes; the persons' names of one file are
invented, to show that intake never keeps them. Run it from anywhere; the same bytes come out each time.
"""
import csv
import random
import sys
from collections import OrderedDict

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.workbook.defined_name import DefinedName

import samples
from samples import FIGURES, save, write_csv

TARGET = samples.ROOT / "inputs" / "kemerovo-2021" / "submissions"

# register id, short name, OGE order; the register itself is written by hand in register.yaml
SCHOOLS = [
    ("arsentevskaya", "Арсентьевская СОШ"), ("baranovskaya", "Барановская СОШ"),
    ("beregovskaya", "Береговская СОШ"), ("berezovskaya", "Березовская СОШ"),
    ("verkhotomskaya", "Верхотомская ООШ"), ("elykaevskaya", "Елыкаевская СОШ"),
    ("zvezdnenskaya", "Звездненская СОШ"), ("kuzbasskaya", "Кузбасская СОШ"),
    ("mazurovskaya", "Мазуровская СОШ"), ("metallploshchadskaya", "Металлплощадская СОШ"),
    ("mozzhukhinskaya", "Мозжухинская ООШ"), ("novostroevskaya", "Новостроевская СОШ"),
    ("prigorodnaya", "Пригородная ООШ"), ("starochervovskaya", "Старочервовская ООШ"),
    ("uspenskaya", "Успенская ООШ"), ("ust-khmelevskaya", "Усть-Хмелевская ООШ"),
    ("yagunovskaya", "Ягуновская СОШ"), ("yasnogorskaya", "Ясногорская СОШ"),
]

HEAD = PatternFill("solid", fgColor="DDE6F0")
THIN = Side(style="thin", color="808080")
GRID = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)


def rows_of(name):
    with open(FIGURES / name, encoding="utf-8") as source:
        return list(csv.DictReader(source))


def by_school(rows):
    result = OrderedDict()
    for row in rows:
        result.setdefault(row["school"], []).append(row)
    return result


def head(sheet, row, titles, column=1):
    for offset, title in enumerate(titles):
        cell = sheet.cell(row, column + offset, title)
        cell.font = Font(bold=True)
        cell.fill = HEAD
        cell.border = GRID
        cell.alignment = Alignment(wrap_text=True, horizontal="center", vertical="center")


def widths(sheet, sizes):
    for letter, size in sizes.items():
        sheet.column_dimensions[letter].width = size


def ege_blank(rows):
    """The department's own blank, marked so that it is known at once."""
    book = Workbook()
    sheet = book.active
    sheet.title = "ЕГЭ"
    samples.define(book, DefinedName("svod_form", attr_text='"svod:ege_results:1"'))
    head(sheet, 1, ["Образовательная организация", "Код участника", "Предмет", "Тестовый балл", "Медаль"])
    for i, row in enumerate(rows, 2):
        for column, value in enumerate(["МБОУ «Арсентьевская СОШ»", row["participant"], row["subject"],
                                        int(row["score"]), row["medal"] or None], 1):
            sheet.cell(i, column, value)
    widths(sheet, {"A": 30, "B": 14, "C": 34, "D": 12})
    sheet.freeze_panes = "A2"
    return book


def ege_title_and_total(rows):
    """A title and an empty line above, a running number, a totals row with a formula."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Лист1"
    sheet["A1"] = "Результаты единого государственного экзамена"
    sheet["A1"].font = Font(bold=True, size=14)
    sheet["A2"] = 'МБОУ "Барановская СОШ", 2021 год'
    head(sheet, 4, ["№ п/п", "Код участника", "Предмет", "Балл", "Примечание"])
    for i, row in enumerate(rows, 5):
        for column, value in enumerate([i - 4, row["participant"], row["subject"], int(row["score"]), None], 1):
            sheet.cell(i, column, value).border = GRID
    last = 4 + len(rows)
    sheet.cell(last + 1, 1, "Итого результатов")
    sheet.cell(last + 1, 4, len(rows))
    sheet.cell(last + 3, 1, "Заместитель директора по УВР")
    widths(sheet, {"B": 14, "C": 36, "D": 9})
    return book


def ege_merged_head(rows):
    """A two-row merged head and another order of columns."""
    book = Workbook()
    sheet = book.active
    sheet.title = "ЕГЭ 2021"
    sheet.merge_cells("A1:F1")
    sheet["A1"] = "Сведения о результатах ЕГЭ выпускников 2021 года"
    sheet.merge_cells("A3:A4")
    sheet.merge_cells("B3:B4")
    sheet.merge_cells("C3:D3")
    sheet.merge_cells("E3:E4")
    head(sheet, 3, ["Школа", "№ участника", "Экзамен", None, "Медаль"])
    head(sheet, 4, [None, None, "Балл", "Предмет", None])
    for i, row in enumerate(rows, 5):
        for column, value in enumerate(["Береговская школа", row["participant"], int(row["score"]), row["subject"],
                                        row["medal"] or None], 1):
            sheet.cell(i, column, value).border = GRID
    widths(sheet, {"A": 22, "B": 14, "D": 34})
    return book


def ege_school_in_heading(rows):
    """The school stands once, above the table, and not as the register spells it."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Результаты"
    sheet["B2"] = "Берёзовская школа"
    sheet["B2"].font = Font(bold=True)
    sheet["B3"] = "Результаты ЕГЭ"
    head(sheet, 5, ["Предмет", "Код\nвыпускника", "Тестовый\nбалл"], column=2)
    for i, row in enumerate(rows, 6):
        for column, value in enumerate([row["subject"], row["participant"], int(row["score"])], 2):
            sheet.cell(i, column, value)
    widths(sheet, {"B": 36, "C": 14})
    return book


def ege_blank_rows(rows):
    """An empty row between subjects, the subject's short name, a column that nobody asked for."""
    book = Workbook()
    sheet = book.active
    sheet.title = "ЕГЭ"
    sheet["A1"] = "МБОУ «Елыкаевская СОШ»"
    short = {"Математика (профильный уровень)": "Математика (проф)", "Информатика и ИКТ": "Информатика"}
    head(sheet, 3, ["№", "Код участника", "Предмет", "Явка", "Тестовый балл"])
    at, subject = 3, None
    for number, row in enumerate(rows, 1):
        at += 2 if subject and subject != row["subject"] else 1
        subject = row["subject"]
        for column, value in enumerate([number, row["participant"], short.get(subject, subject), "да",
                                        int(row["score"])], 1):
            sheet.cell(at, column, value)
    widths(sheet, {"B": 14, "C": 26, "E": 14})
    return book


def ege_two_sheets(rows):
    """A sheet of notes before the table, a hidden sheet after it; ё in the school's name."""
    book = Workbook()
    notes = book.active
    notes.title = "Пояснения"
    notes["A1"] = "Сведения представлены по форме управления образования."
    notes["A2"] = "Исправления вносить только в лист «Данные»."
    sheet = book.create_sheet("Данные")
    head(sheet, 2, ["ОО", "Код", "Учебный предмет", "Результат"])
    for i, row in enumerate(rows, 3):
        for column, value in enumerate(['МБОУ "Звёздненская СОШ"', row["participant"], row["subject"],
                                        int(row["score"])], 1):
            sheet.cell(i, column, value)
    hidden = book.create_sheet("служебный")
    hidden["A1"] = "2021"
    hidden.sheet_state = "hidden"
    widths(sheet, {"A": 30, "C": 36})
    return book


def ege_with_names(rows):
    """A column with persons' names beside the codes: intake must not keep them."""
    surnames = ["Алексеев", "Борисова", "Власов", "Гаврилова", "Данилов", "Егорова", "Жданов", "Зимина", "Ильин",
                "Карпова", "Лаптев"]
    givens = ["Иван", "Ольга", "Пётр", "Мария", "Олег", "Дарья", "Артём", "Софья", "Глеб", "Вера", "Никита"]
    codes = sorted({row["participant"] for row in rows})
    names = {code: f"{surnames[i]} {givens[i]}" for i, code in enumerate(codes)}
    book = Workbook()
    sheet = book.active
    sheet.title = "ЕГЭ"
    sheet["A1"] = "МБОУ «Новостроевская СОШ»: результаты ЕГЭ"
    head(sheet, 2, ["№", "ФИО", "Код участника", "Предмет", "Балл"])
    for i, row in enumerate(rows, 3):
        for column, value in enumerate([i - 2, names[row["participant"]], row["participant"], row["subject"],
                                        int(row["score"])], 1):
            sheet.cell(i, column, value)
    widths(sheet, {"B": 24, "C": 14, "D": 36})
    return book


def ege_shifted(rows):
    """The table begins in column C, row 4, beside a hidden column."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Свод"
    head(sheet, 4, ["Школа", "Предмет", "Код участника", "Баллы"], column=3)
    for i, row in enumerate(rows, 5):
        for column, value in enumerate(["Ягуновская СОШ", row["subject"], row["participant"], int(row["score"])], 3):
            sheet.cell(i, column, value)
    sheet.column_dimensions["A"].hidden = True
    widths(sheet, {"C": 20, "D": 36, "E": 14})
    return book


def ege_averages(rows):
    """Sorted by participant, with a row of means below that is no participant."""
    book = Workbook()
    sheet = book.active
    sheet.title = "ЕГЭ"
    sheet.merge_cells("A1:E1")
    sheet["A1"] = "Муниципальное бюджетное общеобразовательное учреждение «Ясногорская средняя общеобразовательная школа»"
    sheet["A1"].alignment = Alignment(wrap_text=True)
    head(sheet, 3, ["Код участника", "Медалист", "Предмет", "Балл"])
    ordered = sorted(rows, key=lambda row: row["participant"])
    for i, row in enumerate(ordered, 4):
        for column, value in enumerate([row["participant"], row["medal"] or None, row["subject"],
                                        int(row["score"])], 1):
            sheet.cell(i, column, value)
    sheet.cell(4 + len(ordered), 1, "Средний балл")
    sheet.cell(4 + len(ordered), 4, round(sum(int(row["score"]) for row in rows) / len(rows), 2))
    widths(sheet, {"A": 16, "C": 36})
    return book


def make_ege():
    schools = by_school(rows_of("ege_results.csv"))
    makers = {
        "Арсентьевская СОШ": ("Арсентьевская СОШ.xlsx", ege_blank),
        "Барановская СОШ": ("барановская егэ.xlsx", ege_title_and_total),
        "Береговская СОШ": ("Береговская_ЕГЭ_2021.xlsx", ege_merged_head),
        "Березовская СОШ": ("Результаты ЕГЭ.xlsx", ege_school_in_heading),
        "Елыкаевская СОШ": ("Елыкаевская.xlsx", ege_blank_rows),
        "Звездненская СОШ": ("Звездненская школа.xlsx", ege_two_sheets),
        "Новостроевская СОШ": ("Новостроевская СОШ.xlsx", ege_with_names),
        "Ягуновская СОШ": ("ЕГЭ Ягуновская.xlsx", ege_shifted),
        "Ясногорская СОШ": ("Ясногорская СОШ ЕГЭ (исправленный).xlsx", ege_averages),
    }
    for school, rows in schools.items():
        if school in makers:
            name, make = makers[school]
            save(make(rows), TARGET / "ЕГЭ" / name)
    write_csv(TARGET / "ЕГЭ" / "Мазуровская СОШ.csv",
              [["Школа", "Код", "Предмет", "Балл", "Медаль"]] +
              [["МБОУ «Мазуровская СОШ»", row["participant"], row["subject"], row["score"], row["medal"]]
               for row in schools["Мазуровская СОШ"]], "utf-8-sig")


def make_oge():
    """One file of the exam centre: a section for each subject, a totals row under each."""
    kind = {"СОШ": "МБОУ", "ООШ": "МБОУ"}
    book = Workbook()
    sheet = book.active
    sheet.title = "ОГЭ"
    sheet["A1"] = "Результаты основного государственного экзамена, 2021 год"
    sheet["A1"].font = Font(bold=True, size=13)
    at = 3
    for subject, title in (("Русский язык", "Русский язык"), ("Математика", "Математика")):
        sheet.merge_cells(start_row=at, end_row=at + 1, start_column=1, end_column=1)
        sheet.merge_cells(start_row=at, end_row=at + 1, start_column=2, end_column=2)
        sheet.merge_cells(start_row=at, end_row=at + 1, start_column=3, end_column=3)
        sheet.merge_cells(start_row=at, end_row=at + 1, start_column=4, end_column=4)
        sheet.merge_cells(start_row=at, end_row=at, start_column=5, end_column=8)
        sheet.merge_cells(start_row=at, end_row=at + 1, start_column=9, end_column=9)
        head(sheet, at, ["№", "Наименование ОО", "Предмет", "Кол-во уч-ков", "Получили отметку", None, None, None,
                         "Средняя отметка"])
        head(sheet, at + 1, [None, None, None, None, '"2"', '"3"', '"4"', '"5"', None])
        at += 2
        first = at
        rows = [row for row in rows_of("oge_marks.csv") if row["subject"] == subject]
        for number, row in enumerate(rows, 1):
            marks = [int(row[f"mark_{m}"]) for m in (2, 3, 4, 5)]
            mean = round(sum(m * k for m, k in zip((2, 3, 4, 5), marks)) / sum(marks), 2)
            form = "МКОУ" if row["school"].startswith(("Успенская", "Усть")) else kind[row["school"].split()[-1]]
            values = [number, f"{form} \"{row['school']}\"", title, int(row["participants"]),
                      *[m or None for m in marks], mean]
            for column, value in enumerate(values, 1):
                sheet.cell(at, column, value).border = GRID
            at += 1
        sheet.cell(at, 2, "ИТОГО").font = Font(bold=True)
        for column in range(4, 9):
            total = sum(sheet.cell(i, column).value or 0 for i in range(first, at))
            sheet.cell(at, column, total).font = Font(bold=True)
        at += 3
    widths(sheet, {"A": 5, "B": 36, "C": 16, "D": 10, "I": 10})
    save(book, TARGET / "РЦОИ" / "ОГЭ 2021.xlsx")


def make_gve():
    rows = rows_of("gve_marks.csv")
    write_csv(TARGET / "РЦОИ" / "ГВЭ-11.csv",
              [["Экзамен", "Школа", "Предмет", "Участников", "2", "3", "4", "5"]] +
              [[row["exam"], row["school"], row["subject"], row["participants"],
                *[row[f"mark_{m}"] for m in (2, 3, 4, 5)]] for row in rows], "cp1251")


def staff_totals_by_school():
    """286 teachers over the schools in proportion to their ninth-graders, at least three in each."""
    oge = {row["school"]: int(row["participants"]) for row in rows_of("oge_marks.csv")
           if row["subject"] == "Русский язык"}
    total = sum(int(row["teachers"]) for row in rows_of("staff_totals.csv") if row["group"] == "Возраст")
    base = {name: 4 for _, name in SCHOOLS}
    rest = total - sum(base.values())
    shares = [(name, rest * oge[name] / sum(oge.values())) for _, name in SCHOOLS]
    counts = {name: base[name] + int(share) for name, share in shares}
    for name, _ in sorted(shares, key=lambda item: (-(item[1] % 1), item[0]))[:total - sum(counts.values())]:
        counts[name] += 1
    return counts


def spread_staff():
    """School -> grouping -> [(category, teachers)]; every grouping of a school has the same people."""
    counts = staff_totals_by_school()
    totals = OrderedDict()
    for row in rows_of("staff_totals.csv"):
        totals.setdefault(row["group"], []).append((row["category"], int(row["teachers"])))
    spread = {name: OrderedDict() for _, name in SCHOOLS}
    for group, categories in totals.items():
        people = [category for category, number in categories for _ in range(number)]
        random.Random("кадры/" + group).shuffle(people)
        at = 0
        for _, name in SCHOOLS:
            mine = people[at:at + counts[name]]
            at += counts[name]
            spread[name][group] = [(category, mine.count(category)) for category, _ in categories]
        assert at == len(people), group
    return spread


def make_staff():
    spread = spread_staff()
    for number, (_, name) in enumerate(SCHOOLS):
        book = Workbook()
        sheet = book.active
        sheet.title = "Кадры"
        sheet["A1"] = f"Сведения о педагогических работниках: {name}"
        sheet["A1"].font = Font(bold=True)
        swap = number % 3 == 1
        titles = ["Группировка", "Категория", "Педагогов"]
        head(sheet, 3, [titles[0], titles[2], titles[1]] if swap else titles)
        at = 4
        for group, categories in spread[name].items():
            for category, teachers in categories:
                values = [group, category, teachers]
                if swap:
                    values = [group, teachers, category]
                for column, value in enumerate(values, 1):
                    sheet.cell(at, column, value).border = GRID
                at += 1
        widths(sheet, {"A": 16, "B": 34, "C": 34})
        save(book, TARGET / "Кадры" / f"{name}.xlsx")


def make_risks():
    book = Workbook()
    sheet = book.active
    sheet.title = "Рисковый профиль"
    sheet["A1"] = "Рисковый профиль школы, проект «500+»"
    sheet["A2"] = "МБОУ «Металлплощадская СОШ»"
    head(sheet, 4, ["№", "Фактор риска", "Уровень риска"])
    for i, row in enumerate(rows_of("risk_profile_500.csv"), 5):
        for column, value in enumerate([i - 4, row["factor"], row["level"].capitalize()], 1):
            sheet.cell(i, column, value).border = GRID
    widths(sheet, {"A": 5, "B": 70, "C": 16})
    save(book, TARGET / "500+" / "Металлплощадская СОШ.xlsx")


def main():
    samples.clear(TARGET)
    make_ege()
    make_oge()
    make_gve()
    make_staff()
    make_risks()
    return 0


if __name__ == "__main__":
    sys.exit(main())
