#!/usr/bin/env python3
"""The pages of the specimen: as they were recorded, and readable by other programs.

  pages.py SVOD              compares; names every page that differs and writes a picture of the difference
  pages.py SVOD --record     records the pages anew; a person looks at them before they are committed
  --out FOLDER               where the documents and the pictures of differences are left
"""
import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from likeness import apart, beyond
from png import Picture, read_pgm, read_png, write_png

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PAGES = HERE / "pages"
RESOLUTION = 60
MOST_BYTES = 2_500_000

# Sentences of the templates, as they must come back from the file: joined over lines, hyphens and pages.
SENTENCES = {
    "Отчёт-образец": [
        "Обычный абзац набран по ширине, слова в нём переносятся по правилам, короткие слова не отрываются",
        "дезоксирибонуклеопротеидоэлектрогидротермоспектрофотометрией (60 букв)",
        "железной дороги при станции Дальняя в посёлке",
        "второй уровень, пункт длиннее строки: продолжение выровнено под первым словом, а не под знаком",
        "Четвёртая сноска4 так длинна, что на странице не помещается: она начинается на странице со своим знаком",
        "Если места внизу страницы не хватает, сноска продолжается на следующей странице",
        "Школ, в которых больше миллиона участников, нет.",
        "Всё, что стоит в этом разделе, печатается на повёрнутых листах",
        "Для этого рисунка нет ни одного значения.",
        "Сноска вставленного раздела; её номер зависит от того, сколько сносок было выше.",
    ],
    "Приказ-образец": [
        "изданные в первом полугодии, с приложениями и листами ознакомления, если они составлялись",
        "Контроль за исполнением настоящего приказа, кроме пункта 1, возложить на заместителя начальника",
        "Порядок определяет, как проверяются документы перечня (приложение 1) и кто отвечает за каждый шаг.",
        "8 (000) 000-00-00, доб. 25",
    ],
}
SENTENCES["Приказ-образец в своём оформлении"] = SENTENCES["Приказ-образец"]


def run(*command):
    done = subprocess.run([str(part) for part in command], capture_output=True, timeout=300)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(map(str, command))}: {done.stderr.decode()}{done.stdout.decode()}")
    return done.stdout.decode()


def build(svod, out):
    """From a copy: a build keeps its memory inside the workspace."""
    copy = out / "specimen"
    shutil.copytree(ROOT / "inputs" / "specimen", copy, ignore=shutil.ignore_patterns(".svod"))
    run(svod, "check", copy)
    run(svod, "build", copy, "--out", out / "documents")
    return sorted((out / "documents").rglob("*.pdf"))


def check_made(out):
    """What the script makes of the workspace is what lies in it."""
    source, copy = ROOT / "inputs" / "specimen", out / "made"
    shutil.copytree(source, copy, ignore=shutil.ignore_patterns(".svod"))
    run(sys.executable, ROOT / "tests" / "samples" / "make_specimen.py", copy)
    names = sorted(path.relative_to(copy) for path in copy.rglob("*") if path.is_file())
    return [f"{name}: tests/samples/make_specimen.py makes another file" for name in names
            if (copy / name).read_bytes() != (source / name).read_bytes()]


def rendered(pdf, folder):
    """Page number → picture."""
    folder.mkdir()
    run("pdftoppm", "-r", RESOLUTION, "-gray", pdf, folder / "page")
    return {int(re.search(r"(\d+)$", path.stem)[1]): read_pgm(path) for path in sorted(folder.glob("*.pgm"))}


def page_name(document, number):
    return f"{document}-{number:02}.png"


def record(pages):
    if PAGES.exists():
        shutil.rmtree(PAGES)
    PAGES.mkdir()
    for (document, number), picture in pages.items():
        write_png(PAGES / page_name(document, number), picture)
    total = sum(path.stat().st_size for path in PAGES.iterdir())
    print(f"{len(pages)} pages recorded, {total} bytes")
    return [f"the recorded pages take {total} bytes, {MOST_BYTES} are allowed"] if total > MOST_BYTES else []


def compare(pages, out):
    faults = []
    names = {page_name(*key): picture for key, picture in pages.items()}
    recorded = {path.name for path in PAGES.glob("*.png")}
    faults += [f"{name}: no such page any more" for name in sorted(recorded - set(names))]
    for name, picture in names.items():
        if name not in recorded:
            faults.append(f"{name}: a page that was not recorded")
            continue
        golden, fresh = read_png(PAGES / name), picture.rounded()
        if golden.same(fresh):
            continue
        if (golden.width, golden.height) != (fresh.width, fresh.height):
            faults.append(f"{name}: {fresh.width} × {fresh.height} points instead of {golden.width} × {golden.height}")
            continue
        measures, difference = apart(golden, fresh)
        if too_far := beyond(measures):
            where = out / "differences" / name
            where.parent.mkdir(exist_ok=True)
            write_png(where, difference)
            faults.append(f"{name}: {', '.join(too_far)}; see {where}")
    return faults


def lines_of(picture):
    """From-to rows of the lines of text, as far as white stands between them."""
    lines, begin = [], None
    for y in range(picture.height):
        inked = min(picture.row(y)) < 128
        if inked and begin is None:
            begin = y
        if not inked and begin is not None:
            lines.append((begin, y))
            begin = None
    return [line for line in lines if 5 <= line[1] - line[0] <= 12]


def moved(picture, begin, end, by):
    """The rows from `begin` to `end` stand `by` rows lower, what stood there is gone."""
    rows = [picture.row(y) for y in range(picture.height)]
    rows[begin:end + by] = [b"\xff" * picture.width] * by + rows[begin:end]
    return Picture(picture.width, picture.height, b"".join(rows))


def softened(picture):
    """As another rasteriser may smooth: each point takes a little of its neighbour."""
    data = picture.data
    return Picture(picture.width, picture.height, bytes((7 * a + b) // 8 for a, b in zip(data, data[1:] + data[-1:])))


def check_measure(pages):
    """The tolerance itself: it finds a moved line and lets another way of smoothing pass."""
    faults = []
    for key in (("Отчёт-образец", 3), ("Приказ-образец", 1)):
        picture = pages[key].rounded()
        lines = lines_of(picture)
        begin, end = lines[len(lines) // 2]
        height = lines[len(lines) // 2 + 1][0] - begin
        if not beyond(apart(picture, moved(picture, begin, picture.height - height, height))[0]):
            faults.append(f"{page_name(*key)}: a page moved down by one line is not told from the recorded one")
        if not beyond(apart(picture, moved(picture, begin, end, 4))[0]):
            faults.append(f"{page_name(*key)}: a line moved by four points is not told from the recorded one")
        if too_far := beyond(apart(picture, softened(pages[key]).rounded())[0]):
            faults.append(f"{page_name(*key)}: a softer rendering fails: {', '.join(too_far)}")
    return faults


def plain(text):
    """Without the ends of lines and the hyphens that lines ended with."""
    text = re.sub("\u00ad\\s*", "", text.replace("\f", "\n"))
    return re.sub(r"\s+", " ", text)


def check_text(document, text):
    whole = plain(text)
    faults = [f"{document}: «{sentence}» does not come back from pdftotext" for sentence in SENTENCES.get(document, [])
              if sentence not in whole]
    return faults + [f"{document}: «{word}» is in the text" for word in ("{{", "}}", "\ufffd") if word in whole]


def check_readers(pdfs):
    faults, skipped = [], []
    readers = [("qpdf", lambda pdf: run("qpdf", "--check", pdf)),
               ("mutool", lambda pdf: run("mutool", "draw", "-q", "-r", "20", "-F", "pgm", "-o", "/dev/null", pdf))]
    for name, read in readers:
        if not shutil.which(name):
            skipped.append(f"{name} is not installed")
            continue
        for pdf in pdfs:
            try:
                read(pdf)
            except RuntimeError as error:
                faults.append(str(error))
    if not shutil.which("node"):
        return faults, skipped + ["node is not installed, pdf.js cannot read"]
    done = subprocess.run(["node", str(HERE / "read_pdfjs.cjs"), *map(str, pdfs)], capture_output=True, timeout=300)
    if done.returncode == 77:
        skipped.append("pdfjs-dist is not found by node (NODE_PATH)")
    elif done.returncode != 0:
        faults.append(f"pdf.js: {done.stderr.decode()}{done.stdout.decode()}")
    else:
        print(done.stdout.decode(), end="")
    return faults, skipped


def work(svod, out, recording):
    pdfs = build(svod, out)
    faults = check_made(out)
    faults += [f"{name}: not built" for name in sorted(set(SENTENCES) - {pdf.stem for pdf in pdfs})]
    pages = {}
    for place, pdf in enumerate(pdfs):
        for number, picture in rendered(pdf, out / f"pages-{place}").items():
            pages[pdf.stem, number] = picture
        faults += check_text(pdf.stem, run("pdftotext", pdf, "-"))
    faults += record(pages) if recording else compare(pages, out)
    faults += check_measure(pages)
    unread, skipped = check_readers(pdfs)
    for line in skipped:
        print(f"skipped: {line}")
    return faults + unread, len(pages)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("svod", type=Path)
    arguments.add_argument("--record", action="store_true")
    arguments.add_argument("--out", type=Path)
    given = arguments.parse_args()
    out = given.out
    if out:
        shutil.rmtree(out, ignore_errors=True)
        out.mkdir(parents=True)
    else:
        out = Path(tempfile.mkdtemp(prefix="svod-specimen-"))
    faults, count = work(given.svod.resolve(), out, given.record)
    if faults:
        print("\n".join(faults))
        return 1
    print(f"{count} pages")
    if not given.out:
        shutil.rmtree(out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
