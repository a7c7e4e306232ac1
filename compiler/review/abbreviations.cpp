#include "review/abbreviations.h"

#include "base/text.h"
#include "language/letters.h"
#include "review/signs.h"

namespace svod::review {
namespace {

// Kinds of schools and bodies, examinations, standards: what a paper of the branch never explains.
constexpr std::u32string_view kCommon =
    U"РФ СССР США ООН ЕГЭ ОГЭ ГВЭ ГИА ВПР НИКО КДР ФГОС ФГОСы ФЗ СОШ ООШ НОШ МОУ МБОУ МАОУ МКОУ МБУ МАУ МКУ МБДОУ "
    U"МАДОУ МКДОУ МДОУ ДОУ ДОО ОУ ОО ОДО ДО ДПО ДОД ГАУ ГБУ ГАОУ ГБОУ ГБПОУ ГАПОУ ГПОУ СПО ВПО ВО ИМЦ ИМЦО ЦДО ДЮЦ "
    U"ДЮСШ ЦРТ ИКТ ОВЗ ТПМПК ПМПК ПМПк КИМ ПК ФИО ИНН ОГРН КПП ОКПО МО ММО РМО ШМО ГМО ОБЖ ОРКСЭ МХК НОО ООО СОО "
    U"ООП АООП АОП ИУП ИОМ СанПиН ГОСТ МВД МЧС ГИБДД ГТО ЗОЖ ПДД КДН КДНиЗП ОПДН ПДН ВШК СОП СМИ ЦОС ЦОР ЭОР ИОП "
    U"РЭШ ФИПИ ФИС ФРДО ФИОКО РЦОИ ППЭ РИС ФЦТ ОКО ВСОКО МСОКО РСОКО НСОКО НОК НОКО НОКУ ШНОР ШНСУ СНСУ ФНФР ПИСА "
    U"ТИМСС ПИРЛС ВУЗ ССУЗ АНО НКО ТК ЛОЛ ДОЛ ШСП РДШ РДДМ ВСОШ ВсОШ ЦНППМ ФПМ НПА ЛНА МТБ МТО ОСОКО ЖКХ СРО ИП "
    U"ЗАО ПАО ОАО ГУ УО МКО МСУ";

constexpr std::size_t kLongest = 12;

}  // namespace

bool is_abbreviation(std::u32string_view word) {
  std::size_t upper = 0, small = 0;
  for (const char32_t c : word) {
    if (!language::is_cyrillic(c)) return false;
    (language::is_upper(c) ? upper : small) += 1;
  }
  return upper >= 2 && upper > small && language::is_upper(word.front()) && word.size() <= kLongest;
}

Abbreviations::Abbreviations(const definitions::Workspace& workspace) {
  add_all(utf8(kCommon));
  for (const auto& [abbreviation, expansion] : workspace.abbreviations) {
    add(wide(abbreviation));
    add_all(abbreviation);
  }
  for (const definitions::School& school : workspace.schools) {
    add_all(school.name), add_all(school.short_name), add_all(school.full_name), add_all(school.kind);
    for (const std::string& alias : school.aliases) add_all(alias);
  }
  for (const definitions::Body& body : workspace.bodies) {
    add_all(body.name), add_all(body.short_name.nominative);
  }
  for (const definitions::Municipality& one : workspace.municipalities) add_all(one.name);
  for (const definitions::Person& person : workspace.people) add_all(person.post.nominative);
  add_all(workspace.department.name), add_all(workspace.department.short_name.nominative);
  add_all(workspace.department.municipality.nominative);
  if (const definitions::ReferenceTable* table = workspace.table("abbreviations")) {
    for (const std::vector<std::string>& row : table->rows) {
      if (!row.empty()) add_all(row.front());
    }
  }
}

void Abbreviations::add(std::u32string_view abbreviation) {
  if (abbreviation.empty()) return;
  known_.emplace(abbreviation);
  by_small_.emplace(language::lowered(abbreviation), std::u32string(abbreviation));
}

void Abbreviations::add_all(std::string_view text) {
  const std::u32string letters = wide(text);
  for (const Token& token : tokens_of(letters)) {
    const std::u32string_view word = std::u32string_view(letters).substr(token.begin, token.end - token.begin);
    if (!token.digits && (is_abbreviation(word) || word == U"СанПиН" || word == U"ВсОШ")) add(word);
  }
}

bool Abbreviations::knows(std::u32string_view abbreviation) const {
  return known_.contains(std::u32string(abbreviation));
}

std::u32string Abbreviations::near(std::u32string_view word) const {
  if (knows(word)) return {};
  const auto found = by_small_.find(language::lowered(word));
  return found == by_small_.end() ? std::u32string() : found->second;
}

}  // namespace svod::review
