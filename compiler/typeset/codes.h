#pragma once

#include <array>

#include "diagnostics/diagnostic.h"

namespace svod::typeset::codes {

inline constexpr Code font_missing{
    "L101", "Нет файла шрифта",
    "Профиль оформления набирает текст шрифтом, файла которого нет ни в одной из папок шрифтов.",
    "Установите пакеты fonts-paratype и fonts-liberation2 или положите файл в папку share/svod/fonts."};
inline constexpr Code no_fonts{
    "L102", "Нет ни одного шрифта", "В папках шрифтов нет ни одного файла TrueType, поэтому документ набрать нельзя.",
    "Установите пакеты fonts-paratype и fonts-liberation2 или переустановите программу вместе с папкой share."};
inline constexpr Code unknown_profile{"L103", "Неизвестный профиль оформления",
                                      "Документ называет профиль, которого нет. Он набран профилем «report».",
                                      "Исправьте имя профиля в шаблоне или в workspace.yaml: «official» или «report»."};
inline constexpr Code glyph_from_another_font{
    "L104", "Знака нет в шрифте",
    "Знак набран другим шрифтом, потому что в основном его нет. На печати он может выделяться.",
    "Проверьте, нужен ли этот знак, или замените его обычным."};
inline constexpr Code glyph_missing{"L105", "Знака нет ни в одном шрифте",
                                    "Знак не может быть напечатан: вместо него стоит знак замены.",
                                    "Исправьте текст: замените знак или уберите его."};
inline constexpr Code broken_link{
    "L106", "Ссылка никуда не ведёт",
    "Текст ссылается на место документа, которого в нём нет. Ссылка напечатана обычным текстом.",
    "Проверьте имя места, на которое ссылается шаблон."};
inline constexpr Code empty_table{"L107", "Таблица без строк",
                                  "В таблице нет ни одной строки: напечатана её шапка и слова «Нет данных».",
                                  "Проверьте условие отбора строк или уберите таблицу из шаблона, когда данных нет."};
inline constexpr Code table_split{
    "L108", "Таблица разделена по графам",
    "Графы таблицы не помещаются на листе даже мелким шрифтом и поперёк: таблица разделена, первая графа повторена.",
    "Сократите число граф или заголовки."};
inline constexpr Code empty_document{"L109", "Пустой документ",
                                     "В документе нет ни одного блока: сделана пустая страница.",
                                     "Проверьте шаблон документа и его условия."};

inline constexpr Code no_hyphenation{"L110", "Нет словаря переносов",
                                     "Без словаря слова в конце строки не переносятся, и пробелы местами широки.",
                                     "Установите пакет hyphen-ru."};

inline constexpr Code loose_line{
    "L111", "Строка с широкими пробелами",
    "Строку по ширине нельзя набрать без широких пробелов: рядом стоят длинные слова, которые не переносятся.",
    "Перестройте фразу или поставьте мягкий перенос (U+00AD) в длинном слове."};

inline constexpr std::array<const Code*, 11> all{
    &font_missing, &no_fonts,    &unknown_profile, &glyph_from_another_font, &glyph_missing,
    &broken_link,  &empty_table, &table_split,     &empty_document,          &no_hyphenation, &loose_line};

}  // namespace svod::typeset::codes
