#include "compose/words.h"

#include <set>

#include "base/text.h"
#include "compose/codes.h"
#include "compose/writing.h"

namespace svod::compose {
namespace {

using document::Passage;

/// The own text with its bindings numbered and shown as they are now.
std::string refreshed(const std::vector<OwnPart>& parts, const Place& place) {
  std::string text;
  for (const OwnPart& part : parts) {
    text += part.binding == 0 ? own_literal(part.literal)
                              : own_binding(part.binding, place.bindings[static_cast<std::size_t>(part.binding - 1)].shown);
  }
  return text;
}

Passage passage_of(const Place& place) {
  Passage passage;
  passage.place = place.place;
  passage.kind = place.kind_text();
  passage.text = place.text();
  for (std::size_t i = 0; i < place.bindings.size(); ++i) {
    const std::string& shown = place.bindings[i].shown;
    passage.bindings += (i == 0 ? "{" : "\n{") + std::to_string(i + 1) + "} " + (shown.empty() ? "сейчас пусто" : shown);
  }
  passage.heading = place.kind == Place::Kind::heading;
  passage.key = place.key;
  passage.source = place.source;
  passage.context = place.context;
  return passage;
}

/// A row whose place is not there, or that a person put in, as it stood.
Passage passage_of(const OwnRow& row) {
  Passage passage;
  passage.place = row.place;
  passage.kind = row.kind;
  passage.text = row.template_text;
  passage.own = row.own;
  passage.key = row.key;
  passage.source = row.source;
  passage.context = row.context;
  return passage;
}

class Merger {
 public:
  Merger(const OwnText& own, const std::vector<Place>& places)
      : own_(own), places_(places), matched_(match(own.rows, places)), plan_(plan_changes(own, places, matched_)) {
    for (std::size_t r = 0; r < own_.rows.size(); ++r) {
      if (matched_[r].place >= 0) row_of_[matched_[r].place] = r;
    }
    for (const Diagnostic& one : own_.found) {
      if (one.where.cells) refused_.insert(one.where.cells->first.row);
    }
  }

  /// The places in their order; a row without a place stands below the row that it stood below.
  std::vector<Passage> merge() {
    below(none_);
    for (std::size_t i = 0; i < places_.size(); ++i) {
      Passage passage = passage_of(places_[i]);
      const auto row = row_of_.find(static_cast<int>(i));
      if (row != row_of_.end()) carry(row->second, places_[i], passage);
      result_.push_back(std::move(passage));
      if (row != row_of_.end()) below(row->second);
    }
    return std::move(result_);
  }

 private:
  void carry(std::size_t r, const Place& place, Passage& passage) {
    const OwnRow& row = own_.rows[r];
    const RowResult& result = plan_.rows[r];
    passage.own = row.own;
    passage.state = result.state;
    if (result.state == Passage::State::wrong) {
      passage.mark = result.fault;
    } else if (!row.own.empty() && !is_deletion(row.own)) {
      passage.own = refreshed(result.parts, place);
    }
    if (result.state == Passage::State::stale) {
      passage.mark = matched_[r].changed ? "Шаблон изменился, было: " + row.template_text : row.mark;
      passage.confirm = true;
    }
    if (result.state == Passage::State::wrong && matched_[r].changed) {
      // Its bindings are counted in the wording of then: the row stays as it was until it is mended.
      passage.text = row.template_text;
      passage.key = row.key;
      passage.source = row.source;
    }
  }

  /// The rows after that one up to the next that has a place.
  void below(std::size_t r) {
    for (std::size_t i = r == none_ ? 0 : r + 1; i < own_.rows.size() && matched_[i].place < 0; ++i) {
      const OwnRow& row = own_.rows[i];
      const bool refused = refused_.contains(row.cell.cells->first.row);
      const bool bears = i + 1 < own_.rows.size() && own_.rows[i + 1].key.empty();   // what was added stays under it
      if (row.own.empty() && !refused && !row.key.empty() && !bears) continue;
      Passage passage = passage_of(row);
      passage.state = plan_.rows[i].state;
      passage.mark = passage.state == Passage::State::gone ? "Сейчас в документе такого места нет" : plan_.rows[i].fault;
      if (passage.state == Passage::State::added && r != none_) {
        passage.own = refreshed(plan_.rows[i].parts, places_[static_cast<std::size_t>(matched_[r].place)]);
      }
      if (row.key.empty()) passage.place.clear();
      result_.push_back(std::move(passage));
    }
  }

  static constexpr std::size_t none_ = static_cast<std::size_t>(-1);
  const OwnText& own_;
  const std::vector<Place>& places_;
  std::vector<Matched> matched_;
  Plan plan_;
  std::map<int, std::size_t> row_of_;
  std::set<std::uint32_t> refused_;
  std::vector<Passage> result_;
};

}  // namespace

Outcome<OwnTexts> load_own_texts(const std::filesystem::path& folder, const Files& files) {
  Outcome<OwnTexts> outcome;
  for (const std::string& path : files.list(folder / kWordingFolder)) {
    const std::string shown = std::string(kWordingFolder) + "/" + path;
    const bool is_book = lower(path).ends_with(".xlsx");
    if (!is_book) continue;
    FileError error;
    const auto bytes = files.read(folder / kWordingFolder / path, error, std::size_t{64} << 20);
    const std::string name = path.substr(0, path.size() - 5);
    OwnText own;
    if (bytes) {
      own = read_own_text(*bytes, shown, name);
    } else {
      own.document = name;
      own.file = shown;
      own.readable = false;
      own.found.error(codes::words_unreadable, Location::in_file(shown), "книга не прочитана: " + error.reason);
    }
    if (!own.readable) outcome.diagnostics.append(own.found);
    const std::string key = lower(own.document);
    const auto [first, fresh] = outcome.product.emplace(key, own);
    if (fresh) continue;
    outcome.diagnostics
        .error(codes::words_two_books, Location::in_file(shown), "вторая книга с текстом документа «" + own.document + "»",
               "оставьте в папке одну из двух")
        .related.push_back({Location::in_file(first->second.file), "первая книга"});
    first->second.readable = false;
  }
  return outcome;
}

std::map<std::string, std::string> own_text_sources(const OwnTexts& texts) {
  std::map<std::string, std::string> sources;
  for (const auto& [name, own] : texts) sources[own.file] = own.sha256;
  return sources;
}

const OwnText* own_text_of(const OwnTexts& texts, std::string_view document) {
  const auto found = texts.find(lower(document));
  return found == texts.end() ? nullptr : &found->second;
}

Diagnostics unused_own_texts(const OwnTexts& texts, const std::vector<Job>& jobs) {
  Diagnostics found;
  std::set<std::string> made;
  for (const Job& job : jobs) made.insert(lower(job.name));
  for (const auto& [name, own] : texts) {
    if (made.contains(name) || !own.readable) continue;
    found.warning(codes::words_no_document, Location::in_file(own.file),
                  "документа «" + own.document + "» рабочая папка не выпускает",
                  "проверьте имя документа в workspace.yaml или уберите книгу из папки wording");
  }
  return found;
}

Outcome<document::Words> words(const Input& input, const Job& job, const OwnText* own) {
  Outcome<document::Words> outcome;
  WordsEditor finder;
  auto written = write_document(input, job, &finder);
  outcome.diagnostics = std::move(written.diagnostics);
  document::Words& made = outcome.product;
  made.document = job.name;
  made.title = written.product.title;
  made.author = written.product.author;
  made.date = input.date;
  if (own != nullptr && own->readable) {
    made.passages = Merger(*own, finder.places()).merge();
  } else {
    for (const Place& place : finder.places()) made.passages.push_back(passage_of(place));
  }
  return outcome;
}

Plan plan_of(const Input& input, const Job& job, const OwnText& own) {
  WordsEditor finder;
  write_document(input, job, &finder);   // what it finds wrong is found again when the changes are made
  return plan_changes(own, finder.places(), match(own.rows, finder.places()));
}

}  // namespace svod::compose
