#!/usr/bin/env python3
"""The published figures of the sample municipality, three ways: as published, recomputed here from the rows, and
as svod computes them from the schools' workbooks. Nothing of svod is used but its output.

    published.py SVOD WORKSPACE
"""
import csv
import re
import subprocess
import sys
from collections import defaultdict
from fractions import Fraction
from pathlib import Path

DATA = Path(__file__).resolve().parent / "kemerovo-2021"
RUSSIAN, MATHEMATICS = "Русский язык", "Математика (профильный уровень)"
EDGES = [40, 50, 60, 70, 80, 90, 100]


def rows(name):
    with open(DATA / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def rounded(value, places):
    """Half away from zero, as text."""
    scaled = abs(value) * 10**places
    units = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    sign = "-" if value < 0 and units else ""
    digits = str(units).rjust(places + 1, "0")
    return sign + (digits if places == 0 else f"{digits[:-places]}.{digits[-places:]}")


def bands(minimum):
    starts = [0, minimum] + [edge for edge in EDGES if edge > minimum]
    ends = [start - 1 for start in starts[1:]] + [100]
    return [(a, b, str(a) if a == b else f"{a}–{b}") for a, b in zip(starts, ends)]


class Figures:
    """What was recomputed: (indicator, dimensions) -> exact value; and what was published of it."""

    def __init__(self):
        self.exact = {}
        self.published = []

    def add(self, indicator, value, **place):
        self.exact[indicator, frozenset(place.items())] = Fraction(value)

    def state(self, indicator, text, places=0, **place):
        self.published.append((indicator, frozenset(place.items()), text, places))


def recompute_ege(figures, schools):
    results = rows("ege_results.csv")
    minimums = {row["subject"]: int(row["minimum"]) for row in rows("minimum_scores.csv")}
    figures.add("ege.results", len(results))
    by_subject, by_place = defaultdict(list), defaultdict(list)
    sums, taken, medal_sums = defaultdict(int), defaultdict(dict), {}
    for row in results:
        score, person = int(row["score"]), (row["school"], row["participant"])
        by_subject[row["subject"]].append(score)
        by_place[row["subject"], row["school"]].append(score)
        sums[person] += score
        taken[person][row["subject"]] = score
        if row["medal"]:
            medal_sums[person] = medal_sums.get(person, 0) + score
    figures.add("ege.participants", len(taken))
    for subject, scores in by_subject.items():
        below = sum(score < minimums[subject] for score in scores)
        figures.add("ege.results", len(scores), subject=subject)
        figures.add("ege.mean", Fraction(sum(scores), len(scores)), subject=subject)
        figures.add("ege.highest", max(scores), subject=subject)
        figures.add("ege.below_minimum", below, subject=subject)
        figures.add("ege.below_minimum_share", Fraction(100 * below, len(scores)), subject=subject)
        figures.add("ege.high_share", Fraction(100 * sum(s >= 80 for s in scores), len(scores)), subject=subject)
        figures.add("ege.over_80_share", Fraction(100 * sum(s > 80 for s in scores), len(scores)), subject=subject)
        for low, high, label in bands(minimums[subject]):
            count = sum(low <= score <= high for score in scores)
            figures.add("ege.results", count, subject=subject, band=label)
            figures.add("ege.band_share", Fraction(100 * count, len(scores)), subject=subject, band=label)
    for (subject, school), scores in by_place.items():
        place = {"subject": subject, "school": schools[school]}
        figures.add("ege.results", len(scores), **place)
        figures.add("ege.mean", Fraction(sum(scores), len(scores)), **place)
        figures.add("ege.below_minimum", sum(s < minimums[subject] for s in scores), **place)
    for (school, participant), total in medal_sums.items():
        figures.add("ege.medallist_sum", total, school=schools[school], participant=participant)
    both = {who: s[RUSSIAN] + s[MATHEMATICS] for who, s in taken.items() if RUSSIAN in s and MATHEMATICS in s}
    figures.add("ege.two_compulsory_max", max(both.values()))
    return sorted(medal_sums.values(), reverse=True), minimums


def recompute_marks(figures, schools, file, prefix, exam):
    totals = defaultdict(lambda: [0, 0, 0, 0, 0])
    for row in rows(file):
        place = {"subject": row["subject"]} | ({"exam": row["exam"]} if exam else {})
        marks = [int(row[name]) for name in ("participants", "mark_2", "mark_3", "mark_4", "mark_5")]
        for where in (place, place | {"school": schools[row["school"]]}):
            total = totals[frozenset(where.items())]
            for i, count in enumerate(marks):
                total[i] += count
    for where, (participants, *marks) in totals.items():
        place, count = dict(where), sum(marks)
        figures.add(f"{prefix}.participants", participants, **place)
        for mark, number in zip((2, 3, 4, 5), marks):
            figures.add(f"{prefix}.mark_{mark}", number, **place)
        figures.add(f"{prefix}.mean", Fraction(sum(m * n for m, n in zip((2, 3, 4, 5), marks)), count), **place)
        figures.add(f"{prefix}.quality", Fraction(100 * (marks[2] + marks[3]), count), **place)
        figures.add(f"{prefix}.pass_rate", Fraction(100 * sum(marks[1:]), count), **place)
    if prefix == "oge":
        for row in rows("region_means.csv"):
            mean = figures.exact["oge.mean", frozenset({("subject", row["subject"])})]
            figures.add("oge.to_region", mean - Fraction(row["region_mean"]), subject=row["subject"])


def recompute_staff(figures):
    totals = defaultdict(int)
    for row in rows("staff_totals.csv"):
        totals[row["group"]] += int(row["teachers"])
        figures.add("staff.teachers", int(row["teachers"]), group=row["group"], category=row["category"])
    for row in rows("staff_totals.csv"):
        share = Fraction(100 * int(row["teachers"]), totals[row["group"]])
        figures.add("staff.share", share, group=row["group"], category=row["category"])
    figures.add("staff.total", totals["Возраст"])


def state_published(figures, minimums):
    """The figures of the municipality's report, as literals."""
    def distribution(subject, total, counts):
        figures.state("ege.results", str(total), subject=subject)
        for (_, _, label), count in zip(bands(minimums[subject]), counts):
            figures.state("ege.results", str(count), subject=subject, band=label)

    figures.state("ege.results", "202")
    distribution(RUSSIAN, 69, [0, 1, 5, 11, 23, 11, 9, 9, 0])
    for (_, _, label), share in zip(bands(minimums[RUSSIAN]), [0, 1, 7, 16, 33, 16, 13, 13, 0]):
        figures.state("ege.band_share", str(share), subject=RUSSIAN, band=label)
    figures.state("ege.highest", "96", subject=RUSSIAN)
    figures.state("ege.results", "32", subject=MATHEMATICS)
    figures.state("ege.below_minimum", "1", subject=MATHEMATICS)
    figures.state("ege.highest", "82", subject=MATHEMATICS)
    distribution("Обществознание", 30, [6, 3, 9, 7, 3, 2, 0, 0])
    distribution("История", 17, [2, 1, 2, 5, 3, 4])
    distribution("Физика", 16, [3, 0, 10, 2, 0, 1])
    distribution("Биология", 15, [2, 1, 5, 3, 4])
    distribution("Химия", 7, [3, 0, 0, 1, 0, 1, 2])
    figures.state("ege.results", "6", subject="Информатика и ИКТ")
    figures.state("ege.below_minimum", "2", subject="Информатика и ИКТ")
    figures.state("ege.mean", "58", subject="Информатика и ИКТ")
    figures.state("ege.results", "5", subject="Литература")
    figures.state("ege.mean", "61", subject="Литература")
    figures.state("ege.results", "4", subject="География")
    figures.state("ege.below_minimum", "1", subject="География")
    figures.state("ege.results", "1", subject="Английский язык")
    figures.state("ege.two_compulsory_max", "176")
    for subject, total, marks, mean, quality in ((RUSSIAN, 398, (0, 128, 146, 124), "3.99", "67.8"),
                                                 ("Математика", 392, (0, 265, 125, 2), "3.33", "32.4")):
        figures.state("oge.participants", str(total), subject=subject)
        for mark, count in zip((2, 3, 4, 5), marks):
            figures.state(f"oge.mark_{mark}", str(count), subject=subject)
        figures.state("oge.mean", mean, 2, subject=subject)
        figures.state("oge.quality", quality, 1, subject=subject)
    figures.state("oge.pass_rate", "100", subject=RUSSIAN)
    for subject, mean in ((RUSSIAN, "3.63"), ("Математика", "3.88")):
        figures.state("gve.participants", "8", exam="ГВЭ-11", subject=subject)
        figures.state("gve.mean", mean, 2, exam="ГВЭ-11", subject=subject)
    figures.state("staff.total", "286")
    for category, share in (("высшая", "44.4"), ("первая", "35.0"), ("соответствие занимаемой должности", "20.6")):
        figures.state("staff.share", share, 1, group="Категория", category=category)


def register(workspace):
    """School's short name -> id."""
    text = (workspace / "register.yaml").read_text(encoding="utf-8")
    entries = re.split(r"\n\s*- id:\s*", text[text.index("\nschools:"):])[1:]
    names = {}
    for entry in entries:
        name = re.search(r"short_name:\s*(.+)", entry)
        if name:
            names[name.group(1).strip().strip('"')] = entry.split("\n")[0].strip()
    return names


def computed(svod, workspace):
    """The values that svod prints: (indicator, dimensions without the year) -> exact value or its state."""
    command = [svod, "build", str(workspace), "--print", "indicators"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}: exit {done.returncode}\n{done.stderr}")
    values = {}
    for line in done.stdout.splitlines():
        reference, state, _, _, value, _ = line.split("\t")
        name, _, place = reference.partition("@")
        pairs = re.findall(r'([^=,]+)=("(?:[^"]|"")*"|[^,]*)', place)
        where = {key: text[1:-1].replace('""', '"') if text.startswith('"') else text for key, text in pairs}
        where.pop("year", None)
        values[name, frozenset(where.items())] = Fraction(value) if state == "value" else state
    return values


def main():
    svod, workspace = sys.argv[1], Path(sys.argv[2])
    schools, figures, faults = register(workspace), Figures(), []
    medallists, minimums = recompute_ege(figures, schools)
    recompute_marks(figures, schools, "oge_marks.csv", "oge", exam=False)
    recompute_marks(figures, schools, "gve_marks.csv", "gve", exam=True)
    recompute_staff(figures)
    state_published(figures, minimums)
    values = computed(svod, workspace)

    def name(indicator, place):
        return indicator + "@" + ",".join(f"{key}={value}" for key, value in sorted(place))

    if medallists != [259, 254, 249, 248]:
        faults.append(f"sums of medallists: published 259, 254, 249, 248, recomputed {medallists}")
    for indicator, place, text, places in figures.published:
        exact = figures.exact.get((indicator, place))
        if exact is None:
            faults.append(f"{name(indicator, place)}: published {text}, nothing recomputed")
        elif rounded(exact, places) != text:
            faults.append(f"{name(indicator, place)}: published {text}, recomputed {rounded(exact, places)}")
    for (indicator, place), exact in figures.exact.items():
        # A place that does not occur in the facts is not printed: nobody in a band.
        found = values.get((indicator, place), Fraction(0) if exact == 0 else "nothing")
        if found != exact:
            faults.append(f"{name(indicator, place)}: recomputed {exact}, svod {found}")
    if len({dict(place)["subject"] for indicator, place in values
            if indicator == "ege.results" and len(place) == 1 and "subject" in dict(place)}) != 11:
        faults.append("subjects of the exam: 11 expected")
    print("\n".join(faults) if faults else
          f"{len(figures.published) + 1} published figures and {len(figures.exact)} recomputed ones agree")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
