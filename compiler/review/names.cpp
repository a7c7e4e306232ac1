#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "base/text.h"
#include "language/letters.h"
#include "review/codes.h"
#include "review/rules.h"
#include "review/signs.h"

// V16: schools and bodies are named as the register names them. V17: nobody else's municipality is named.

namespace svod::review {
namespace {

bool is_school_kind(std::u32string_view word) {
  static const std::set<std::u32string_view> kinds{U"СОШ", U"ООШ", U"НОШ", U"СШ", U"ОШ"};
  return kinds.contains(word);
}

class Names {
 public:
  explicit Names(const definitions::Workspace& workspace) {
    for (const definitions::School& school : workspace.schools) {
      add(school.name), add(school.short_name), add(school.full_name);
      for (const std::string& alias : school.aliases) add(alias);
    }
    for (const definitions::Body& body : workspace.bodies) {
      add(body.name), add(body.short_name.nominative);
    }
    add(workspace.department.name), add(workspace.department.short_name.nominative);
  }

  bool empty() const { return known_.empty(); }
  bool knows(const std::u32string& name) const {
    if (known_.contains(name)) return true;
    return std::any_of(all_.begin(), all_.end(),
                       [&](const auto& one) { return one.first.find(name) != one.first.npos; });
  }
  /// The name that differs in two letters at most; empty for none.
  std::string near(const std::u32string& name) const {
    const std::string text = utf8(name);
    for (const auto& [skeleton, shown] : all_) {
      const std::size_t longer = std::max(skeleton.size(), name.size()),
                        shorter = std::min(skeleton.size(), name.size());
      if (longer - shorter > 2 || shorter < 6) continue;
      if (edit_distance(utf8(skeleton), text) <= 2) return shown;
    }
    return {};
  }

 private:
  void add(const std::string& name) {
    if (name.empty()) return;
    const std::u32string letters = wide(name);
    keep(skeleton(letters), name);
    // The name proper, without the kind of body before it: what stands in the quotes.
    const std::size_t open = letters.find(U'«'), close = letters.rfind(U'»');
    if (open != letters.npos && close != letters.npos && close > open) {
      const std::u32string inside = letters.substr(open + 1, close - open - 1);
      keep(skeleton(inside), utf8(inside));
    }
  }
  void keep(std::u32string skeleton, const std::string& shown) {
    if (skeleton.empty() || !known_.insert(skeleton).second) return;
    all_.emplace_back(std::move(skeleton), shown);
  }
  std::unordered_set<std::u32string> known_;
  std::vector<std::pair<std::u32string, std::string>> all_;
};

struct Quoted {
  std::size_t begin, end;
};

// The innermost names in quotes of any kind.
std::vector<Quoted> quoted(std::u32string_view text) {
  std::vector<Quoted> all;
  std::size_t begin = text.npos;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_quote(text[i])) continue;
    if (begin != text.npos && text[i] != U'«' && text[i] != 0x201E) {
      all.push_back({begin, i});
      begin = text.npos;
    } else {
      begin = i + 1;
    }
  }
  return all;
}

void school_names(const Passage& passage, const Names& names, Findings& findings,
                  std::unordered_map<std::u32string, std::string>& judged) {
  const std::u32string_view text = passage.text;
  for (const Quoted& one : quoted(text)) {
    const std::u32string_view inside = text.substr(one.begin, one.end - one.begin);
    const std::vector<Token> tokens = tokens_of(inside);
    if (tokens.empty() || tokens.size() > 12) continue;
    bool school = false;
    for (const Token& token : tokens)
      school = school || is_school_kind(inside.substr(token.begin, token.end - token.begin));
    const std::u32string name = skeleton(inside);
    if (name.size() < 6) continue;
    auto verdict = judged.find(name);
    if (verdict == judged.end()) {
      std::string says;
      if (!names.knows(name)) {
        says = names.near(name);
        if (says.empty() && school) says = "?";
      }
      verdict = judged.emplace(name, says).first;
    }
    if (verdict->second.empty()) continue;
    const std::string shown = utf8(inside);
    if (verdict->second == "?") {
      findings.tell(Severity::warning, codes::name, passage, shown, "школы «" + shown + "» нет в реестре",
                    "проверьте название или внесите школу в реестр");
    } else {
      findings.tell(Severity::warning, codes::name, passage, shown,
                    "название не такое, как в реестре: «" + shown + "»", "может быть, «" + verdict->second + "»?");
    }
  }
}

/// A foreign name as the words that stand one after another.
class Foreign {
 public:
  explicit Foreign(const definitions::Workspace& workspace) {
    // One's own municipality has other names in other years: district, municipal district, municipal okrug.
    std::set<std::u32string> own;
    const auto keep = [&own](const std::string& name) {
      for (const std::u32string& word : own_words(name)) own.insert(word);
    };
    for (const definitions::Municipality& one : workspace.municipalities) {
      keep(one.name);
      for (const std::string& alias : one.aliases) keep(alias);
    }
    keep(workspace.department.municipality.nominative);
    keep(workspace.department.name);
    for (const std::string& name : workspace.foreign) add(name);
    const definitions::ReferenceTable* table = workspace.table("municipalities");
    if (table == nullptr) return;
    const auto column = std::find(table->columns.begin(), table->columns.end(), "name");
    const auto index = static_cast<std::size_t>(column == table->columns.end() ? 0 : column - table->columns.begin());
    for (const std::vector<std::string>& row : table->rows) {
      if (index >= row.size()) continue;
      const std::vector<std::u32string> words = own_words(row[index]);
      const bool mine =
          std::any_of(words.begin(), words.end(), [&own](const std::u32string& word) { return own.contains(word); });
      if (!words.empty() && !mine) add(row[index]);
    }
  }

  void check(const Passage& passage, Findings& findings) const {
    if (by_first_.empty()) return;
    const std::u32string_view text = passage.text;
    const std::vector<Token> tokens = tokens_of(text);
    const auto word = [&](std::size_t i) { return text.substr(tokens[i].begin, tokens[i].end - tokens[i].begin); };
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const auto [first, last] = by_first_.equal_range(beginning_of(word(i)));
      for (auto it = first; it != last; ++it) {
        const std::vector<std::u32string>& name = it->second.words;
        if (i + name.size() > tokens.size()) continue;
        bool same = true;
        for (std::size_t k = 0; k < name.size() && same; ++k) same = form_of(name[k], word(i + k));
        const std::size_t end = i + name.size();
        // «город Смоленск», but «город Смоленской области» is another.
        if (!same || (end < tokens.size() && is_region(word(end)))) continue;
        const std::string fragment = utf8(text.substr(tokens[i].begin, tokens[end - 1].end - tokens[i].begin));
        findings.tell(Severity::warning, codes::foreign, passage, fragment,
                      "чужое название «" + fragment + "»: " + around(text, tokens[i].begin, tokens[end - 1].end, 25),
                      "похоже, текст взят из бумаг другого муниципалитета: «" + it->second.name + "»");
      }
    }
  }

 private:
  struct Name {
    std::string name;
    std::vector<std::u32string> words;
  };

  // The words that tell one municipality from another: «беломорск» of «Беломорский муниципальный район».
  static std::vector<std::u32string> own_words(const std::string& name) {
    const std::vector<std::u32string> words = content_words(wide(name));
    std::vector<std::u32string> own;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const std::u32string_view word = words[i];
      bool generic = false;
      for (const std::u32string_view root :
           {U"район", U"округ", U"муниципал", U"город", U"област", U"республик", U"образован", U"администрац",
            U"управлен", U"отдел", U"комитет", U"край", U"края"}) {
        generic = generic || word.starts_with(root);
      }
      const bool of_region = i + 1 < words.size() && (words[i + 1].starts_with(U"област") || words[i + 1] == U"края");
      if (!generic && !of_region) own.push_back(stem(word));
    }
    return own;
  }
  static std::u32string beginning_of(std::u32string_view word) { return language::lowered(word.substr(0, 3)); }
  static bool is_region(std::u32string_view word) {
    const std::u32string small = language::lowered(word);
    return small.starts_with(U"област") || small.starts_with(U"район") || small.starts_with(U"окру") ||
           small.starts_with(U"кра");
  }
  static bool form_of(std::u32string_view name, std::u32string_view word) {
    const std::u32string a = language::lowered(name), b = language::lowered(word);
    if (a == b) return true;
    if (a.size() < 4 || b.size() < 4) return false;
    std::size_t common = 0;
    while (common < a.size() && common < b.size() && a[common] == b[common]) ++common;
    return common + 3 >= a.size() && common + 3 >= b.size() && common >= 3;
  }

  void add(const std::string& text) {
    const std::u32string letters = wide(text);
    Name name{text, {}};
    for (const Token& token : tokens_of(letters))
      name.words.push_back(letters.substr(token.begin, token.end - token.begin));
    if (name.words.empty()) return;
    by_first_.emplace(beginning_of(name.words.front()), std::move(name));
  }

  std::multimap<std::u32string, Name> by_first_;
};

}  // namespace

void check_names(const Subject& subject, Findings& findings) {
  const Names names(subject.workspace);
  std::unordered_map<std::u32string, std::string> judged;
  const Foreign foreign(subject.workspace);
  for (const Passage& passage : subject.passages) {
    if (passage.host == 0) continue;
    const bool quotes = std::any_of(passage.text.begin(), passage.text.end(), is_quote);
    if (quotes && !names.empty()) school_names(passage, names, findings, judged);
    foreign.check(passage, findings);
  }
}

}  // namespace svod::review
