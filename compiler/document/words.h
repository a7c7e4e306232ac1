#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace svod::document {

/// A place of a document's text as people edit it: a paragraph, a heading, an item, a caption. `compose` makes
/// it, `xlsx` writes it as a row, `compose` reads the row back.
struct Passage {
  enum class State : unsigned char {
    same,      ///< as the template says, whatever `own` holds
    edited,    ///< `own` stands in the document
    stale,     ///< edited, and the template's wording has changed since
    gone,      ///< edited, and the document has no such place now
    wrong,     ///< edited, and the edit cannot be applied
    added,     ///< no place of the template: set after the one above
  };
  State state = State::same;
  std::string place;      ///< «пункт 1.2»
  std::string kind;       ///< «пункт»
  std::string text;       ///< the template's wording, a binding as «{1: 78 выпускников}»
  std::string own;        ///< empty: as the template says
  std::string bindings;   ///< what each shows now, a line each
  std::string mark;       ///< what a person should know of this row; empty for nothing
  bool confirm = false;   ///< the mark is taken away by the person who has read it
  bool heading = false;

  std::string key;        ///< stays the same while the template's wording does
  std::string source;     ///< the wording with its expressions
  std::string context;    ///< the elements of the loops around it
};

/// The text of one document.
struct Words {
  std::string document;   ///< its name
  std::string title;
  std::string author;
  Date date{};
  std::vector<Passage> passages;
};

/// How the sheet of words is laid out: by these titles it is found again, whatever program saved it since.
namespace words_sheet {

inline constexpr std::string_view name = "Текст";
inline constexpr std::string_view guide = "Как править";

enum Column : std::size_t { place, kind, text, own, bindings, mark, key, source, context };
inline constexpr std::array<std::string_view, 9> titles{"Место", "Вид",   "Текст шаблона", "Ваш текст", "Подстановки",
                                                        "Пометка", "Ключ", "Основа",        "Перебор"};

/// The sheet is signed in the column of keys above its head: this, a blank and the document's name.
inline constexpr std::string_view signature = "svod-words-1";

}  // namespace words_sheet

}  // namespace svod::document
