"""Makes the workbooks that the reading benchmark measures: 300 small forms (3 sheets of 40 x 12) and one large
sheet of 100,000 x 12, with texts, numbers, dates and formulas as Excel writes them.

    python3 make_workbooks.py FOLDER

The parts are written as text, so that nothing but Python is needed; the same bytes come out each time.
"""

import pathlib
import sys
import zipfile

NAMESPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SUBJECTS = ["Русский язык", "Математика", "Физика", "Химия", "Информатика", "Биология", "История", "География",
            "Английский язык", "Обществознание", "Литература"]
COLUMNS = "ABCDEFGHIJKL"


class Strings:
    def __init__(self):
        self.index = {}

    def __call__(self, text):
        return self.index.setdefault(text, len(self.index))

    def part(self):
        items = "".join(f"<si><t>{text}</t></si>" for text in self.index)
        return f'{HEAD}<sst {NAMESPACE} count="{len(self.index)}" uniqueCount="{len(self.index)}">{items}</sst>'


def cells(row, seed, strings):
    """Twelve cells: a code, two texts, a date, six numbers, a share and a formula with its value."""
    value = (row * 7919 + seed * 104729) % 1_000_003
    marks = [(value >> shift) % 101 for shift in (0, 2, 4, 6, 8, 10)]
    texts = [f"Участник {value % 20011:05d}", SUBJECTS[value % len(SUBJECTS)], f"МБОУ «СОШ № {value % 97}»"]
    place = [f"{column}{row}" for column in COLUMNS]
    out = [f'<c r="{place[i]}" s="1" t="s"><v>{strings(text)}</v></c>' for i, text in enumerate(texts)]
    out.append(f'<c r="{place[3]}" s="2"><v>{44000 + value % 700}</v></c>')
    out += [f'<c r="{place[4 + i]}" s="1"><v>{mark}</v></c>' for i, mark in enumerate(marks)]
    out.append(f'<c r="{place[10]}" s="3"><v>{value % 1000 / 1000}</v></c>')
    out.append(f'<c r="{place[11]}" s="1"><f>SUM(E{row}:J{row})</f><v>{sum(marks)}</v></c>')
    return "".join(out)


def sheet(rows, seed, strings):
    body = "".join(f'<row r="{row}" spans="1:12">{cells(row, seed, strings)}</row>' for row in range(1, rows + 1))
    return (f'{HEAD}<worksheet {NAMESPACE}><dimension ref="A1:L{rows}"/><cols><col min="1" max="12" width="14"/></cols>'
            f"<sheetData>{body}</sheetData></worksheet>")


def write(path, sheets, rows, seed):
    strings = Strings()
    parts = {f"xl/worksheets/sheet{i + 1}.xml": sheet(rows, seed + i, strings) for i in range(sheets)}
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.'
        f'worksheet+xml"/>' for name in parts)
    listed = "".join(f'<sheet name="Лист {i + 1}" sheetId="{i + 1}" r:id="rId{i + 1}"/>' for i in range(sheets))
    related = "".join(f'<Relationship Id="rId{i + 1}" Type="{RELATIONS}/worksheet" Target="worksheets/sheet{i + 1}.xml"/>'
                      for i in range(sheets))
    package = "http://schemas.openxmlformats.org/package/2006"
    parts |= {
        "[Content_Types].xml":
            f'{HEAD}<Types xmlns="{package}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.'
            f'spreadsheetml.sheet.main+xml"/>{overrides}</Types>',
        "_rels/.rels":
            f'{HEAD}<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
            f'Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml":
            f'{HEAD}<workbook {NAMESPACE} xmlns:r="{RELATIONS}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels":
            f'{HEAD}<Relationships xmlns="{package}/relationships">{related}'
            f'<Relationship Id="rIdS" Type="{RELATIONS}/sharedStrings" Target="sharedStrings.xml"/>'
            f'<Relationship Id="rIdT" Type="{RELATIONS}/styles" Target="styles.xml"/></Relationships>',
        "xl/sharedStrings.xml": strings.part(),
        "xl/styles.xml":
            f'{HEAD}<styleSheet {NAMESPACE}><numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/>'
            '</numFmts><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="1"/><xf numFmtId="164"/><xf numFmtId="10"/>'
            "</cellXfs></styleSheet>",
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, text)


def main():
    folder = pathlib.Path(sys.argv[1])
    (folder / "small").mkdir(parents=True, exist_ok=True)
    for i in range(300):
        write(folder / "small" / f"form{i:03d}.xlsx", 3, 40, i * 10)
    write(folder / "large.xlsx", 1, 100_000, 5)


if __name__ == "__main__":
    main()
