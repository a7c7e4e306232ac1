#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/files.h"
#include "compose/compose.h"
#include "diagnostics/diagnostic.h"
#include "document/words.h"

namespace svod::compose {

/// The folder of a workspace with the departments' own wording of documents.
inline constexpr std::string_view kWordingFolder = "wording";

/// A row of the sheet «Текст» as it came back.
struct OwnRow {
  std::string place, kind;
  std::string template_text;   ///< as it was when the sheet was written
  std::string own;             ///< trimmed; empty: as the template says
  std::string mark;
  std::string key, source, context;   ///< empty in a row that a person put in
  Location cell;               ///< of the own text
  Location kind_cell;
};

/// The wording of one document.
struct OwnText {
  std::string document;
  std::string file;        ///< as shown to the user: «wording/Приказ.xlsx»
  std::string sha256;
  bool readable = true;    ///< without it the document is not made: the template's text would pass for the own one
  std::vector<OwnRow> rows;
  Diagnostics found;       ///< of the cells: formulas, numbers

  bool has_edits() const;
};

/// Those of a workspace are kept by the document's name, lower case.
/// Reads one book. `name` is the document's where the book does not tell it.
OwnText read_own_text(std::string_view bytes, const std::string& file, const std::string& name);
/// Every book of the workspace's folder of wording.
Outcome<OwnTexts> load_own_texts(const std::filesystem::path& folder, const Files& files);
/// Path as shown to the user -> SHA-256.
std::map<std::string, std::string> own_text_sources(const OwnTexts& texts);
const OwnText* own_text_of(const OwnTexts& texts, std::string_view document);
/// Warns of books whose document is not among these.
Diagnostics unused_own_texts(const OwnTexts& texts, const std::vector<Job>& jobs);

/// The text of a document for its sheet: the template's wording with the values of now, and what `own` holds,
/// carried over row by row. Nothing of `own` is lost, whatever is wrong with it.
Outcome<document::Words> words(const Input& input, const Job& job, const OwnText* own);

}  // namespace svod::compose
