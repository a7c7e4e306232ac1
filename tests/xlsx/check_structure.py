"""What another reader sees in the sample workbooks: formulas, formats, panes, widths, print set-up."""

import sys
import zipfile
from pathlib import Path

import openpyxl


def expect(what, seen, wanted):
    if seen != wanted:
        raise SystemExit(f"{what}: {seen!r}, wanted {wanted!r}")


def check_whole(path):
    book = openpyxl.load_workbook(path)
    expect("sheets", book.sheetnames, ["Содержание", "ОГЭ русский язык", "ОГЭ русский язык (2)",
                                       "Предметы все 2021 что где", "Источники"])
    expect("created", book.properties.created.isoformat(), "2021-08-25T00:00:00")
    expect("creator", book.properties.creator, "Управление образования")
    for sheet in book:
        expect(f"{sheet.title}: paper", int(sheet.page_setup.paperSize), 9)
        expect(f"{sheet.title}: fit", (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight), (1, 0))
        expect(f"{sheet.title}: fit is on", sheet.sheet_properties.pageSetUpPr.fitToPage, True)
        expect(f"{sheet.title}: footer", sheet.oddFooter.center.text, "Страница &P из &N")
        if "НЕ ДЛЯ ПОДПИСИ" not in sheet.oddHeader.center.text or "НЕ ДЛЯ ПОДПИСИ" not in sheet["A2"].value:
            raise SystemExit(f"{sheet.title}: the mark is missing")
        if not sheet.print_area or not sheet.print_title_rows:
            raise SystemExit(f"{sheet.title}: no print area or repeated rows")
    contents = book["Содержание"]
    cells = [cell for row in contents.iter_rows() for cell in row]
    targets = [cell.hyperlink.location for cell in cells if cell.hyperlink]
    expect("links", targets, ["'ОГЭ русский язык'!A1", "'ОГЭ русский язык (2)'!A1",
                              "'Предметы все 2021 что где'!A1", "'Источники'!A1"])
    marks = book["ОГЭ русский язык"]
    expect("panes", marks.freeze_panes, "B6")
    expect("repeated", marks.print_title_rows, "$4:$5")
    expect("orientation", marks.page_setup.orientation, "portrait")
    expect("wide orientation", book["Предметы все 2021 что где"].page_setup.orientation, "landscape")
    expect("merged", sorted(str(r) for r in marks.merged_cells.ranges),
           ["A1:H1", "A4:A5", "B4:B5", "C4:F4", "G4:G5", "H4:H5"])
    head, total, figure = marks["A4"], marks["D10"], marks["D6"]
    expect("head", (head.font.bold, head.alignment.wrap_text, head.fill.fgColor.rgb), (True, True, "FFE3E8EF"))
    expect("total", (total.font.bold, total.value), (True, "=SUM(D6:D9)"))
    expect("font", {cell.font.name for row in marks.iter_rows() for cell in row}, {"Arial"})
    expect("formats", [marks[c].number_format for c in ("D6", "G6", "H6")], ["#,##0", "#,##0.00", "0.0%"])
    expect("alignment", figure.alignment.horizontal, "right")
    for letter, least in (("A", 30), ("B", 6), ("H", 8)):
        if marks.column_dimensions[letter].width < least:
            raise SystemExit(f"column {letter} is too narrow: {marks.column_dimensions[letter].width}")
    expect("hostile text", (marks["A9"].value, marks["A9"].data_type), ("=СУММ(A1)", "s"))
    groups = book["ОГЭ русский язык (2)"]
    expect("sign", (groups["D9"].value, groups["D9"].alignment.horizontal), ("…", "center"))
    sources = book["Источники"]
    expect("source", [c.value for c in sources[5]], [1, "submissions/oge.xlsx",
                                                     "Отметки ОГЭ экзаменационного центра", "a" * 64])


def check_long(path):
    book = openpyxl.load_workbook(path, read_only=True)
    rows = sum(1 for _ in book.worksheets[1].iter_rows())
    if rows < 20_100:
        raise SystemExit(f"rows of the long sheet: {rows}")


def formulas(series):
    """Where a series takes its name, its categories and its values."""
    name = series.tx.strRef.f if series.tx and series.tx.strRef else None
    categories = series.cat.strRef or series.cat.numRef if series.cat else None
    return name, categories.f if categories else None, series.val.numRef.f


def filled(book, formula):
    sheet, cells = formula.rsplit("!", 1)
    found = book[sheet.strip("'").replace("''", "'")][cells.replace("$", "")]
    rows = found if isinstance(found, tuple) else ((found,),)
    return [cell.value for row in rows for cell in row]


def check_charts(path):
    book = openpyxl.load_workbook(path)
    sheets = [name for name in book.sheetnames if name.startswith("Рисунок")]
    expect("sheets of charts", len(sheets), 13)
    kinds = [[type(chart).__name__ for chart in book[name]._charts] for name in sheets]
    expect("kinds", kinds, [["BarChart"]] * 7 + [["LineChart"]] * 2 + [["PieChart"], ["LineChart"], ["LineChart"] * 5,
                                                                      ["BarChart"]])
    for name in sheets:
        sheet = book[name]
        if not sheet["A1"].value.startswith(name + " – "):
            raise SystemExit(f"{name}: {sheet['A1'].value}")
        for chart in sheet._charts:
            for series in chart.series:
                title, categories, values = formulas(series)
                names, numbers = filled(book, categories), filled(book, values)
                if len(names) != len(numbers) or not all(isinstance(n, (str, int)) for n in names) or not filled(book, title)[0]:
                    raise SystemExit(f"{name}: {title} {categories} {values}")
                if any(not isinstance(n, (int, float, type(None))) for n in numbers):
                    raise SystemExit(f"{name}: signs among the values of {values}: {numbers}")
    bars = book[sheets[0]]._charts[0]
    expect("lying bars", (bars.barDir, bars.grouping, bars.y_axis.majorGridlines is not None), ("bar", "clustered", True))
    expect("bands", book[sheets[5]]._charts[0].grouping, "percentStacked")
    years = book[sheets[7]]._charts[0]
    expect("gaps", years.display_blanks, "gap")
    expect("a gap is an empty cell", None in filled(book, formulas(years.series[0])[2]), True)
    scales = {(c.y_axis.scaling.min, c.y_axis.scaling.max) for c in book[sheets[11]]._charts}
    expect("one scale", len(scales), 1)
    with zipfile.ZipFile(path) as archive:
        drawing = archive.read("xl/drawings/drawing1.xml").decode()
    if 'descr="Диаграмма: ' not in drawing:
        raise SystemExit("the chart has no words for those who cannot see it")
    links = [cell.hyperlink.location for row in book["Содержание"].iter_rows() for cell in row if cell.hyperlink]
    expect("links to charts", links[:13], [f"'{name}'!A1" for name in sheets])


def check_plan(path):
    book = openpyxl.load_workbook(path)
    sheet = book["Мероприятия"]
    head = [cell.value for cell in sheet[4]][:7]
    expect("titles stand above the rows", head, ["№", "Мероприятие", "Раздел", "Срок", "Начало", "Окончание", "Состояние"])
    expect("filter", sheet.auto_filter.ref, "A4:G7")
    expect("panes", sheet.freeze_panes, "C5")
    expect("merged", sorted(str(r) for r in sheet.merged_cells.ranges), ["H3:J3"])
    expect("date", (sheet["E5"].value.isoformat()[:10], sheet["E5"].number_format, sheet["E5"].is_date),
           ("2022-02-01", "dd.mm.yyyy", True))
    expect("no date", sheet["E6"].value, None)
    expect("what reaches down stands in every row", [sheet["C5"].value, sheet["C6"].value], ["1. Подготовка"] * 2)
    expect("choices", [(str(v.sqref), v.formula1) for v in sheet.data_validations.dataValidation],
           [("G5:G7", '"запланировано,начато,исполнено,отменено"')])
    marks = {str(r.sqref): r.rules[0].formula[0] for r in sheet.conditional_formatting if r.sqref.ranges[0].bounds[0] < 8}
    over = 'OR($G5="исполнено",$G5="отменено")'
    late = f"AND(N($F5)>0,$F5<TODAY(),LEN($G5)>1,NOT({over}))"
    expect("done and overdue are marked", marks, {"A5:G7": over, "F5:F7": late, "G5:G7": late})
    rules = {str(r.sqref): r.rules[0].formula[0] for r in sheet.conditional_formatting
             if r.sqref.ranges[0].bounds[0] >= 8}
    expect("bars follow the dates", rules,
           {f"{c}5:{c}6": f"AND(N($F5)>0,IF(N($E5)>0,$E5,$F5)<=DATE(2022,{m},{d}),$F5>=DATE(2022,{m},1))"
            for c, m, d in (("H", 1, 31), ("I", 2, 28), ("J", 3, 31))})
    fills = [sheet[c].fill.fgColor.rgb for c in ("H7", "I7", "J7")]
    expect("a bar with a gap is filled", (fills[0] == fills[2], fills[0] != fills[1]), (True, True))
    progress = book["Выполнение"]
    expect("counts", [progress[c].value for c in ("B4", "C4", "B6", "C6")],
           ["=COUNTIFS('Мероприятия'!C5:C7,$A4)", "=COUNTIFS('Мероприятия'!C5:C7,$A4,'Мероприятия'!G5:G7,\"исполнено\")",
            "=COUNTA('Мероприятия'!B5:B7)", "=COUNTIFS('Мероприятия'!G5:G7,\"исполнено\")"])
    expect("a text with a wildcard is not compared", progress["B5"].value, 1)


    control = book["Контроль"]
    waits = ",".join(f'$C4="{word}"' for word in ("запланировано", "начато", "на контроле", "просрочено"))
    expect("what is late is marked on the day when the book is looked at",
           {str(r.sqref): r.rules[0].formula[0] for r in control.conditional_formatting},
           {c: f"AND(N($A4)>0,$A4<TODAY(),OR({waits}))" for c in ("A4", "C4")})


folder = Path(sys.argv[1])
check_plan(folder / "plan.xlsx")
check_charts(folder / "charts.xlsx")
check_whole(folder / "whole.xlsx")
check_long(folder / "long.xlsx")
