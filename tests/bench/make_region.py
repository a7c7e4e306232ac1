#!/usr/bin/env python3
"""Makes a workspace of N municipalities, each a copy of the sample's with its own schools: for timing.

    make_region.py FOLDER N
"""
import csv
import shutil
import sys
from pathlib import Path

import yaml
from openpyxl import Workbook

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "inputs" / "kemerovo-2021"
FIGURES = ROOT / "tests" / "figures" / "kemerovo-2021"
sys.path.insert(0, str(ROOT / "tests" / "samples"))
from make_kemerovo import spread_staff  # noqa: E402


def rows_of(name):
    with open(FIGURES / name, encoding="utf-8") as source:
        return list(csv.DictReader(source))


def table(path, head, rows):
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Данные")
    sheet.append(head)
    for row in rows:
        sheet.append(row)
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)


def main():
    target, count = Path(sys.argv[1]), int(sys.argv[2])
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    (target / "workspace.yaml").write_text((SAMPLE / "workspace.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    shutil.copytree(SAMPLE / "reference", target / "reference")
    if (SAMPLE / "history").exists():
        shutil.copytree(SAMPLE / "history", target / "history")
    register = yaml.safe_load((SAMPLE / "register.yaml").read_text(encoding="utf-8"))
    people, schools, municipalities = list(register["people"][:3]), [], []
    for number in range(1, count + 1):
        mark = f"{number:03}"
        municipalities.append({"id": f"m{mark}", "name": f"Округ {mark}", "genitive": f"Округа {mark}"})
        for person in register["people"][3:]:
            people.append({**person, "id": f"{person['id']}-{mark}"})
        for school in register["schools"]:
            name = f"{school['short_name']} № {number}"
            schools.append({**school, "id": f"{school['id']}-{mark}", "name": f"МБОУ «{name}»", "short_name": name,
                            "full_name": name, "aliases": [], "municipality": f"m{mark}",
                            "head": f"{school['head']}-{mark}",
                            "owes": [form for form in school["owes"] if form != "risk_profile"]})
        ege = [[f"{row['school']} № {number}", row["participant"], row["subject"], int(row["score"]), row["medal"]]
               for row in rows_of("ege_results.csv")]
        table(target / "submissions" / mark / "ЕГЭ.xlsx", ["Школа", "Код участника", "Предмет", "Балл", "Медаль"], ege)
        for name, exam in (("oge_marks.csv", "ОГЭ"), ("gve_marks.csv", "ГВЭ")):
            marks = [[row["exam"], f"{row['school']} № {number}", row["subject"], int(row["participants"]),
                      *[int(row[f"mark_{m}"]) for m in (2, 3, 4, 5)]] for row in rows_of(name)]
            head = ["Экзамен", "Школа", "Предмет", "Участников", "2", "3", "4", "5"]
            if exam == "ОГЭ":
                marks, head = [row[1:] for row in marks], head[1:]
            table(target / "submissions" / mark / f"{exam}.xlsx", head, marks)
        staff = []
        for short, groups in spread_staff().items():
            for group, categories in groups.items():
                staff += [[f"{short} № {number}", group, category, teachers] for category, teachers in categories]
        table(target / "submissions" / mark / "Кадры.xlsx", ["Школа", "Группировка", "Категория", "Педагогов"], staff)
    (target / "register.yaml").write_text(
        yaml.safe_dump({"kind": "register", "municipalities": municipalities, "people": people, "schools": schools,
                        "abbreviations": register["abbreviations"]}, allow_unicode=True, sort_keys=False, width=200),
        encoding="utf-8")


if __name__ == "__main__":
    main()
