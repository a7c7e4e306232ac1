#include "plan/parties.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "language/letters.h"
#include "plan/codes.h"
#include "plan/party_list.h"
#include "tables/header.h"

namespace svod::plan {
namespace {

using definitions::Written;

bool begins_small(std::string_view text) {
  std::size_t at = 0;
  const char32_t c = text.empty() ? U' ' : next_code_point(text, at);
  return (c >= 'a' && c <= 'z') || (c >= 0x430 && c <= 0x44F) || c == 0x451;
}

bool begins_quoted(std::string_view text) {
  std::size_t at = 0;
  const char32_t c = text.empty() ? U' ' : next_code_point(text, at);
  return c == '"' || c == 0xAB || c == 0x201E || c == 0x201C;
}

/// «Зуев П.П.»: the stop belongs to the letter.
bool ends_with_initial(std::string_view text) {
  const std::u32string letters = to_code_points(text.substr(text.size() - std::min<std::size_t>(text.size(), 8)));
  const std::size_t n = letters.size();
  return n >= 3 && language::is_cyrillic(letters[n - 2]) && language::is_upper(letters[n - 2]) &&
         (letters[n - 3] == U'.' || letters[n - 3] == U' ');
}

/// Without marks of a list, a full stop at the end and a conjunction at the beginning.
std::string bare(std::string_view piece) {
  std::string text = squeeze(piece);
  for (bool again = true; again;) {
    again = false;
    for (const char* mark : {"- ", "– ", "— ", "• ", "· ", "• ", "и ", "а также ", "совместно с "}) {
      if (!text.starts_with(mark)) continue;
      text = std::string(trim(std::string_view(text).substr(std::string_view(mark).size())));
      again = true;
    }
  }
  // «С.М.» keeps its stop, «ОО.» does not need it.
  while (text.ends_with('.') && text.size() > 3 && text[text.size() - 2] != '.' && !ends_with_initial(text)) {
    text.pop_back();
  }
  return std::string(trim(text));
}

Party party_of(const Named& named, const std::string& written) {
  Party party;
  party.kind = named.kind;
  party.id = named.id;
  party.name = named.name;
  party.part = named.part;
  party.written = written;
  return party;
}

}  // namespace

std::vector<std::string> Parties::lines_apart(std::string_view piece) const {
  std::vector<std::string> result;
  for (const std::string_view part : split(piece, '\n')) {
    const std::string line = bare(part);
    if (line.empty()) continue;
    if (result.empty()) {
      result.push_back(line);
      continue;
    }
    std::string& before = result.back();
    const std::string both = before + " " + line;
    const bool known = names_.find(before).has_value(), next_known = names_.find(line).has_value();
    bool one = false;
    if (known && next_known) {
      one = false;
    } else if (names_.find(both)) {
      one = true;
    } else {
      // A line that a person broke goes on with a small letter or a name in quotes.
      one = (!known && (begins_small(line) || begins_quoted(line)) && !next_known) || begins_quoted(line);
      if (!known && !one) one = !names_.role(before) && begins_small(line) && !names_.role(line);
    }
    if (one) {
      before = both;
    } else {
      result.push_back(line);
    }
  }
  return result;
}

bool Parties::take_known(const std::string& piece, const std::string& carried, Answer& answer) {
  std::string text = piece;
  std::optional<Named> named = names_.find(text);
  std::vector<std::string> inside;
  if (!named && text.find('(') != std::string::npos) {
    Bracketed parts = take_brackets_out(text);
    named = names_.find(parts.outside);
    inside = std::move(parts.inside);
  }
  if (!named && text.find(':') != std::string::npos) {
    named = names_.find(trim(std::string_view(text).substr(text.find(':') + 1)));
  }
  if (!named) {
    // «директор Иванова И. И.», «Иванова И. И. – директор»: the one who is named.
    std::vector<std::string> words;
    for (const std::string_view word : split(text, ' ')) words.emplace_back(word);
    for (std::size_t count = 2; count <= 3 && count < words.size() && !named; ++count) {
      for (const bool at_end : {true, false}) {
        const auto from = at_end ? words.end() - static_cast<std::ptrdiff_t>(count) : words.begin();
        const std::vector<std::string> some(from, from + static_cast<std::ptrdiff_t>(count));
        if (!named) named = names_.person(join(some, " "));
      }
    }
  }
  if (!named) return false;
  const bool goes_on = named->kind == Party::Kind::school || (named->kind == Party::Kind::body && begins_quoted(text));
  if (named->part.empty() && goes_on) named->part = carried;
  answer.parties.push_back(party_of(*named, piece));
  for (const std::string& one : inside) {
    for (const std::string& text_inside : pieces_of_list(one)) {
      const auto person = names_.find(text_inside);
      if (person && person->kind == Party::Kind::person) answer.parties.push_back(party_of(*person, text_inside));
    }
  }
  return true;
}

bool Parties::take_conjunction(const std::string& piece, Answer& answer) {
  for (const std::string_view word : {" и ", " а также ", " совместно с ", "/"}) {
    for (std::size_t at = piece.find(word); at != std::string::npos; at = piece.find(word, at + 1)) {
      const std::string left = bare(piece.substr(0, at)), right = bare(piece.substr(at + word.size()));
      if (left.empty() || right.empty()) continue;
      const bool known = names_.find(left) || names_.role(left);
      if (!known || !(names_.find(right) || names_.role(right))) continue;
      // «центр развития и творчества» is one: of two roles one at least is somebody of the register.
      if (!names_.find(left) && !names_.find(right)) continue;
      take(left, answer);
      take(right, answer);
      return true;
    }
  }
  return false;
}

void Parties::take_unknown(const std::string& piece, Answer& answer) {
  const std::string near = names_.near_name(piece);
  if (near.empty()) {
    const std::string outside = piece.find('(') == std::string::npos ? piece : take_brackets_out(piece).outside;
    if (const auto role = names_.role(outside)) {
      answer.parties.push_back(party_of(*role, piece));
      return;
    }
  }
  Party unknown;
  unknown.id = tables::header_key(piece);
  unknown.name = unknown.written = piece;
  answer.near.resize(answer.parties.size());
  answer.parties.push_back(std::move(unknown));
  answer.near.push_back(near);
}

void Parties::take(std::string_view piece, Answer& answer) {
  const std::string text = bare(piece);
  // A dash says that nobody answers: a fault of the paper, not of the register.
  if (text.empty() || tables::header_key(text).find_first_not_of('-') == std::string::npos) return;
  // What stood before the last name goes for one that stands bare: «администрация МОУ «А», «Б»».
  const std::string carried = answer.parties.empty() ? std::string() : answer.parties.back().part;
  if (take_known(text, carried, answer)) return;
  if (take_conjunction(text, answer)) return;
  take_unknown(text, answer);
}

const Parties::Answer& Parties::of_text(const std::string& text) {
  if (const auto found = read_.find(text); found != read_.end()) return found->second;
  Answer answer;
  for (const std::string& piece : pieces_of_list(text)) {
    if (piece.find('\n') == std::string::npos) {
      take(piece, answer);
    } else {
      for (const std::string& line : lines_apart(piece)) take(line, answer);
    }
  }
  answer.near.resize(answer.parties.size());
  return read_.emplace(text, std::move(answer)).first->second;
}

std::vector<Party> Parties::read(const std::vector<Written>& texts, Diagnostics& found) {
  std::vector<Party> result;
  std::set<std::string> seen;
  for (const Written& written : texts) {
    const Answer& answer = of_text(written.text);
    for (std::size_t i = 0; i < answer.parties.size(); ++i) {
      const Party& party = answer.parties[i];
      if (!seen.insert(party.id + "\n" + party.part).second) continue;
      result.push_back(party);
      result.back().at = written.at;
      if (party.kind != Party::Kind::unknown) continue;
      const std::string& near = answer.near[i];
      const std::size_t kShown = 200;
      std::string shown = party.written.size() <= kShown ? party.written : party.written.substr(0, 0);
      if (shown.empty()) shown = to_utf8(to_code_points(party.written).substr(0, 60)) + "…";
      found
          .warning(codes::unknown_party, written.at, "исполнителя «" + shown + "» нет в реестре",
                   near.empty() ? "внесите его в реестр – в людей, органы, школы или сокращения"
                                : "возможно, «" + near + "»; исправьте имя или внесите его в реестр")
          .cause = "party:" + party.id.substr(0, 200);
    }
  }
  return result;
}

}  // namespace svod::plan
