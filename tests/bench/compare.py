#!/usr/bin/env python3
"""Sets the same Russian text and tables with svod, ReportLab, WeasyPrint and Typst, and compares.

    compare.py [--svod FILE] [--typst DIR] [--runs N] [--only svod,reportlab,weasyprint,typst]

Whole processes, one thread each; medians after a warm-up, peak memory, and pages as pdfinfo counts them. What is
not installed is named and left out: python3-reportlab and weasyprint are Debian packages; for Typst run
`npm install @myriaddreamin/typst-ts-node-compiler` in DIR. Nothing is asserted.
"""
import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
FONTS = Path("/usr/share/fonts/truetype/paratype")

PARAGRAPHS = (
    "Показатели раздела вычислены по исходным строкам, которые представили общеобразовательные организации: средние "
    "значения муниципалитета получены из результатов участников, а не из средних по школам. Проценты округлены один "
    "раз, поэтому их сумма может отличаться от ста на единицу; где сведения представлены не полностью, рядом с "
    "показателем указано число школ.",
    "Сравнение с прошлым годом показывает, что изменения на несколько десятых балла в предметах, которые сдают меньше "
    "тридцати выпускников, не означают изменения качества подготовки. Методической службе рекомендовано рассмотреть "
    "результаты на заседаниях объединений, руководителям школ – внести изменения в планы внутришкольного контроля.",
)
HEADS = ("Школа", "Участников", "Средний балл", "Минимальный балл", "Наивысший балл", "Доля участников, %")
NAMES = ("Средняя школа с углублённым изучением предметов", "Основная школа")
ROWS = 16
LETTERS = 500      # documents of four sections
FEW = 20           # of them, for those that take minutes


def rows(section):
    """The figures of a section's table; the template for svod says the same in its own language."""
    for row in range(1, ROWS + 1):
        yield (NAMES[0 if row < 9 else 1], str(section + row), f"{(section * 7 + row) / 10:.1f}".replace(".", ","),
               str(20 + row), str(40 + row * 2), f"{(row * 31) / 10:.1f}".replace(".", ","))


def svod_workspace(folder, sections, documents):
    shutil.copytree(ROOT / "inputs" / "kemerovo-2021", folder, ignore=shutil.ignore_patterns(".svod", "submissions",
                                                                                           "rules", "history"))
    text = (folder / "workspace.yaml").read_text(encoding="utf-8")
    head = text[:re.search(r"^documents:", text, re.M).start()]
    order = []
    for first in range(0, documents, 100):  # a list of years is no longer than that
        order += [f'  - name: "{first // 100}/Документ {{{{ d | plain }}}}"', "    template: pages", "    formats: [pdf]",
                  f"    each: d in years(1, {min(100, documents - first)})"]
    (folder / "workspace.yaml").write_text(head + "documents:\n" + "\n".join(order) + "\n", encoding="utf-8")
    columns = [f"  - {{id: school, title: {HEADS[0]}, value: \"if row < 9 then '{NAMES[0]}' else '{NAMES[1]}'\"}}",
               f"  - {{id: people, title: {HEADS[1]}, value: section + row}}",
               f"  - {{id: mean, title: {HEADS[2]}, value: (section * 7 + row) / 10, places: 1}}",
               f"  - {{id: low, title: {HEADS[3]}, value: 20 + row}}",
               f"  - {{id: high, title: {HEADS[4]}, value: 40 + row * 2}}",
               f"  - {{id: share, title: \"{HEADS[5]}\", value: row * 31 / 10, places: 1}}"]
    (folder / "templates").mkdir()
    (folder / "templates" / "pages.md").write_text("\n".join([
        "---", "title: Проба набора", "profile: report", "numbered: true", "---", "",
        f"::: for a in years(1, {-(-sections // 100)})", f"::: for b in years(1, {min(sections, 100)})",
        "::: let section = (a - 1) * 100 + b", "# Раздел {{ section | plain }}", "", PARAGRAPHS[0], "", "```table",
        "caption: Результаты", "rows: row in years(1, %d)" % ROWS, "columns:", *columns, "```", "", PARAGRAPHS[1], "", ":::",
        ":::", ":::", ""]), encoding="utf-8")


REPORTLAB = '''
import sys
sys.path.insert(0, sys.argv[1])
from compare import FONTS, HEADS, PARAGRAPHS, rows
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle
for name, file in (("serif", "PTF55F.ttf"), ("sans", "PTS55F.ttf"), ("bold", "PTS75F.ttf")):
    pdfmetrics.registerFont(TTFont(name, str(FONTS / file)))
body = ParagraphStyle("b", fontName="serif", fontSize=11.5, leading=16, alignment=TA_JUSTIFY, firstLineIndent=22)
head = ParagraphStyle("h", fontName="bold", fontSize=17, leading=21, spaceBefore=22, spaceAfter=9)
cell = ParagraphStyle("c", fontName="sans", fontSize=9, leading=11.5)
caption = ParagraphStyle("t", fontName="bold", fontSize=10, leading=13, spaceBefore=8, spaceAfter=5)
style = TableStyle([("FONT", (0, 0), (-1, -1), "sans", 9), ("LINEABOVE", (0, 0), (-1, 0), 0.8, "black"),
                    ("LINEBELOW", (0, 0), (-1, -1), 0.25, "grey"), ("ALIGN", (1, 0), (-1, -1), "RIGHT")])
for document in range(int(sys.argv[3])):
    flow, number = [], 0
    for section in range(1, int(sys.argv[2]) + 1):
        flow += [Paragraph(f"{section} Раздел {section}", head), Paragraph(PARAGRAPHS[0], body),
                 Paragraph(f"Таблица {section} – Результаты", caption)]
        data = [[Paragraph(h, cell) for h in HEADS]] + [[Paragraph(r[0], cell), *r[1:]] for r in rows(section)]
        flow += [Table(data, repeatRows=1, style=style, colWidths=[150] + [62] * 5), Paragraph(PARAGRAPHS[1], body)]
    SimpleDocTemplate(f"{sys.argv[4]}/{document}.pdf", pagesize=A4, leftMargin=71, rightMargin=57, topMargin=57,
                      bottomMargin=57).build(flow)
'''

WEASYPRINT = '''
import sys
sys.path.insert(0, sys.argv[1])
from compare import HEADS, PARAGRAPHS, rows
from weasyprint import HTML
STYLE = """@page{size:A4;margin:20mm 20mm 20mm 25mm} body{font:11.5pt/16pt 'PT Serif';text-align:justify;hyphens:auto}
h1{font:bold 17pt 'PT Sans'} table{font:9pt/11.5pt 'PT Sans';border-collapse:collapse;width:100%}
td,th{border-bottom:.25pt solid grey;text-align:right;padding:2.6pt 4pt} td:first-child{text-align:left}"""
for document in range(int(sys.argv[3])):
    parts = []
    for section in range(1, int(sys.argv[2]) + 1):
        parts.append(f"<h1>{section} Раздел {section}</h1><p>{PARAGRAPHS[0]}</p><p>Таблица {section} – Результаты</p><table><thead><tr>"
                     + "".join(f"<th>{h}</th>" for h in HEADS) + "</tr></thead>"
                     + "".join("<tr>" + "".join(f"<td>{c}</td>" for c in r) + "</tr>" for r in rows(section))
                     + f"</table><p>{PARAGRAPHS[1]}</p>")
    HTML(string=f"<html lang=ru><style>{STYLE}</style>" + "".join(parts)).write_pdf(f"{sys.argv[4]}/{document}.pdf")
'''

TYPST = '''
import { createRequire } from "node:module";
import fs from "node:fs";
const require = createRequire(process.argv[2] + "/");
const { NodeCompiler } = require("@myriaddreamin/typst-ts-node-compiler");
const compiler = NodeCompiler.create({ workspace: process.argv[5], fontArgs: [{ fontPaths: [process.argv[6]] }] });
for (let document = 0; document < Number(process.argv[3]); ++document) {
  const source = fs.readFileSync(process.argv[4], "utf8") + `// ${document}\\n`;
  fs.writeFileSync(`${process.argv[5]}/${document}.pdf`, compiler.pdf({ mainFileContent: source }));
}
'''


def typst_source(sections):
    parts = ['#set page("a4", margin: (left: 25mm, rest: 20mm), numbering: "1")',
             '#set text(font: "PT Serif", size: 11.5pt, lang: "ru")', "#set par(justify: true, first-line-indent: 8mm)",
             '#set heading(numbering: "1")', '#show table: set text(font: "PT Sans", size: 9pt)', "#set par(linebreaks: \"optimized\")"]
    for section in range(1, sections + 1):
        flat = ", ".join("[" + c + "]" for r in rows(section) for c in r)
        parts += [f"= Раздел {section}", PARAGRAPHS[0], "",
                  "#figure(caption: [Результаты], kind: table, table(columns: (1fr, auto, auto, auto, auto, auto), align: (left, right, right, right, right, right), "
                  "table.header(" + ", ".join("[" + h + "]" for h in HEADS) + f"), {flat}))", "", PARAGRAPHS[1], ""]
    return "#show figure: set block(breakable: true)\n" + "\n".join(parts) + "\n"


def measure(command, runs, allowed=(0,)):
    """Median wall seconds and peak memory in MB; nothing where the command fails. One run has no warm-up."""
    times, peaks = [], []
    for i in range(runs + (runs > 1)):
        begin = time.monotonic()
        process = subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        said = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        if os.waitstatus_to_exitcode(status) not in allowed:
            print(said.decode(errors="replace")[-600:])
            return None
        if i > 0 or runs == 1:
            times.append(time.monotonic() - begin)
            peaks.append(usage.ru_maxrss / 1024)
    return statistics.median(times), max(peaks)


def pages_in(folder):
    files = sorted(folder.rglob("*.pdf"))
    said = subprocess.run(["pdfinfo", files[0]], capture_output=True, text=True).stdout
    return int(re.search(r"^Pages:\s+(\d+)", said, re.M).group(1)) * len(files), len(files)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--svod", type=Path, default=ROOT / "build" / "release" / "svod")
    arguments.add_argument("--typst", type=Path)
    arguments.add_argument("--runs", type=int, default=3)
    arguments.add_argument("--only", default="svod,reportlab,weasyprint,typst")
    options = arguments.parse_args()
    wanted = options.only.split(",")
    absent = {}
    for name, module in (("reportlab", "reportlab"), ("weasyprint", "weasyprint")):
        if subprocess.run(["/usr/bin/python3", "-c", f"import {module}"], capture_output=True).returncode != 0:
            absent[name] = f"{module} is not installed"
    if options.typst is None or not (options.typst / "node_modules" / "@myriaddreamin").is_dir():
        absent["typst"] = "no --typst folder with @myriaddreamin/typst-ts-node-compiler"
    with tempfile.TemporaryDirectory(prefix="svod-compare-") as name:
        folder = Path(name)
        (folder / "reportlab_pages.py").write_text(REPORTLAB, encoding="utf-8")
        (folder / "weasyprint_pages.py").write_text(WEASYPRINT, encoding="utf-8")
        (folder / "typst.mjs").write_text(TYPST, encoding="utf-8")

        def command(tool, sections, documents, out):
            if tool == "svod":
                space = folder / f"svod-{sections}-{documents}"
                svod_workspace(space, sections, documents)
                return [options.svod, "build", space, "--out", out, "--jobs", "1"]
            out.mkdir()
            if tool == "typst":
                (folder / "main.typ").write_text(typst_source(sections), encoding="utf-8")
                return ["node", folder / "typst.mjs", options.typst, documents, folder / "main.typ", out, FONTS]
            script = folder / ("reportlab_pages.py" if tool == "reportlab" else "weasyprint_pages.py")
            return ["/usr/bin/python3", script, HERE, sections, documents, out]

        print(f"{'content':<14}{'by':<12}{'documents':>10}{'pages':>8}{'wall, s':>10}{'pages/s':>10}{'docs/s':>9}{'peak, MB':>10}")
        for title, sections, documents in (("200 pages", 200, 1), ("4 pages each", 4, LETTERS), ("5,000 pages", 5000, 1)):
            for tool in ("svod", "reportlab", "weasyprint", "typst"):
                if tool not in wanted:
                    continue
                if tool in absent:
                    print(f"{title:<14}{tool:<12}  left out: {absent[tool]}")
                    continue
                count, runs = documents, options.runs
                if sections > 1000 and tool != "svod":
                    continue
                if tool == "weasyprint" or (tool != "svod" and documents > 1):
                    count, runs = min(documents, FEW), 1
                out = folder / f"{tool}-{sections}-{count}-out"
                # The workspace has no submissions, which svod says and goes on.
                got = measure(command(tool, sections, count, out), runs, (0, 1) if tool == "svod" else (0,))
                if got is None:
                    print(f"{title:<14}{tool:<12}  failed")
                    continue
                pages, files = pages_in(out)
                wall, peak = got
                print(f"{title:<14}{tool:<12}{files:>10}{pages:>8}{wall:>10.2f}{pages / wall:>10.0f}{files / wall:>9.1f}{peak:>10.0f}",
                      flush=True)
                shutil.rmtree(out, ignore_errors=True)


if __name__ == "__main__":
    main()
