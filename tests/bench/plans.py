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

SHAPES = (("200 measures", 1, 200), ("1,000 measures", 1, 1000), ("10,000 measures", 1, 10000),
          ("10,000 measures in 50 plans", 50, 200))
PER_SECTION = 40

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


def plan(number, count):
    sections, responsible = [], (["department"], ["department", "centre"], ["head", "deputy"], ["centre"])
    for begin in range(0, count, PER_SECTION):
        direction = begin // PER_SECTION
        measures = []
        for i in range(begin, min(begin + PER_SECTION, count)):
            text = f"{ACTIONS[(i + direction) % 8]} {OBJECTS[i % 40]} для учителей {MATTERS[(i // 3 + direction) % 12]}"
            measures.append({"number": str(i - begin + 1), "text": f"{text} по направлению {direction + 1}",
                             "term": term(i), "responsible": list(responsible[i % 4]),
                             "result": f"выпущена справка {i + 1}"})
        sections.append({"number": f"{direction + 1}.", "title": f"Направление {direction + 1}", "curator": "deputy",
                         "measures": measures})
    columns = [{"field": field, "title": title} for field, title in
               (("number", "№"), ("text", "Мероприятие"), ("term", "Сроки"), ("responsible", "Ответственные"),
                ("result", "Результаты"))]
    return {"kind": "plan", "id": f"plan-{number}", "type": "roadmap", "title": f"План мероприятий № {number}",
            "title_genitive": f"плана мероприятий № {number}", "period": {"from": "2021-01-01", "to": "2024-12-31"},
            "numbering": "given", "columns": columns, "sections": sections}


def write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=1000), encoding="utf-8")


def make(folder, plans, count):
    documents = []
    for number in range(1, plans + 1):
        write(folder / "plans" / f"plan-{number}.yaml", plan(number, count))
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
    write(folder / "workspace.yaml",
          {"kind": "workspace", "name": "bench", "title": "Замер", "year": 2021, "date": "2021-03-15",
           "department": {"name": "Отдел образования", "place": "г. Пробный"},
           "signatory": "head", "executor": "deputy",
           "documents": documents})
    write(folder / "register.yaml",
          {"kind": "register",
           "people": [{"id": "head", "surname": "Петров", "given": "Иван", "patronymic": "Ильич", "gender": "m",
                       "post": "начальник"},
                      {"id": "deputy", "surname": "Орлова", "given": "Анна", "patronymic": "Львовна", "gender": "f",
                       "post": "заместитель начальника"}],
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
        for index, (name, plans, count) in enumerate(SHAPES):
            workspace = folder / f"plans-{index}"
            make(workspace, plans, count)
            command = [options.svod, "build", workspace, "--out", folder / f"out-{index}"]
            wall, processor, peak = measure(command, folder / f"log-{index}.txt", options.runs)
            print(f"{name:<30}{wall:>10.3f}{processor:>14.3f}{peak:>10.0f}{processor * 1000 / (plans * count):>28.3f}",
                  flush=True)


if __name__ == "__main__":
    main()
