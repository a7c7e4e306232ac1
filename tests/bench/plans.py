#!/usr/bin/env python3
"""Measures `svod build` of workspaces with plans of many measures and all their documents: whole processes, medians.

    plans.py [--svod PROGRAM] [--runs N] [--keep FOLDER]

PROGRAM is a release svod; without it build/bench is built. Nothing is asserted, one table is printed. Beside the wall
clock stands the processor's time: on a machine that does other work, only it says something.
"""
import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import yaml

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(HERE))
from run import build  # noqa: E402

# name, plans, measures of each, who and when
SHAPES = (("200 measures", 1, 200, "usual"), ("1,000 measures", 1, 1000, "usual"),
          ("10,000 measures", 1, 10000, "usual"), ("10,000 measures in 50 plans", 50, 200, "usual"),
          ("500 weekly measures, 20 years", 1, 500, "weekly"), ("5,000 monthly measures", 1, 5000, "monthly"),
          ("10,000 executors", 1, 10000, "executors"), ("1 measure, 10,000 executors", 1, 1, "crowd"))
PER_SECTION = 40
PEOPLE = 10000   # of the shapes with many executors
SURNAMES = ("Иван", "Петр", "Сидор", "Кузнец", "Смирн", "Орл", "Лебед", "Волк", "Зайц", "Бобр")

ACTIONS = ("Проведение", "Подготовка", "Анализ", "Организация", "Обсуждение", "Разработка", "Обновление",
           "Мониторинг")
OBJECTS = ("диагностических работ", "семинаров", "консультаций", "мастер-классов", "открытых уроков",
           "методических дней", "конкурсов мастерства", "родительских собраний", "предметных недель",
           "олимпиадных туров", "педагогических советов", "программ развития", "учебных планов",
           "индивидуальных маршрутов", "банка заданий", "аналитических справок", "адресных рекомендаций",
           "курсов повышения квалификации", "экзаменационных тренировок", "профессиональных проб",
           "волонтёрских акций", "экскурсий на предприятия", "наставнических пар", "библиотечных фондов",
           "сайтов школ", "цифровых лабораторий", "проектных смен", "служб медиации", "советов отцов",
           "школьных музеев", "спортивных секций", "логопедических занятий", "летних лагерей", "театральных студий",
           "робототехнических кружков", "экологических троп", "юнармейских отрядов", "дошкольных групп",
           "выпускных сочинений", "лабораторных практикумов")
MATTERS = ("русского языка", "математики", "физики", "химии", "биологии", "истории", "обществознания", "информатики",
           "географии", "литературы", "иностранного языка", "технологии")
MONTHS = ("Январь", "Февраль", "Март", "Апрель", "Май", "Июнь", "Июль", "Август", "Сентябрь", "Октябрь", "Ноябрь",
          "Декабрь")


def term(number):
    year = 2021 + number % 4
    return (f"{MONTHS[number % 12]} {year} года", "2021–2024", "Весь период", "Ежегодно, август", "Постоянно",
            f"до {1 + number % 28:02}.{1 + number % 12:02}.{year}", "2021–2024 (один раз в четверть)",
            f"{MONTHS[number % 11]}–{MONTHS[number % 11 + 1].lower()} {year} года")[number % 8]


def people(count):
    """Codes and names of so many people; the first two head the department."""
    made = [{"id": "head", "surname": "Петров", "given": "Иван", "patronymic": "Ильич", "gender": "m",
             "post": "начальник"},
            {"id": "deputy", "surname": "Орлова", "given": "Анна", "patronymic": "Львовна", "gender": "f",
             "post": "заместитель начальника"}]
    for i in range(count):
        letters = "".join("абвгдежзик"[int(digit)] for digit in f"{i:05}")
        made.append({"id": f"person-{i}", "surname": f"{SURNAMES[i % 10]}{letters}ов", "given": "Иван",
                     "patronymic": "Ильич", "gender": "m", "post": "учитель"})
    return made


def plan(number, count, shape):
    sections, responsible = [], (["department"], ["department", "centre"], ["head", "deputy"], ["centre"])
    often = {"weekly": "еженедельно по вторникам", "monthly": "ежемесячно"}
    crowd = [f"person-{i}" for i in range(PEOPLE)] if shape == "crowd" else []
    end = "2040-12-31" if shape == "weekly" else "2024-12-31"
    for begin in range(0, count, PER_SECTION):
        direction = begin // PER_SECTION
        measures = []
        for i in range(begin, min(begin + PER_SECTION, count)):
            who = {"executors": [f"person-{i}"], "crowd": crowd}
            text = f"{ACTIONS[(i + direction) % 8]} {OBJECTS[i % 40]} для учителей {MATTERS[(i // 3 + direction) % 12]}"
            measures.append({"number": str(i - begin + 1), "text": f"{text} по направлению {direction + 1}",
                             "term": often.get(shape, term(i)),
                             "responsible": who.get(shape) or list(responsible[i % 4]),
                             "result": f"выпущена справка {i + 1}"})
        sections.append({"number": f"{direction + 1}.", "title": f"Направление {direction + 1}", "curator": "deputy",
                         "measures": measures})
    columns = [{"field": field, "title": title} for field, title in
               (("number", "№"), ("text", "Мероприятие"), ("term", "Сроки"), ("responsible", "Ответственные"),
                ("result", "Результаты"))]
    return {"kind": "plan", "id": f"plan-{number}", "type": "roadmap", "title": f"План мероприятий № {number}",
            "title_genitive": f"плана мероприятий № {number}", "period": {"from": "2021-01-01", "to": end},
            "numbering": "given", "columns": columns, "sections": sections}


def write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=1000), encoding="utf-8")


def make(folder, plans, count, shape="usual"):
    documents = []
    for number in range(1, plans + 1):
        write(folder / "plans" / f"plan-{number}.yaml", plan(number, count, shape))
        for name, template, form in (("Дорожная карта", "roadmap", "pdf"), ("Книга", "plan_book", "xlsx")):
            documents.append({"name": f"{name} {number}", "template": template, "formats": [form],
                              "parameters": {"plan": f"plan-{number}"}})
    write(folder / "papers" / "order.yaml",
          {"kind": "paper", "id": "order", "type": "order", "purpose": "plan",
           "subject": "Об утверждении плана мероприятий № 1", "preamble": "В целях повышения качества образования",
           "items": [{"approves": "plan-1"}], "control": "deputy", "appendices": ["plan-1"]})
    documents += [{"name": "Приказ", "template": "order", "formats": ["pdf"], "parameters": {"paper": "order"}},
                  {"name": "Календарь", "template": "calendar_year", "formats": ["pdf", "xlsx"],
                   "parameters": {"of_year": 2021}},
                  {"name": "Сроки", "template": "due", "formats": ["pdf"]}]
    if shape != "usual":
        documents.append({"name": "Календари/{{ party.id }}", "template": "calendar_party", "formats": ["ics"],
                          "each": "party in parties"})
    write(folder / "workspace.yaml",
          {"kind": "workspace", "name": "bench", "title": "Замер", "year": 2021, "date": "2021-03-15",
           "department": {"name": "Отдел образования", "place": "г. Пробный"},
           "signatory": "head", "executor": "deputy",
           "documents": documents})
    write(folder / "register.yaml",
          {"kind": "register",
           "people": people(PEOPLE if shape in ("executors", "crowd") else 0),
           "schools": [{"id": "school-1", "name": "МБОУ «Пробная СОШ»", "short_name": "Пробная СОШ"}],
           "bodies": [{"id": "department", "name": "Отдел образования"},
                      {"id": "centre", "name": "МБУ «Методический центр»"}],
           "abbreviations": {"МБОУ": "муниципальное бюджетное общеобразовательное учреждение",
                             "МБУ": "муниципальное бюджетное учреждение", "СОШ": "средняя общеобразовательная школа"}})


def measure(command, log, runs):
    """Medians of wall and processor seconds and the peak of memory in MB, after one warm-up."""
    walls, processors, peaks = [], [], []
    for i in range(runs + 1):
        begin = time.monotonic()
        with open(log, "wb") as output:
            process = subprocess.Popen([str(part) for part in command], stdout=output, stderr=subprocess.STDOUT)
            _, status, usage = os.wait4(process.pid, 0)
        if os.waitstatus_to_exitcode(status) != 0:
            sys.exit(f"failed: {command}\n{Path(log).read_text(encoding='utf-8')[:2000]}")
        if i > 0:
            walls.append(time.monotonic() - begin)
            processors.append(usage.ru_utime + usage.ru_stime)
            peaks.append(usage.ru_maxrss / 1024)
    return statistics.median(walls), statistics.median(processors), max(peaks)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--svod", type=Path)
    arguments.add_argument("--runs", type=int, default=3)
    arguments.add_argument("--keep", type=Path, help="leave the workspaces and documents in this folder")
    options = arguments.parse_args()
    if not options.svod:
        build(ROOT / "build" / "bench")
        options.svod = ROOT / "build" / "bench" / "svod"
    with tempfile.TemporaryDirectory(prefix="svod-bench-") as temporary:
        folder = options.keep or Path(temporary)
        print(f"{'plans with all documents':<30}{'wall, s':>10}{'processor, s':>14}{'peak, MB':>10}"
              f"{'processor per measure, ms':>28}", flush=True)
        for index, (name, plans, count, shape) in enumerate(SHAPES):
            workspace = folder / f"plans-{index}"
            make(workspace, plans, count, shape)
            command = [options.svod, "build", workspace, "--out", folder / f"out-{index}"]
            wall, processor, peak = measure(command, folder / f"log-{index}.txt", options.runs)
            print(f"{name:<30}{wall:>10.3f}{processor:>14.3f}{peak:>10.0f}{processor * 1000 / (plans * count):>28.3f}",
                  flush=True)


if __name__ == "__main__":
    main()
