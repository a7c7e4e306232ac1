#!/usr/bin/env python3
"""Makes the workbooks of this case and of plan-table-faults.

    make.py

`support.xlsx`: the measures of a plan that a YAML file names, with everything that pages do to a table: a mark of
approval, blocks above, a row of column numbers, a head repeated, rows torn by a page, cells merged down, lists, two
years in a cell, decisions and a signature below. `Дорожная карта 2021-2024.xlsx`: a plan by itself, two directions on
two sheets, sections, a goal with tasks, years in two columns under one head. The faults are one workbook each.
"""
from pathlib import Path

import openpyxl
from openpyxl.workbook import Workbook

CASES = Path(__file__).resolve().parent.parent
HEAD = ["№ п/п", "Наименование мероприятия", "Сроки", "Ответственные", "Ожидаемые результаты"]


def save(book, case, name):
    book.save(CASES / case / "plans" / name)


def support():
    book = Workbook()
    sheet = book.active
    sheet.title = "План"
    for row in [
        ["", "", "", "УТВЕРЖДЁН"],
        ["", "", "", "приказом Отдела образования"],
        [],
        ["План-график поддержки школ на 2022 год"],
        [],
        ["Цель: поднять результаты"],
        ["Задачи:\n- выявить причины;\n- обучить учителей"],
        ["Показатели – доля школ с низкими результатами"],
        [],
        HEAD,
        [1, 2, 3, 4, 5],
        [1, "Семинар для команд школ:\n- анализ;\n- планирование", "18-19 февраля 2022", "МОУ \"Озёрный ИМЦ\", руководители ОО",
         "Программа семинара\nРезолюция"],
        [2, "Мастерские по предметной области физическая", "Март 2022", "Администрация МОУ", "Доля школ с низкими"],
        HEAD,
        [None, "культура", None, "\"Лесная СОШ\", \"Озёрная СОШ №3\"", "результатами"],
        [3, "Форум учителей", "Ноябрь 2022", "МОУ \"Озёрный ИМЦ\",", "Охват"],
        [None, None, None, "администрация МОУ \"Лесная СОШ\"", None],
        [4, "Курсы повышения квалификации", "В течение года", "Администрации МОУ \"Лесная СОШ\", \"Озёрная СОШ №3\"", "Охват"],
        [5, "Переподготовка", None, None, "Охват"],
        [6, "Наличие плана наставничества", "Август 2022", "Соколовой И.Л., учителя-предметники", "План"],
        [7, "Апробация новых форм", "апрель 2022\nоктябрь 2022", "Отдел образования\nОО", "Справки"],
        [],
        ["Управленческие решения – приказы и рекомендации по итогам года"],
        ["Анализ эффективности: проводится в декабре"],
        [],
        ["Начальник отдела образования", None, None, "И. Л. Соколова"],
    ]:
        sheet.append([cell if cell != "" else None for cell in row])
    sheet.merge_cells("A4:E4")
    sheet.merge_cells("C18:C19")
    sheet.merge_cells("D18:D19")
    save(book, "plan-table-made", "support.xlsx")


def roadmap():
    book = Workbook()
    sheet = book.active
    sheet.title = "Качество"
    for row in [
        ["Дорожная карта развития оценки качества образования на 2021–2024 годы"],
        [],
        ["Направление 1. Качество подготовки"],
        ["Куратор: Соколова И. Л."],
        ["№", "Мероприятие (содержание деятельности)", "Срок реализации", None, "Исполнители", "Форма представления отчёта"],
        [None, None, "начало", "окончание", None, None],
        ["1. Механизмы"],
        ["1.1", "Система оценки"],
        ["1.1.1", "Участие во внешних процедурах", 2021, 2024, "ОО", "Справка"],
        ["1.1.2", "Анализ результатов", 2021, 2024, "Отдел образования", "Приказ\nСправка"],
        ["Цель – объективность оценки"],
        ["Задача 1. Обучить экспертов"],
        ["1.1.3", "Школа экспертов", 2022, 2022, "МОУ «Озёрный ИМЦ»", "Программа"],
        ["1.1.3.1", "Отбор слушателей", None, None, None, "Список"],
    ]:
        sheet.append(row)
    for cells in ("A1:F1", "C5:D5", "A7:F7", "A11:F11"):
        sheet.merge_cells(cells)
    other = book.create_sheet("Таланты")
    for row in [
        ["Направление 2. Таланты"],
        ["№", "Мероприятия", "Сроки", "Ответственные", "Форма отчёта"],
        ["2.1", "Олимпиада школьников", "Ежегодно, сентябрь-декабрь", "Отдел образования, ОО", "Протоколы"],
    ]:
        other.append(row)
    save(book, "plan-table-made", "Дорожная карта 2021-2024.xlsx")


def faults():
    def one(name, rows, change=None):
        book = Workbook()
        for row in rows:
            book.active.append(row)
        if change:
            change(book)
        save(book, "plan-table-faults", name)

    plain = ["№", "Мероприятие", "Сроки", "Ответственные"]
    one("no-table.xlsx", [["Список"], ["Школа", "Учеников"], ["Лесная", 12]])
    one("twice.xlsx", [["План на 2022 год"], plain, [1, "Совет", "май 2022", "Отдел образования"]])
    one("named.xlsx", [["План на 2022 год"], plain, [1, "Совет", "май 2022", "Отдел образования"]])
    one("План без года.xlsx", [["План работы"], plain, [1, "Совет", "май", "Отдел образованя"],
                               [2, "Слёт", "июнь", "Управление культуры"]])

    def cells(book):
        sheet = book.active
        sheet["B4"] = "=B3"
        sheet["C4"] = "#REF!"
        sheet["C4"].data_type = "e"
        sheet["A5"] = __import__("datetime").date(2022, 2, 1)
        sheet["D5"] = True
        sheet.row_dimensions[5].hidden = True
        hidden = book.create_sheet("Черновик")
        hidden.sheet_state = "hidden"
        hidden.append(plain)
        hidden.append([1, "Тайное", "май", "ОО"])

    one("cells.xlsx", [["План на 2022 год"], plain + ["Статус", "Прим."], [1, "А" * 25000, "май 2022", "ОО", "сделаю"],
                       [2, "Б", "май 2022", "ОО"], [3, "В", "июнь 2022", "ОО", "в работе"]], cells)


support()
roadmap()
faults()
