#!/usr/bin/env python3
"""A command line that is wrong is told in Russian, with what to write instead; the exit code is 2 and nothing is done."""
import json
import re
import subprocess

from sample import SVOD, fail, has, svod, workspace

ENGLISH = re.compile(r"required|expected|argument|value|range|following|missing|could|subcommand|invalid|option|at most", re.I)
WRONG = [
    ([], "не указана команда", "есть: build, check"),
    (["bild", "x"], "команды «bild» нет", "«build»"),
    (["справка"], "команды «справка» нет", "есть: build"),
    (["--foo"], "ключа «--foo» нет", "--version"),
    (["build"], "не указано: рабочая папка", "svod build inputs/"),
    (["build", "--foo"], "ключа «--foo» нет", "есть: "),
    (["build", "x", "--strickt"], "ключа «--strickt» нет", "«--strict»"),
    (["build", "x", "--jobs"], "у ключа --jobs нет значения", "--jobs N – число потоков, от 1 до 256"),
    (["build", "x", "--jobs", "0"], "ключ --jobs", "«0»", "от 1 до 256"),
    (["build", "x", "--jobs", "257"], "«257»", "от 1 до 256"),
    (["build", "x", "--jobs", "-1"], "«-1»", "от 1 до 256"),
    (["build", "x", "--jobs", "2.5"], "«2.5»", "целое число"),
    (["build", "x", "--jobs", "99999999999999999999"], "от 1 до 256"),
    (["build", "x", "--jobs", "2", "--jobs", "3"], "ключ --jobs указан несколько раз"),
    (["build", "x", "--strict=да"], "у ключа --strict значения не бывает"),
    (["build", "x", "--as-of"], "у ключа --as-of нет значения", "ГГГГ-ММ-ДД"),
    (["build", "x", "--as-of", "01.09.2023"], "нет такой даты: «01.09.2023»", "ГГГГ-ММ-ДД"),
    (["build", "x", "--as-of", "2023-02-29"], "нет такой даты: «2023-02-29»"),
    (["build", "x", "--as-of", ""], "ключ --as-of: значение пусто", "ГГГГ-ММ-ДД"),
    (["build", "x", "--out", ""], "ключ --out: значение пусто", "папка документов"),
    (["build", ""], "рабочая папка: значение пусто"),
    (["build", "x", "--edition", "общая"], "нет значения «общая»", "internal, public"),
    (["build", "x", "--edition", "public"], "пока не выпускается"),
    (["build", "x", "--print", "foo"], "нет значения «foo»", "definitions, plans"),
    (["build", "x", "--messages", "xml"], "нет значения «xml»", "text, json"),
    (["build", "x", "y", "--out", "z"], "для нескольких рабочих папок"),
    (["check"], "не указано: рабочая папка"),
    (["status", "a", "b"], "лишнее в командной строке: «b»", "в кавычки"),
    (["explain"], "не указано: рабочая папка или код замечания"),
    (["words"], "не указано: рабочая папка"),
    (["cells"], "не указано: файл"),
    (["cells", "a", "b"], "лишнее в командной строке: «b»"),
    (["issue", "x"], "не указано: имя документа", "--number 17 --date"),
    (["issue", "x", "д"], "не указан номер", "--number 17"),
    (["issue", "x", "д", "--number", "1"], "не указана дата подписания", "--date"),
    (["issue", "x", "д", "--number"], "у ключа --number нет значения", "регистрационный номер"),
    (["issue", "x", "д", "--number", ""], "ключ --number: значение пусто"),
    (["issue", "x", "д", "--number", "1", "--date", "2023-02-31"], "нет такой даты: «2023-02-31»"),
    (["issue", "x", "Приказ", "об", "итогах", "--number", "1", "--date", "2023-02-01"], "лишнее в командной строке", "в кавычки"),
    (["issue", "x", "д", "--agreement", "--number", "1"], "номер не дают"),
    (["term"], "не указано: срок", "svod term"),
    (["term", "март"], "не указано: год", "--year 2022"),
    (["term", "март", "--year"], "у ключа --year нет значения", "2021/22"),
] + [(["term", "март", "--year", year], f"нет такого года: «{year}»", "2021/22")
     for year in ("0", "-1", "99999", "abc", "2021/23", "2022 год")]


def main():
    for words, *wanted in WRONG:
        done = svod(*words, expect=2)
        text = done.stderr.decode()
        has(text, "ошибка B125: ", "подсказка: ", *wanted)
        told = re.sub(r"--[a-z-]+|«[^»]*»", "", text)
        if ENGLISH.search(told) or done.stdout:
            fail(f"svod {words}: {text}{done.stdout.decode()}")
    has(svod("build", "--help").stdout.decode(), "Вызов: svod build [КЛЮЧИ]", "--as-of DATE")
    told = json.loads(svod("build", "--foo", "--messages", "json", expect=2).stderr)
    if told["code"] != "B125" or told["file"] != "svod build":
        fail(f"a wrong line for a program: {told}")
    has(svod("explain", "B125").stdout.decode(), "Командная строка не разобрана")

    # What a term may be: anything that a shell can pass.
    for text in ("", " ", "я" * 60000, "абв\udcff\udcfe", "\x01\x02\x1b[31m", "{{ 1 }}", "март" * 15000):
        done = svod("term", text, "--year", "2022", expect=1)
        if json.loads(done.stdout)["kind"] != "invalid" or done.stdout.count(b"\n") != 1:
            fail(f"svod term {text[:20]!r}: {done.stdout[:200]}")

    # A workspace is named by its folder, wherever one stands.
    with workspace("papers-2023") as (folder, out):
        made = svod("build", ".", cwd=folder).stdout.decode()
        has(made, "outputs/papers-2023/")
        with open("/dev/full", "w") as full:
            done = subprocess.run([SVOD, "status", str(folder)], stdout=full, stderr=subprocess.PIPE)
        if done.returncode != 2:
            fail(f"nowhere to print: exit {done.returncode}")
        has(done.stderr.decode(), "вывод программы не записан", "подсказка")


if __name__ == "__main__":
    main()
