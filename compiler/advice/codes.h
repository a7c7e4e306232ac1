#pragma once

#include <array>

#include "diagnostics/diagnostic.h"

/// What can be wrong when rules are applied.
namespace svod::advice::codes {

inline constexpr Code use_forbidden{
    "A101", "Показатель нельзя использовать в рекомендациях",
    "Правило опирается на показатель, использование которого в рекомендациях запрещено на дату сборки актом, "
    "названным в его определении. Правило не применено.",
    "Уберите показатель из правила или возьмите тот, для которого такое использование разрешено."};
inline constexpr Code nothing_listed{
    "A102", "Правилу не из чего выбирать",
    "Список, который перебирает правило, не известен: на него не хватает данных. Правило не применено там, где "
    "списка нет.",
    "Проверьте выражение после `in` в правиле и данные, на которые оно опирается."};

inline constexpr std::array<const Code*, 2> all{&use_forbidden, &nothing_listed};

}  // namespace svod::advice::codes
