"""What another reader sees in the sample workbooks: formulas, formats, panes, widths, print set-up."""

import sys
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


folder = Path(sys.argv[1])
check_whole(folder / "whole.xlsx")
check_long(folder / "long.xlsx")
