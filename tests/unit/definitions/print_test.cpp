#include "definitions/print.h"

#include "fixture.h"

using namespace svod;
using namespace svod::definitions;

TEST_CASE("what was read is printed one thing a line, nesting by spaces") {
  const auto outcome = loaded({{"plans/a.yaml", R"(kind: plan
id: a
type: programme
title: План
period: {from: 2022-01-01, to: 2022-12-31}
part_of: {kind: программа, date: 2020-12-28, number: "5", title: Развитие}
columns: [{field: term, title: Срок, required: true}]
before: [{role: goal, title: Цель, text: "Раз\nДва"}]
sections:
  - title: Раздел
    number: "1."
    measures:
      - number: "1"
        text: "Семинар\tдля всех"
        term: [март, апрель]
        measures: [{text: День}]
indicators: [{id: low, name: Доля, unit: "%", better: less, targets: {2022: "57"}}]
programme: {principles: [открытость], financing: [{source: бюджет, years: {2022: 100}}]}
)"},
                               {"regulations/b.yaml", R"(kind: regulation
id: b
type: catalogue
title: Перечень
rows: [{number: "1.", name: Критерий, rows: [{name: Доля, subjects: [русский язык, математика]}]}]
tables: [{head: [А, Б], rows: [[1, '']]}]
)"},
                               {"papers/c.yaml", R"(kind: paper
id: c
type: order
purpose: plan
subject: О плане
date: 2022-02-01
number: "17"
control: self
items:
  - {approves: a}
  - {to: [Директорам], text: обеспечить, items: [{text: участие, term: до 1 марта}]}
)"}});
  INFO(lines(outcome.diagnostics));
  REQUIRE(outcome.diagnostics.empty());
  CHECK(print_written(outcome.product) ==
        "plan\ta\tprogramme\tПлан\tperiod=2022-01-01..2022-12-31\tapproved_by=c"
        "\tpart_of=программа 2020-12-28 № 5 Развитие\n"
        "  column\tterm\tСрок\trequired=yes\n"
        "  before\tgoal\t\tЦель\ttext=Раз\ttext=Два\n"
        "  section\t1.\tРаздел\n"
        "    measure\t1\tСеминар\\tдля всех\tterm=март\tterm=апрель\n"
        "      measure\t\tДень\n"
        "  indicator\tlow\t\tДоля\tunit=%\tbetter=less\ttarget.2022=57\n"
        "  principle\tоткрытость\n"
        "  financing\tбюджет\tyear.2022=100\n"
        "regulation\tb\tcatalogue\tПеречень\n"
        "  row\t1.\tКритерий\n"
        "    row\t\tДоля\tsubject=русский язык\tsubject=математика\n"
        "  table\t\thead=А\thead=Б\n"
        "    row\t1\t\n"
        "paper\tc\torder\tО плане\tpurpose=plan\tdate=2022-02-01\tnumber=17\tcontrol=self\n"
        "  item\t\t\tapproves=a\n"
        "  item\t\tобеспечить\tto=Директорам\n"
        "    item\t\tучастие\tterm=до 1 марта\n");
}
