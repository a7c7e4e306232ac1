#include "definitions/yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <map>
#include <sstream>
#include <utility>

#include "base/text.h"
#include "definitions/codes.h"
#include "definitions/source_text.h"

namespace svod::definitions {
namespace {

/// Ends the reading from inside the parser's events. Never leaves this file.
struct Stop {};

/// What the parser's message means for a person.
struct Translation {
  std::string_view english;   ///< how the message begins
  std::string_view message;
  std::string_view hint;
};
constexpr std::array<Translation, 16> kTranslations{{
    {"illegal map value", "двоеточие стоит там, где его не может быть",
     "проверьте отступ строки; текст с двоеточием и пробелом возьмите в кавычки"},
    {"illegal map key", "ключ стоит там, где его не может быть", "проверьте отступ строки"},
    {"illegal block entry", "дефис списка стоит там, где его не может быть", "проверьте отступ строки"},
    {"end of sequence flow not found", "не закрыта скобка [ списка", "поставьте ] в конце списка"},
    {"end of map flow not found", "не закрыта скобка {", "поставьте } в конце описания"},
    {"end of sequence not found", "строка не продолжает списка, к которому относится",
     "выровняйте дефисы списка по одной вертикали"},
    {"end of map not found", "строка не продолжает описания, к которому относится",
     "выровняйте ключи одного уровня по одной вертикали"},
    {"illegal flow end", "лишняя закрывающая скобка", "уберите скобку или возьмите текст в кавычки"},
    {"unknown escape character", "после обратной черты в двойных кавычках стоит знак, который ничего не значит",
     "удвойте черту \\\\ или возьмите текст в одинарные кавычки"},
    {"the referenced anchor is not defined", "ссылка * на значение, которое не названо выше знаком &",
     "если звёздочка – часть текста, возьмите его в кавычки"},
    {"alias not found", "после звёздочки нет имени", "если звёздочка – часть текста, возьмите его в кавычки"},
    {"anchor not found", "после знака & нет имени", "если & – часть текста, возьмите его в кавычки"},
    {"unknown token", "текст не может начинаться с этого знака", "возьмите текст в кавычки"},
    {"illegal tab", "табуляция в отступе", "замените табуляцию пробелами"},
    {"illegal document indicator", "черта «---» внутри текста в кавычках", "закройте кавычку выше"},
    {"illegal EOF in scalar", "кавычка не закрыта до конца файла", "закройте кавычку"},
}};

bool is_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string_view unsigned_part(std::string_view text) {
  return !text.empty() && (text.front() == '-' || text.front() == '+') ? text.substr(1) : text;
}

/// Why a plain scalar is read differently by different programs, and how to write it; empty where it is not.
std::string ambiguity(const std::string& text) {
  const std::string_view digits = unsigned_part(text);
  if (digits.size() > 1 && digits.front() == '0' && is_digits(digits)) {
    return "если это число, уберите ведущие нули; если текст, возьмите в кавычки: '" + text + "'";
  }
  if (digits.size() > 2 && digits.front() == '0' && (digits[1] == 'o' || digits[1] == 'x' || digits[1] == 'b')) {
    const std::string_view rest = digits.substr(2);
    const std::string_view allowed = digits[1] == 'x' ? "0123456789abcdefABCDEF_" : "01234567_";
    if (rest.find_first_not_of(allowed) == std::string_view::npos) {
      return "запишите число десятичными цифрами; если это текст, возьмите в кавычки: '" + text + "'";
    }
  }
  if (digits.find('_') != std::string_view::npos && is_digits(replace_all(std::string(digits), "_", ""))) {
    return "запишите число без подчёркиваний";
  }
  static constexpr std::array<std::string_view, 4> kTruths{"yes", "no", "on", "off"};
  const std::string lowered = lower(text);
  if (std::find(kTruths.begin(), kTruths.end(), lowered) != kTruths.end()) {
    return "для истины и лжи пишите true и false; если это текст, возьмите в кавычки: '" + text + "'";
  }
  return {};
}

class Builder final : public YAML::EventHandler {
 public:
  Builder(Document& document, const std::string& text, const std::vector<std::size_t>& starts, Diagnostics& out,
          const YamlBudgets& budgets)
      : document_(document), text_(text), starts_(starts), out_(out), budgets_(budgets) {}

  bool has_root() const { return documents_ > 0; }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (++documents_ == 1) return;
    const Node here = node_at(mark, Node::Kind::null);
    const bool has_line = document_.lines[static_cast<std::size_t>(here.line) - 1].starts_with("---");
    if (has_line) {
      document_.error(out_, codes::several_documents, here, "в файле начинается второй документ",
                      "уберите черту «---» или разнесите документы по файлам");
    } else {
      document_.error(out_, codes::yaml_syntax, here, "строка не относится ни к списку, ни к описанию выше",
                      "проверьте её отступ");
    }
    throw Stop{};
  }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override { put(node_at(mark, Node::Kind::null), anchor); }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const auto found = anchors_.find(anchor);
    if (found == anchors_.end()) {
      document_.error(out_, codes::yaml_syntax, node_at(mark, Node::Kind::null),
                      "ссылка * на значение, внутри которого она стоит");
      throw Stop{};
    }
    count(found->second.second, mark);
    Node copy = found->second.first;
    put(std::move(copy), 0);
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    Node node = node_at(mark, Node::Kind::text);
    node.text = value;
    check_tag(tag, node);
    check_closed(mark, node);
    check_text(node);
    if (tag == "?") {
      node.kind = plain_kind(value);
      const std::string mend = ambiguity(value);
      if (!mend.empty()) {
        document_.error(out_, codes::ambiguous_value, node, "«" + value + "» разные программы понимают по-разному",
                        mend);
      }
    }
    put(std::move(node), anchor);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, Node::Kind::list);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, Node::Kind::map);
  }
  void OnMapEnd() override {
    report_duplicates(open_.back().node);
    close();
  }

 private:
  struct Open {
    Node node;
    YAML::anchor_t anchor = 0;
    std::size_t nodes_before = 0;
    bool has_key = false;
    Node key;
  };

  /// Marks come almost in order, so characters are counted on from the last one.
  Node node_at(const YAML::Mark& mark, Node::Kind kind) {
    Node node;
    node.kind = kind;
    const std::size_t line = std::min(static_cast<std::size_t>(std::max(mark.line, 0)), starts_.size() - 1);
    const std::size_t byte = std::min(starts_[line] + static_cast<std::size_t>(std::max(mark.column, 0)), text_.size());
    if (line != last_line_ || byte < last_byte_) {
      last_line_ = line;
      last_byte_ = starts_[line];
      last_column_ = 1;
    }
    for (; last_byte_ < byte; ++last_byte_) {
      if ((static_cast<unsigned char>(text_[last_byte_]) & 0xC0) != 0x80) ++last_column_;
    }
    node.line = static_cast<int>(line) + 1;
    node.column = last_column_;
    return node;
  }

  void count(std::size_t nodes, const YAML::Mark& mark) {
    nodes_ += nodes;
    if (nodes_ <= budgets_.nodes) return;
    document_.error(out_, codes::over_budget, node_at(mark, Node::Kind::null),
                    "в файле больше " + std::to_string(budgets_.nodes) + " значений");
    throw Stop{};
  }

  void check_tag(const std::string& tag, const Node& node) {
    if (tag.empty() || tag == "?" || tag == "!") return;
    document_.error(out_, codes::tag, node, "метка типа «" + tag + "» не поддерживается", "уберите метку");
  }

  /// The parser takes the end of the file for a closing quote.
  void check_closed(const YAML::Mark& mark, const Node& node) {
    const std::size_t begin = static_cast<std::size_t>(std::max(mark.pos, 0));
    if (begin >= text_.size() || (text_[begin] != '\'' && text_[begin] != '"')) return;
    const char quote = text_[begin];
    for (std::size_t i = begin + 1; i < text_.size(); ++i) {
      if (quote == '"' && text_[i] == '\\') {
        ++i;
      } else if (text_[i] == quote) {
        if (quote == '"' || i + 1 >= text_.size() || text_[i + 1] != quote) return;
        ++i;
      }
    }
    document_.error(out_, codes::yaml_syntax, node, "кавычка не закрыта до конца файла", "закройте кавычку");
    throw Stop{};
  }

  /// A text that no page and no cell can show: too long, or with characters that are not seen. It is emptied,
  /// so that no message repeats it.
  void check_text(Node& node) {
    if (node.text.size() > budgets_.text && length(node.text) > budgets_.text) {
      document_.error(out_, codes::over_budget, node,
                      "текст длиннее " + std::to_string(budgets_.text) + " знаков: " + std::to_string(length(node.text)),
                      "разбейте текст на части")
          .excerpt.clear();
      node.text = "…";
      return;
    }
    const std::optional<HiddenCharacter> hidden = hidden_character(node.text);
    if (!hidden) return;
    document_.error(out_, codes::control_character, node,
                    "в тексте стоит невидимый знак с кодом " + hidden->code, "удалите знак");
    node.text = "…";
  }

  void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, Node::Kind kind) {
    Open opened;
    opened.node = node_at(mark, kind);
    opened.anchor = anchor;
    opened.nodes_before = nodes_;
    check_tag(tag, opened.node);
    if (open_.size() >= budgets_.depth) {
      document_.error(out_, codes::over_budget, opened.node,
                      "описания вложены глубже " + std::to_string(budgets_.depth) + " уровней");
      throw Stop{};
    }
    count(1, mark);
    open_.push_back(std::move(opened));
  }

  void close() {
    Open done = std::move(open_.back());
    open_.pop_back();
    if (done.anchor != 0) anchors_[done.anchor] = {done.node, nodes_ - done.nodes_before};
    place(std::move(done.node));
  }

  void put(Node node, YAML::anchor_t anchor) {
    if (++nodes_ > budgets_.nodes) {
      document_.error(out_, codes::over_budget, node,
                      "в файле больше " + std::to_string(budgets_.nodes) + " значений");
      throw Stop{};
    }
    if (anchor != 0) anchors_[anchor] = {node, 1};
    place(std::move(node));
  }

  void place(Node node) {
    if (open_.empty()) {
      document_.root = std::move(node);
      return;
    }
    Open& parent = open_.back();
    if (parent.node.kind == Node::Kind::list) {
      parent.node.items.push_back(std::move(node));
      return;
    }
    if (!parent.has_key) {
      if (!node.is_scalar() || node.kind == Node::Kind::null) {
        document_.error(out_, codes::bad_key, node, "на месте ключа стоит не слово", "запишите ключ одним словом");
      }
      parent.key = std::move(node);
      parent.has_key = true;
      return;
    }
    if (node.kind == Node::Kind::null) {
      node.line = parent.key.line;
      node.column = parent.key.column;
    }
    parent.node.entries.push_back({std::move(parent.key), std::move(node)});
    parent.has_key = false;
    parent.key = Node{};
  }

  void report_duplicates(const Node& map) {
    std::map<std::string_view, const Node*> seen;
    for (const Node::Entry& entry : map.entries) {
      if (!entry.key.is_scalar() || entry.key.kind == Node::Kind::null) continue;
      const auto [first, is_new] = seen.emplace(entry.key.text, &entry.key);
      if (is_new) continue;
      Diagnostic& added = document_.error(out_, codes::duplicate_key, entry.key,
                                          "ключ «" + entry.key.text + "» указан дважды", "оставьте одно значение");
      added.related.push_back({document_.at(*first->second), "первый раз – здесь"});
    }
  }

  Document& document_;
  const std::string& text_;
  const std::vector<std::size_t>& starts_;
  Diagnostics& out_;
  const YamlBudgets& budgets_;
  std::vector<Open> open_;
  std::map<YAML::anchor_t, std::pair<Node, std::size_t>> anchors_;
  std::size_t nodes_ = 0;
  int documents_ = 0;
  std::size_t last_line_ = 0;
  std::size_t last_byte_ = 0;
  int last_column_ = 1;
};

bool is_tab_indented(const std::string& line) {
  const std::size_t end = line.find_first_not_of(" \t");
  return line.substr(0, end).find('\t') != std::string::npos;
}

void report_syntax(const Document& document, const YAML::Exception& fault, Diagnostics& out) {
  Node place;
  const auto last = static_cast<int>(document.lines.size());
  place.line = std::clamp(fault.mark.line + 1, 1, last);
  const std::string& line = document.lines[static_cast<std::size_t>(place.line) - 1];
  auto byte = static_cast<std::size_t>(std::max(fault.mark.column, 0));
  // The parser stands behind the first byte of the letter that it does not know.
  if (fault.msg.starts_with("unknown escape") && line.rfind('\\', byte) != std::string::npos) byte = line.rfind('\\', byte);
  place.column = static_cast<int>(length(std::string_view(line).substr(0, byte))) + 1;
  for (const int suspect : {place.line, place.line - 1}) {
    if (suspect < 1 || !is_tab_indented(document.lines[static_cast<std::size_t>(suspect) - 1])) continue;
    place.line = suspect;
    const std::string& tabbed = document.lines[static_cast<std::size_t>(suspect) - 1];
    place.column = static_cast<int>(tabbed.find('\t')) + 1;
    document.error(out, codes::tab_indent, place, "отступ сделан табуляцией", "замените табуляцию пробелами");
    return;
  }
  for (const Translation& known : kTranslations) {
    if (!fault.msg.starts_with(known.english)) continue;
    document.error(out, codes::yaml_syntax, place, std::string(known.message), std::string(known.hint));
    return;
  }
  document.error(out, codes::yaml_syntax, place, "запись не читается как YAML",
                 "сравните строку с соседними; текст с особыми знаками возьмите в кавычки");
}

}  // namespace

Node::Kind plain_kind(std::string_view text) {
  if (text == "true" || text == "false" || text == "True" || text == "False" || text == "TRUE" || text == "FALSE") {
    return Node::Kind::boolean;
  }
  std::string_view rest = unsigned_part(text);
  if (is_digits(rest)) return Node::Kind::integer;
  const std::size_t exponent = rest.find_first_of("eE");
  if (exponent != std::string_view::npos) {
    if (!is_digits(unsigned_part(rest.substr(exponent + 1)))) return Node::Kind::text;
    rest = rest.substr(0, exponent);
    if (is_digits(rest)) return Node::Kind::number;
  }
  const std::size_t dot = rest.find('.');
  if (dot == std::string_view::npos) return Node::Kind::text;
  const std::string_view whole = rest.substr(0, dot);
  const std::string_view part = rest.substr(dot + 1);
  const bool is_number = (whole.empty() || is_digits(whole)) && (part.empty() || is_digits(part)) &&
                         !(whole.empty() && part.empty());
  return is_number ? Node::Kind::number : Node::Kind::text;
}

std::optional<Document> read_yaml(std::string_view bytes, std::string file, Diagnostics& out,
                                  const YamlBudgets& budgets) {
  if (bytes.size() > budgets.bytes) {
    out.error(codes::over_budget, Location::in_file(file),
              "файл длиннее " + std::to_string(budgets.bytes >> 20) + " МБ");
    return std::nullopt;
  }
  const std::optional<std::string> text = clean_text(bytes, file, out);
  if (!text) return std::nullopt;
  Document document;
  document.file = std::move(file);
  std::vector<std::size_t> starts{0};
  for (const std::string_view line : split(*text, '\n')) {
    document.lines.emplace_back(line);
    starts.push_back(starts.back() + line.size() + 1);
  }
  starts.pop_back();
  Builder builder(document, *text, starts, out, budgets);
  try {
    std::istringstream stream(*text);
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
  } catch (const Stop&) {
    return std::nullopt;
  } catch (const YAML::Exception& fault) {
    report_syntax(document, fault, out);
    return std::nullopt;
  }
  if (!builder.has_root() || document.root.kind == Node::Kind::null) {
    out.error(codes::empty_file, Location::in_file(document.file), "файл пуст: в нём нет ни одного значения",
              "заполните файл или удалите его");
    return std::nullopt;
  }
  return document;
}

}  // namespace svod::definitions
