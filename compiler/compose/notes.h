#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compose/template.h"

namespace svod::compose {

/// «[^name]» in a line of text; a backslash before it makes it plain text.
struct NoteMark {
  std::size_t begin = 0, end = 0;
  std::string name;
};
std::vector<NoteMark> note_marks(std::string_view line);

/// «[^name]: text» at the beginning of a line.
struct NoteDefinition {
  std::string name;
  std::size_t text_at = 0;
};
std::optional<NoteDefinition> note_definition(std::string_view line);

/// Marks without a text, texts without a mark, texts that are no single paragraph. A text is seen in the
/// container where it stands and in those inside it.
void check_notes(const Page& page, Diagnostics& out);

}  // namespace svod::compose
