#include "driver/ledger.h"

#include <set>

#include "catch.h"

using namespace svod;
using definitions::Issued;

namespace {

Issued signed_order() {
  return {"Приказы/№ 17 «О плане»",
          "order-17",
          false,
          "17-о",
          parse_iso_date("2022-02-01"),
          {{"txt", std::string(64, 'a')}, {"pdf", std::string(64, 'b')}},
          "",
          {}};
}

}  // namespace

TEST_CASE("the hash of a record covers all that it says") {
  std::vector<Issued> changed(8, signed_order());
  changed[1].document += "\"";
  changed[2].paper = "order-18";
  changed[3].agreement = true;
  changed[4].number = "17";
  changed[5].date = parse_iso_date("2022-02-02");
  changed[6].files["pdf"] = std::string(64, 'c');
  changed[7].files.erase("pdf");
  std::set<std::string> hashes;
  for (const Issued& one : changed) hashes.insert(driver::record_hash(one));
  CHECK(hashes.size() == changed.size());
  Issued elsewhere = signed_order();
  elsewhere.defined_at = Location::in_text("issued.yaml", 9, 5);
  CHECK(hashes.contains(driver::record_hash(elsewhere)));
}

TEST_CASE("records are written in their order, under the comment that the file began with") {
  Issued draft;
  draft.document = "Про\"ект\\";
  draft.agreement = true;
  draft.files = {{"txt", std::string(64, 'd')}};
  const std::string written = driver::written_ledger({signed_order(), draft}, "# Наше\n# дело\nkind: issued\n# нет\n");
  const std::string a(64, 'a'), b(64, 'b'), d(64, 'd');
  CHECK(
      written ==
      "# Наше\n# дело\nkind: issued\ndocuments:\n"
      "  - document: \"Приказы/№ 17 «О плане»\"\n    paper: \"order-17\"\n    number: \"17-о\"\n    date: 2022-02-01\n"
      "    files:\n      pdf: \"" +
          b + "\"\n      txt: \"" + a + "\"\n    sha256: \"" + driver::record_hash(signed_order()) +
          "\"\n  - document: \"Про\\\"ект\\\\\"\n    state: agreement\n    files:\n      txt: \"" + d +
          "\"\n    sha256: \"" + driver::record_hash(draft) + "\"\n");
  CHECK(driver::written_ledger({}, "").starts_with("# Подписанные документы."));
}
