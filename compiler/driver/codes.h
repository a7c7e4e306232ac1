#pragma once

#include <array>

#include "diagnostics/diagnostic.h"

namespace svod::driver::codes {

inline constexpr Code no_workspace{
    "B101", "Нет рабочей папки",
    "Указанная папка не найдена или в ней нет файла workspace.yaml.",
    "Проверьте путь. Новую рабочую папку с примером создаёт команда svod new ПАПКА."};
inline constexpr Code cannot_write{
    "B102", "Не удалось записать результат",
    "Файл или папку результата записать не удалось. Прежние документы остались на месте.",
    "Освободите место на диске или укажите другую папку ключом --out."};
inline constexpr Code busy{
    "B103", "Идёт другая сборка",
    "Другая программа svod в это же время собирает документы в ту же папку.",
    "Дождитесь её окончания или укажите другую папку ключом --out."};
inline constexpr Code cannot_read{
    "B104", "Файл не читается",
    "Файл, названный в командной строке, прочитать не удалось.",
    "Проверьте путь и права на чтение."};
inline constexpr Code withheld{
    "B106", "Документ не выпущен",
    "Сборка идёт с ключом --strict, а в данных документа есть ошибки, поэтому он не выпущен.",
    "Исправьте ошибки, перечисленные выше, или уберите ключ --strict: документ выйдет с отметкой «НЕ ДЛЯ ПОДПИСИ»."};
inline constexpr Code nothing_selected{
    "B107", "Нет документов по отбору",
    "Ни один документ не подходит под образец ключа --only.",
    "Имена документов печатает svod build без этого ключа; образец берут в кавычки: --only 'Рекомендации/*'."};
inline constexpr Code not_a_submission{
    "B109", "Файла нет среди представленных сведений",
    "Файл, названный в команде check, не лежит в папке submissions рабочей папки.",
    "Положите файл в папку submissions и укажите путь к нему."};
inline constexpr Code shipped_missing{
    "B110", "Нет поставляемых определений",
    "Рядом с программой нет папок schemas и templates, без которых она не работает.",
    "Переустановите программу целиком."};
inline constexpr Code not_ours{
    "B112", "В папке чужие файлы",
    "Сборка заменяет папку документов целиком. В этой папке есть файлы, но нет перечня manifest.json, значит её "
    "создала не сборка, и замена могла бы стереть чужую работу.",
    "Укажите ключом --out пустую или новую папку."};
inline constexpr Code unknown_code{
    "B111", "Неизвестный код замечания",
    "Замечания с таким кодом нет.",
    "Код стоит в начале замечания: буква и три цифры, например F214."};

inline constexpr std::array<const Code*, 10> all{&no_workspace, &cannot_write,     &busy,         &cannot_read,
                                                 &withheld,        &nothing_selected,
                                                 &not_a_submission, &shipped_missing,
                                                 &not_ours, &unknown_code};

}  // namespace svod::driver::codes
