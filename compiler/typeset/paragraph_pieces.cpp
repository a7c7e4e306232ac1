#include "typeset/paragraph.h"

namespace svod::typeset {

void Paragraphs::pieces(Inline text, std::vector<Piece>& made) const {
  Piece piece;
  bool open = false;
  const auto finish = [&] {
    if (open) made.push_back(piece);
    piece = {};
    open = false;
  };
  for (std::uint32_t i = text.first; i < text.last; ++i) {
    const Atom& item = atoms_[i];
    if (item.kind == Atom::Kind::forced) {
      finish();
      piece.forced = true;
    } else if (item.breakable) {
      finish();
      if (item.kind == Atom::Kind::space) piece.gap += item.width;
    } else {
      piece.width += item.width;
      open = true;
    }
  }
  finish();
}

}  // namespace svod::typeset
