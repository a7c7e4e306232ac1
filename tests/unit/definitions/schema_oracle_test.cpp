#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "definitions/schema.h"
#include "definitions/yaml.h"
#include "fixture.h"

using namespace svod;
using namespace svod::definitions;
using Json = nlohmann::json;

namespace {

const std::string kRoot = std::string(SVOD_SOURCE_DIR);

Json json_of(const Node& node) {
  switch (node.kind) {
    case Node::Kind::null: return nullptr;
    case Node::Kind::boolean: return node.text == "true";
    case Node::Kind::integer: return std::stoll(node.text);
    case Node::Kind::number: return std::stod(node.text);
    case Node::Kind::text: return node.text;
    case Node::Kind::list: {
      Json list = Json::array();
      for (const Node& item : node.items) list.push_back(json_of(item));
      return list;
    }
    case Node::Kind::map: {
      Json map = Json::object();
      for (const auto& [key, value] : node.entries) map[key.text] = json_of(value);
      return map;
    }
  }
  return nullptr;
}

struct Kind {
  std::string name;
  std::string json = bytes_of(kRoot + "/schemas/json/" + name + ".schema.json");
  Diagnostics out;
  std::optional<Schema> ours = Schema::read(json, name, out);
  valijson::Schema theirs;

  explicit Kind(std::string kind) : name(std::move(kind)) {
    REQUIRE(ours);
    const Json parsed = Json::parse(json);
    valijson::adapters::NlohmannJsonAdapter adapter(parsed);
    valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
    // The parser knows `definitions` and `$defs` alike: a reference is a JSON pointer.
    parser.populateSchema(adapter, theirs);
  }

  bool oracle(const Node& root) const {
    const Json value = json_of(root);
    const valijson::adapters::NlohmannJsonAdapter target(value);
    valijson::Validator validator(valijson::Validator::kStrongTypes);
    return validator.validate(theirs, target, nullptr);
  }

  void compare(const Document& document, const std::string& what) const {
    Diagnostics found;
    const bool good = ours->check(document, found).empty();
    INFO(what << "\n" << lines(found));
    CHECK(good == found.empty());
    CHECK(good == oracle(document.root));
  }
};

/// Every way to spoil one value of a document: dropped, renamed, of another type, emptied.
void spoil(const Kind& kind, Document& document, Node& node, int& count) {
  const auto with = [&](Node& target, Node changed, const std::string& what) {
    std::swap(target, changed);
    kind.compare(document, document.file + ": " + document.at(target).text() + " " + what);
    std::swap(target, changed);
    ++count;
  };
  for (Node::Entry& entry : node.entries) spoil(kind, document, entry.value, count);
  for (Node& item : node.items) spoil(kind, document, item, count);
  with(node, Node::scalar(Node::Kind::text, "", node), "empty text");
  with(node, Node::scalar(Node::Kind::text, "Ё №", node), "odd text");
  with(node, Node::scalar(Node::Kind::integer, "-5", node), "integer");
  with(node, Node::scalar(Node::Kind::boolean, "true", node), "boolean");
  with(node, Node::of_kind(Node::Kind::null, node), "null");
  with(node, Node::of_kind(Node::Kind::list, node), "empty list");
  with(node, Node::of_kind(Node::Kind::map, node), "empty map");
  if (node.kind != Node::Kind::map) return;
  for (std::size_t i = 0; i < node.entries.size(); ++i) {
    Node dropped = node;
    dropped.entries.erase(dropped.entries.begin() + static_cast<std::ptrdiff_t>(i));
    with(node, std::move(dropped), "without a key");
    Node renamed = node;
    renamed.entries[i].key.text += "x";
    with(node, std::move(renamed), "with a key renamed");
  }
}

/// Long lists repeat themselves: the first elements stand for all.
void shorten(Node& node) {
  if (node.items.size() > 3) node.items.resize(3);
  for (Node& item : node.items) shorten(item);
  for (Node::Entry& entry : node.entries) shorten(entry.value);
}

void compare_all(const std::string& name, const std::vector<std::string>& files) {
  const Kind kind(name);
  int count = 0;
  for (const std::string& file : files) {
    Diagnostics out;
    std::optional<Document> document = read_yaml(bytes_of(kRoot + "/" + file), file, out);
    REQUIRE(document);
    kind.compare(*document, file);
    CHECK(kind.oracle(document->root));
    shorten(document->root);
    spoil(kind, *document, document->root, count);
  }
  CHECK(count > 20);
}

}  // namespace

TEST_CASE("our check and another validator agree on good and on spoilt files") {
  compare_all("form", {"schemas/forms/ege_results.yaml", "schemas/forms/staff.yaml", "schemas/forms/region_ege.yaml"});
  compare_all("indicators", {"schemas/indicators/ege.yaml", "schemas/indicators/oge.yaml"});
  compare_all("rules", {"schemas/rules/ege.yaml"});
  compare_all("reference", {"schemas/reference/minimum_scores.yaml"});
  compare_all("register", {"inputs/kemerovo-2021/register.yaml"});
  compare_all("workspace", {"inputs/kemerovo-2021/workspace.yaml"});
  compare_all("plan", {"inputs/belomorsk-2022/plans/quality-subprogramme.yaml"});
  compare_all("regulation", {"inputs/yershichi-2021/regulations/working-group.yaml"});
  compare_all("paper", {"inputs/yershichi-2021/papers/order-232.yaml"});
}
