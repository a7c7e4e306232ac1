#!/usr/bin/env python3
"""Makes the wide workbook of this case and the long reading of it that a program must come to.

    make.py [FOLDER]

Two sheets of one form: schools down, subject × measure across under a head of three levels. The sheets differ in
everything that must not be hard-wired: the number of subjects, the columns under a subject and their order, the rows
above the head, the number of districts and schools. The districts' rows carry sums, the region's row too, and in one
place it is one short of its schools. `expected.csv`: sheet, district, school, subject, field, value, cell.
"""
import csv
import random
import sys
from pathlib import Path

import openpyxl
from openpyxl.utils import get_column_letter

MEASURES = {
    "participants": "приняло участие",
    "below_minimum": "не преодолен min порог",
    "high": "высокобалльники \n(80-99 баллов)",
    "top": "получили 100 баллов",
    "mean": "средний балл",
}
FULL = list(MEASURES)


def people(random_, most):
    count = random_.randint(0, most)
    if count == 0:
        return {}
    below = random_.randint(0, count // 4)
    high = random_.randint(0, (count - below) // 3)
    top = 1 if high > 1 and random_.random() < 0.2 else 0
    scores = [random_.randint(10, 30) for _ in range(below)] + [100] * top
    scores += [random_.randint(80, 99) for _ in range(high)]
    scores += [random_.randint(40, 79) for _ in range(count - below - high - top)]
    found = {"participants": count, "below_minimum": below, "high": high, "top": top, "mean": sum(scores) / count}
    return {name: value for name, value in found.items() if value or name in ("participants", "mean")}


def sheet(book, name, random_, subjects, districts, above, extra, fault=None):
    """`subjects`: [(header, [measure …])]; `extra`: headers between the school and the subjects."""
    page = book.create_sheet(name)
    rows = []
    page.cell(above - 1, 1, f"Сведения о результатах ЕГЭ в {name} году")
    page.merge_cells(start_row=above - 1, start_column=1, end_row=above - 1, end_column=4)
    top = above + 1
    for column, text in enumerate(["Муниципальное образование", "Образовательная организация (школа)", *extra], 1):
        page.cell(top, column, text)
        page.merge_cells(start_row=top, start_column=column, end_row=top + 2, end_column=column)
    first = 3 + len(extra)
    column, places = first, {}
    for subject, measures in subjects:
        page.cell(top + 1, column, subject)
        if len(measures) > 1:
            page.merge_cells(start_row=top + 1, start_column=column, end_row=top + 1, end_column=column + len(measures) - 1)
        for measure in measures:
            page.cell(top + 2, column, MEASURES.get(measure, measure))
            places[subject, measure] = column
            column += 1
    page.cell(top, first, "из них")
    page.merge_cells(start_row=top, start_column=first, end_row=top, end_column=column - 1)
    for number in range(1, column):
        page.cell(top + 3, number, number)

    region = top + 4
    page.cell(region, 1, "ВСЕГО по региону")
    row, sums = region + 1, {}
    for district, schools in districts:
        head, row = row, row + 1
        page.cell(head, 1, district)
        own = {}
        for school in schools:
            page.cell(row, 2, school)
            for subject, measures in subjects:
                for field, value in people(random_, 30).items():
                    if field not in measures:
                        continue
                    place = page.cell(row, places[subject, field], value)
                    rows.append([name, district, school, " ".join(subject.split()).replace(" ,", ","), field, repr(value),
                                 place.coordinate])
                    if field != "mean":
                        own[subject, field] = own.get((subject, field), 0) + value
            row += 1
        for (subject, measure), at in places.items():
            if measure in MEASURES and measure != "mean":
                page.cell(head, at, own.get((subject, measure), 0))
        for key, value in own.items():
            sums[key] = sums.get(key, 0) + value
    for key, value in sums.items():
        page.cell(region, places[key], value)
    said = None
    if fault:
        at = page.cell(region, places[fault])
        said = (at.coordinate, at.value - 1, at.value)
        at.value -= 1
    page.cell(row + 2, 1, "Исполнитель")
    return rows, said


def main():
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent
    random_ = random.Random(20230)
    book = openpyxl.Workbook()
    book.remove(book.active)
    north = [f"МБОУ «СОШ № {n}»" for n in range(1, 8)]
    first, said = sheet(book, "2023", random_,
                        [("Русский язык, чел.", FULL), ("Математика (профиль) , чел.", FULL), ("Химия, чел.", FULL)],
                        [("Северный округ", north), ("Заречный район", ["МКОУ «Заречная СОШ»"]),
                         ("Южный район", ["МБОУ «Южная СОШ»", "МБОУ \"Полевская СОШ\""])],
                        above=4, extra=["Профиль \n(при наличии)", "Всего выпускников, чел."],
                        fault=("Русский язык, чел.", "below_minimum"))
    second, _ = sheet(book, "2022", random_,
                      [("Физика, чел.", ["mean", "participants", "доля, %"]),
                       ("Русский язык, чел.", ["participants", "below_minimum", "mean", "top", "high"]),
                       ("История, чел.", ["participants"]), ("Биология, чел.", FULL), ("География, чел.", FULL)],
                      [("Северный округ", north[:3]), ("Южный район", ["МБОУ «Южная СОШ»"])], above=2, extra=[])
    path = folder / "submissions" / "Регион.xlsx"
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
    with open(folder / "expected.csv", "w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["sheet", "district", "school", "subject", "field", "value", "cell"])
        writer.writerows(first + second)
    print(f"{len(first) + len(second)} values; {said[0]}: {said[1]} instead of {said[2]}; last column "
          f"{get_column_letter(book['2022'].max_column)}")


if __name__ == "__main__":
    main()
