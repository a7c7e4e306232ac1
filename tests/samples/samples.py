"""What the sample scripts share: where things lie, and files whose bytes depend on nothing but their content."""
import csv
import datetime
import io
import shutil
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FIGURES = ROOT / "tests" / "figures" / "kemerovo-2021"
MOMENT = datetime.datetime(2021, 8, 20)


def clear(folder):
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)


def define(book, name):
    """openpyxl 3.0 keeps defined names in a list, 3.1 in a dictionary."""
    if hasattr(book.defined_names, "append"):
        book.defined_names.append(name)
    else:
        book.defined_names[name.name] = name


def still(data):
    """The same container with a fixed moment in its entries and its properties."""
    raw = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(source.namelist()):
            part = source.read(name)
            if name == "docProps/core.xml":
                for tag in (b"dcterms:created", b"dcterms:modified"):
                    begin = part.index(b">", part.index(b"<" + tag)) + 1
                    end = part.index(b"</" + tag)
                    part = part[:begin] + MOMENT.strftime("%Y-%m-%dT%H:%M:%SZ").encode() + part[end:]
            info = zipfile.ZipInfo(name, MOMENT.timetuple()[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, part)
    return raw.getvalue()


def save(book, path):
    book.properties.creator = "Школа"
    raw = io.BytesIO()
    book.save(raw)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(still(raw.getvalue()))


def write_csv(path, rows, encoding, delimiter=";"):
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w", encoding=encoding, newline="") as target:
        csv.writer(target, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
