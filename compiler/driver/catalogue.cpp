#include <algorithm>

#include "advice/codes.h"
#include "base/text.h"
#include "compose/codes.h"
#include "definitions/codes.h"
#include "driver/codes.h"
#include "driver/commands.h"
#include "expression/codes.h"
#include "facts/codes.h"
#include "indicators/codes.h"
#include "intake/codes.h"
#include "pdf/codes.h"
#include "plan/codes.h"
#include "review/codes.h"
#include "tables/codes.h"
#include "typeset/codes.h"
#include "workbook/codes.h"
#include "xlsx/codes.h"

namespace svod::driver {

std::vector<const Code*> all_codes() {
  std::vector<const Code*> codes;
  const auto add = [&codes](const auto& room) {
    for (const Code* code : room) codes.push_back(code);
  };
  add(workbook::codes::all);
  add(expression::codes::all);
  add(definitions::codes::all);
  add(tables::codes::all);
  add(plan::codes::all);
  add(facts::codes::all);
  add(intake::codes::all);
  add(indicators::codes::all);
  add(advice::codes::all);
  add(compose::codes::all);
  add(review::codes::all);
  add(typeset::codes::all);
  add(pdf::codes::all);
  add(xlsx::codes::all);
  add(driver::codes::all);
  std::sort(codes.begin(), codes.end(), [](const Code* a, const Code* b) { return a->id < b->id; });
  return codes;
}

Answer explain_code(const std::string& code) {
  Answer answer;
  std::vector<std::string> known;
  for (const Code* one : all_codes()) {
    known.emplace_back(one->id);
    if (lower(one->id) != lower(code)) continue;
    answer.out = std::string(one->id) + ". " + std::string(one->title) + "\n\n" + std::string(one->meaning) + "\n\n" +
                 "Что делать. " + std::string(one->mend) + "\n";
    return answer;
  }
  answer.exit = 2;
  const std::string_view near = nearest(code, known);
  answer.diagnostics.error(codes::unknown_code, Location::in_file(code), "нет замечания с кодом «" + code + "»",
                           near.empty() ? "" : "может быть, " + std::string(near) + "?");
  return answer;
}

}  // namespace svod::driver
