#pragma once

#include <array>

#include "diagnostics/diagnostic.h"

namespace svod::pdf::codes {

inline constexpr Code no_pages{
    "L201", "Нет страниц",
    "Документ не набран: файл PDF без страниц не делается.",
    "Исправьте ошибки набора, о которых сказано выше."};
inline constexpr Code not_written{
    "L202", "Файл PDF не собран",
    "Библиотека, которая собирает PDF, сообщила об ошибке.",
    "Сообщите разработчикам и приложите документ: это ошибка программы."};
inline constexpr Code not_embedded{
    "L203", "Шрифт не внедрён",
    "Из файла шрифта не удалось взять нужные знаки: возможно, файл повреждён.",
    "Переустановите пакеты шрифтов."};

inline constexpr std::array<const Code*, 3> all{&no_pages, &not_written, &not_embedded};

}  // namespace svod::pdf::codes
