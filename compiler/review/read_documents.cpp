#include <unordered_set>

#include "base/text.h"
#include "review/signs.h"
#include "review/subject.h"

namespace svod::review {
namespace {

using document::Block;
using document::Runs;

std::string text_of(const Runs& runs) {
  std::string text;
  for (const document::Run& run : runs) {
    if (run.line_break) text += ' ';
    // A footnote's mark and an index of a formula are no part of the sentence.
    if (run.note < 0 && run.position == document::Run::Position::normal) text += run.text;
  }
  return text;
}

bool has_letters(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0xC0 || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) return true;
  }
  return false;
}

class Walk {
 public:
  Walk(Subject& subject, std::size_t host, const std::unordered_set<std::uint64_t>& known)
      : subject_(subject), host_(host), known_(known) {}

  void blocks(const document::Blocks& all, const Location* origin) {
    for (const Block& block : all) {
      const Location* at = block.origin.file.empty() && origin != nullptr ? origin : &block.origin;
      if (const auto* paragraph = std::get_if<document::Paragraph>(&block.content)) {
        add(paragraph->role == document::Role::subject ? What::title : What::text, text_of(paragraph->runs), at);
      } else if (const auto* heading = std::get_if<document::Heading>(&block.content)) {
        add(What::heading, text_of(heading->runs), at);
      } else if (const auto* list = std::get_if<document::List>(&block.content)) {
        for (const document::Item& item : list->items) blocks(item.blocks, at);
      } else if (const auto* table = std::get_if<document::Table>(&block.content)) {
        this->table(*table, at);
      } else if (const auto* signature = std::get_if<document::Signature>(&block.content)) {
        add(What::post, signature->post, at);
        add(What::signature, signature->name, at);
      } else if (const auto* mark = std::get_if<document::AppendixMark>(&block.content)) {
        std::string lines;
        for (const std::string& line : mark->lines) lines += (lines.empty() ? "" : " ") + line;
        add(What::text, lines, at);
      } else if (const auto* chart = std::get_if<document::Chart>(&block.content)) {
        add(What::caption, chart->caption, at);
      }
    }
  }

 private:
  void add(What what, const std::string& text, const Location* at) {
    if (!has_letters(text)) return;
    Passage passage{what, wide(text), at, host_, -1, true};
    if (!known_.contains(fingerprint(passage.text))) subject_.passages.push_back(std::move(passage));
  }

  void table(const document::Table& table, const Location* at) {
    add(What::caption, table.caption, at);
    Grid grid;
    grid.caption = table.caption;
    grid.host = host_;
    grid.at = at;
    grid.head.resize(table.columns.size());
    lay(table.head, table.columns.size(), [&](std::size_t, std::size_t column, const document::Cell& cell, bool own) {
      const std::string text = text_of(cell.runs);
      if (own) add(What::head, text, at);
      if (!text.empty()) grid.head[column] += (grid.head[column].empty() ? U"" : U" ") + wide(text);
    });
    grid.rows.resize(table.rows.size());
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      grid.rows[i].total = table.rows[i].kind == document::Row::Kind::total;
      grid.rows[i].cells.resize(table.columns.size(), {std::u32string(), at});
    }
    lay(table.rows, table.columns.size(),
        [&](std::size_t row, std::size_t column, const document::Cell& cell, bool own) {
          if (!own) return;
          const std::string text = text_of(cell.runs);
          if (!cell.number) add(What::cell, text, at);
          grid.rows[row].cells[column].text = wide(text);
        });
    subject_.grids.push_back(std::move(grid));
  }

  // Where each cell stands, as spans push the next ones to the right. `own` is false where a span goes on.
  template <class Visit>
  static void lay(const std::vector<document::Row>& rows, std::size_t columns, Visit&& visit) {
    std::vector<int> covered(columns, 0);   // rows that a cell from above still covers
    for (std::size_t r = 0; r < rows.size(); ++r) {
      std::size_t column = 0;
      std::vector<int> next(columns, 0);
      for (std::size_t c = 0; c < columns; ++c) next[c] = covered[c] > 0 ? covered[c] - 1 : 0;
      for (const document::Cell& cell : rows[r].cells) {
        while (column < columns && covered[column] > 0) ++column;
        for (int i = 0; i < cell.columns && column < columns; ++i, ++column) {
          visit(r, column, cell, i == 0);
          next[column] = cell.rows - 1;
        }
      }
      covered = std::move(next);
    }
  }

  Subject& subject_;
  std::size_t host_;
  const std::unordered_set<std::uint64_t>& known_;
};

}  // namespace

void read_documents(Subject& subject, const std::vector<const document::Document*>& documents) {
  std::unordered_set<std::uint64_t> known;
  for (const Passage& passage : subject.passages) known.insert(fingerprint(passage.text));
  for (const document::Document* document : documents) {
    Host host;
    host.kind = Host::Kind::document;
    if (document != nullptr) {
      host.id = document->name;
      host.title = "документ «" + document->name + "»";
      host.document = document;
    }
    subject.hosts.push_back(std::move(host));
    if (document == nullptr) continue;
    Walk(subject, subject.hosts.size() - 1, known).blocks(document->blocks, nullptr);
  }
}

Subject read_subject(const definitions::Workspace& workspace, const plan::Plans& plans,
                     const std::vector<const document::Document*>& documents) {
  Subject subject{workspace, plans, {}, {}, {}};
  read_definitions(subject);
  read_documents(subject, documents);
  return subject;
}

}  // namespace svod::review
