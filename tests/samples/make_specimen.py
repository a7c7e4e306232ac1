#!/usr/bin/env python3
"""Makes the data of inputs/specimen: 200 schools with a few figures each, and the order in its second layout.

Everything is invented and depends on the numbers of the schools alone. The templates, the form and the indicators
of the specimen are written by hand; this script makes only what would be tedious to type.
"""
import csv
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TARGET = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "inputs" / "specimen"
SCHOOLS = 200
AREAS = [("north", "Северный район", "Северного района"), ("east", "Восточный район", "Восточного района"),
         ("south", "Южный район", "Южного района"), ("west", "Западный район", "Западного района")]
PLACES = ["Ельнинская", "Боровская", "Заречная", "Луговая", "Каменская", "Озёрная", "Полевская", "Рудничная",
          "Степновская", "Таёжная"]
PEOPLE = [
    ("head", "Каштанова", "Вера", "Глебовна", "f",
     "исполняющий обязанности начальника управления образования, молодёжной политики, физической культуры и спорта "
     "администрации муниципального округа"),
    ("executor", "Рябинин", "Лев", "Ильич", "m", "главный специалист отдела оценки качества образования"),
    ("lawyer", "Осокина", "Нина", "Фёдоровна", "f", "начальник правового отдела"),
    ("deputy", "Кедров", "Пётр", "Аркадьевич", "m", "заместитель начальника управления образования"),
    ("h0", "Вязова", "Алла", "Ивановна", "f", "директор"),
    ("h1", "Тополев", "Иван", "Егорович", "m", "директор"),
    ("h2", "Ольховая", "Инна", "Павловна", "f", "директор"),
    ("h3", "Ясенев", "Олег", "Борисович", "m", "исполняющий обязанности директора"),
]
LONG_NAME = ("Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа с углублённым "
             "изучением ряда предметов естественно-научного и гуманитарного направлений имени первых строителей "
             "железной дороги при станции Дальняя в посёлке Сосновая Рощица Северного района Сосновского округа»")
assert len(LONG_NAME) == 300
FORM = "specimen_schools"


def name_of(number):
    return LONG_NAME if number == 7 else f"МБОУ «{PLACES[number % len(PLACES)]} школа № {number}»"


def quoted(text):
    return '"' + text.replace('"', '\\"') + '"'


def register():
    lines = ["# Реестр образца: 200 школ, у одной название в 300 знаков. Всё вымышлено.",
             "# Написан сценарием tests/samples/make_specimen.py.", "kind: register", "municipalities:"]
    lines += [f"  - {{id: {code}, name: {name}, genitive: {genitive}}}" for code, name, genitive in AREAS]
    lines.append("people:")
    lines += [f"  - {{id: {code}, surname: {surname}, given: {given}, patronymic: {patronymic}, gender: {gender}, "
              f"post: {quoted(post)}}}" for code, surname, given, patronymic, gender, post in PEOPLE]
    lines.append("schools:")
    for number in range(1, SCHOOLS + 1):
        place = PLACES[number % len(PLACES)]
        area = AREAS[(number - 1) * len(AREAS) // SCHOOLS][0]
        owes = "[]" if number % 50 == 9 else f"[{FORM}, specimen_parts]" if number <= 6 else f"[{FORM}]"
        lines.append(f"  - {{id: s{number:03}, name: {quoted(name_of(number))}, short_name: {place} № {number}, "
                     f"municipality: {area}, head: h{number % 4}, owes: {owes}}}")
    return "\n".join(lines) + "\n"


def figures():
    """Signs of all kinds: no data in every fortieth school, nobody in every thirtieth, and a share that rounds to 0."""
    rows = [["Школа", "Участников", "Средний балл", "Изменение", "Низкие", "Ниже среднего", "Выше среднего", "Высокие"]]
    for number in range(1, SCHOOLS + 1):
        if number % 50 == 9:
            continue
        name = name_of(number)
        if number % 30 == 3:
            rows.append([name, "0", "-", "-", "0", "0", "0", "0"])
            continue
        parts = [number * 7 % 9, 3 + number * 5 % 17, 4 + number * 11 % 23, number * 3 % 8]
        if number == 5:
            parts = [1, 2400, 1200, 350]
        people = sum(parts)
        score = 40 + number * 37 % 450 / 10
        change = (number * 29 % 171 - 85) / 10
        if number == 12:
            change = 0.04
        cells = [name, str(people), f"{score:.1f}".replace(".", ","), f"{change:.2f}".replace(".", ",")]
        if number % 40 == 11:
            cells[2:4] = ["н/д", "н/д"]
        rows.append(cells + [str(part) for part in parts])
    return rows


def parts():
    rows = [["Школа", "Направление", "Обучающихся"]]
    for number in range(1, 7):
        for place, direction in enumerate(("Естественные науки", "Гуманитарные науки", "Техника", "Искусство")):
            rows.append([name_of(number), direction, str((number * 13 + place * 17) % 40)])
    return rows


def history():
    lines = ["# Прошлые годы образца: вымышлены. Написаны сценарием tests/samples/make_specimen.py.", "kind: history",
             "source: вымышленные значения для образца оформления", "values:"]
    for year, value in ((2015, 51.2), (2016, 52.9), (2017, 50.4), (2019, 57.8), (2020, 58.1)):
        lines.append(f"  - {{indicator: specimen.score, year: {year}, value: {value}}}")
    for number in range(1, 7):
        for year in range(2016, 2021):
            if (number, year) != (4, 2018):
                lines.append(f"  - {{indicator: specimen.score, year: {year}, at: {{school: s{number:03}}}, "
                             f"value: {40 + (number * 19 + year * 7) % 41}}}")
    return "\n".join(lines) + "\n"


def write_rows(path, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w", encoding="utf-8-sig", newline="") as target:
        csv.writer(target, delimiter=";", lineterminator="\r\n").writerows(rows)


def write_text(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def house_order():
    """The same order in the house's layout: only the profile differs."""
    order = (TARGET / "templates" / "specimen_order.md").read_text(encoding="utf-8")
    head = "---\n"
    assert order.startswith(head) and "\nprofile: official\n" in order
    return order.replace("\nprofile: official\n", "\nprofile: specimen_house\n", 1)


def main():
    write_text(TARGET / "register.yaml", register())
    write_text(TARGET / "history" / "past.yaml", history())
    write_rows(TARGET / "submissions" / "Сведения школ.csv", figures())
    write_rows(TARGET / "submissions" / "Направления.csv", parts())
    write_text(TARGET / "templates" / "specimen_order_house.md", house_order())


if __name__ == "__main__":
    main()
