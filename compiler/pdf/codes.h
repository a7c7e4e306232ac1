#pragma once

#include <array>

#include "diagnostics/diagnostic.h"

namespace svod::pdf::codes {

inline constexpr Code no_pages{"L201", "Нет страниц", "Документ не набран: файл PDF без страниц не делается.",
                               "Исправьте ошибки набора, о которых сказано выше."};
inline constexpr Code not_written{
    "L202", "Файл PDF не собран",
    "Страницы документа противоречивы, шрифт не внедряется или библиотека, которая собирает PDF, сообщила об ошибке.",
    "Переустановите пакеты шрифтов. Если ошибка остаётся, сообщите о ней разработчикам и приложите документ."};
inline constexpr std::array<const Code*, 2> all{&no_pages, &not_written};

}  // namespace svod::pdf::codes
