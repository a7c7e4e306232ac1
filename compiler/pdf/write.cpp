#include "pdf/write.h"

#include <podofo/podofo.h>

#include <mutex>

#include "base/date.h"
#include "pdf/bytes.h"
#include "pdf/codes.h"
#include "pdf/content.h"
#include "pdf/deflate.h"
#include "pdf/embed.h"
#include "pdf/outline.h"
#include "typeset/fonts.h"

namespace svod::pdf {
namespace {

using PoDoFo::PdfName;
using PoDoFo::PdfObject;

// Syntax that we write ourselves, as a value.
PoDoFo::PdfVariant raw(const std::string& syntax) {
  return PoDoFo::PdfVariant(PoDoFo::PdfData(syntax.data(), syntax.size()));
}
PoDoFo::PdfVariant name(const char* value) { return PoDoFo::PdfVariant(PdfName(value)); }
PoDoFo::PdfVariant number(std::int64_t value) { return PoDoFo::PdfVariant(static_cast<PoDoFo::pdf_int64>(value)); }

std::string text_string(std::string_view utf8) {
  Bytes out;
  out << "<FEFF";
  append_utf16_hex(out, utf8);
  out << '>';
  return std::move(out.text());
}

std::string reference(const PdfObject* object) {
  Bytes out;
  out.whole(object->Reference().ObjectNumber()) << ' ';
  out.whole(object->Reference().GenerationNumber()) << " R";
  return std::move(out.text());
}

class FileWriter {
 public:
  FileWriter(const typeset::Pages& pages, Diagnostics& diagnostics)
      : pages_(pages), diagnostics_(diagnostics), objects_(file_.GetObjects()) {}

  std::string run() {
    file_.SetPdfVersion(PoDoFo::ePdfVersion_1_7);
    file_.SetWriteMode(PoDoFo::ePdfWriteMode_Clean);
    resources();
    page_objects();
    outline();
    properties();
    PoDoFo::PdfRefCountedBuffer buffer;
    PoDoFo::PdfOutputDevice device(&buffer);
    file_.Write(&device);
    return std::string(buffer.GetBuffer(), buffer.GetSize());
  }

 private:
  void key(PdfObject* object, const char* name_of_key, const PoDoFo::PdfVariant& value) {
    object->GetDictionary().AddKey(PdfName(name_of_key), PdfObject(value));
  }

  PdfObject* stream(std::string_view bytes) {
    PdfObject* object = objects_.CreateObject();
    const std::string packed = deflater_.compress(bytes);
    PoDoFo::PdfMemoryInputStream input(packed.data(), static_cast<PoDoFo::pdf_long>(packed.size()));
    object->GetStream()->SetRawData(&input, static_cast<PoDoFo::pdf_long>(packed.size()));
    key(object, "Filter", name("FlateDecode"));
    return object;
  }

  PdfObject* font(const typeset::UsedFace& used) {
    const typeset::Face& face = *used.face;
    auto embedded = embed(used);
    if (!embedded) {
      diagnostics_.error(codes::not_written, Location::in_file(face.file()), "шрифт " + face.name() + " не внедряется",
                         "переустановите пакеты шрифтов");
      return nullptr;
    }
    PdfObject* file = stream(embedded->file);
    key(file, "Length1", number(static_cast<std::int64_t>(embedded->file.size())));

    const int em = face.units_per_em();
    const auto scaled = [&](int units) { return static_cast<std::int64_t>(units) * 1000 / em; };
    PdfObject* descriptor = objects_.CreateObject("FontDescriptor");
    key(descriptor, "FontName", name(embedded->name.c_str()));
    // Symbolic: the glyphs have our own codes.
    const int flags = 4 | (face.serif() ? 2 : 0) | (face.italic_angle() != 0 ? 64 : 0) | (face.bold() ? 1 << 18 : 0);
    key(descriptor, "Flags", number(flags));
    Bytes box;
    box << '[';
    for (int side = 0; side < 4; ++side) box.whole(scaled(face.box(side))) << (side < 3 ? ' ' : ']');
    key(descriptor, "FontBBox", raw(box.text()));
    Bytes angle;
    key(descriptor, "ItalicAngle", raw(angle.whole(static_cast<std::int64_t>(face.italic_angle())).text()));
    key(descriptor, "Ascent", number(scaled(face.ascent())));
    key(descriptor, "Descent", number(scaled(face.descent())));
    key(descriptor, "CapHeight", number(scaled(face.cap_height())));
    key(descriptor, "StemV", number(face.bold() ? 140 : 80));
    key(descriptor, "FontFile2", raw(reference(file)));

    PdfObject* descendant = objects_.CreateObject("Font");
    key(descendant, "Subtype", name("CIDFontType2"));
    key(descendant, "BaseFont", name(embedded->name.c_str()));
    key(descendant, "CIDSystemInfo", raw("<</Registry (Adobe) /Ordering (Identity) /Supplement 0>>"));
    key(descendant, "FontDescriptor", raw(reference(descriptor)));
    key(descendant, "DW", number(1000));
    key(descendant, "W", raw(embedded->widths));
    key(descendant, "CIDToGIDMap", raw(reference(stream(embedded->glyph_map))));

    PdfObject* made = objects_.CreateObject("Font");
    key(made, "Subtype", name("Type0"));
    key(made, "BaseFont", name(embedded->name.c_str()));
    key(made, "Encoding", name("Identity-H"));
    key(made, "DescendantFonts", raw("[" + reference(descendant) + "]"));
    key(made, "ToUnicode", raw(reference(stream(embedded->to_unicode))));
    return made;
  }

  void resources() {
    std::vector<bool> printed(pages_.faces.size(), false);
    for (const typeset::Page& page : pages_.pages) {
      for (const typeset::GlyphRun& run : page.runs) printed[run.face] = true;
    }
    Bytes fonts;
    fonts << "<<";
    for (std::size_t i = 0; i < printed.size(); ++i) {
      if (!printed[i]) continue;
      const PdfObject* made = font(pages_.faces[i]);
      if (!made) continue;
      fonts << "/F";
      fonts.whole(static_cast<std::int64_t>(i)) << ' ' << reference(made) << ' ';
    }
    fonts << ">>";
    resources_ = objects_.CreateObject();
    key(resources_, "Font", raw(fonts.text()));
  }

  std::string destination(std::uint32_t index) const {
    const typeset::Destination& to = pages_.destinations[index];
    Bytes out;
    out << '[' << page_references_[to.page] << " /XYZ null ";
    out.thousandths(pages_.pages[to.page].height - to.y) << " null]";
    return std::move(out.text());
  }

  // PoDoFo's own page tree is searched anew for every page that is added; this one is written once.
  void page_objects() {
    PdfObject* tree = file_.GetPagesTree()->GetObject();
    std::vector<PdfObject*> made;
    Bytes kids;
    kids << '[';
    for (std::size_t i = 0; i < pages_.pages.size(); ++i) {
      made.push_back(objects_.CreateObject("Page"));
      page_references_.push_back(reference(made.back()));
      kids << page_references_.back() << (i % 8 == 7 ? '\n' : ' ');
    }
    kids << ']';
    key(tree, "Kids", raw(kids.text()));
    key(tree, "Count", number(static_cast<std::int64_t>(made.size())));
    for (std::size_t i = 0; i < made.size(); ++i) {
      const typeset::Page& page = pages_.pages[i];
      PdfObject* object = made[i];
      key(object, "Parent", raw(reference(tree)));
      Bytes box;
      box << "[0 0 ";
      box.thousandths(page.width) << ' ';
      box.thousandths(page.height) << ']';
      key(object, "MediaBox", raw(box.text()));
      key(object, "Resources", raw(reference(resources_)));
      key(object, "Contents", raw(reference(stream(content_of(pages_, page)))));
      if (!page.links.empty()) key(object, "Annots", raw(links(page)));
    }
  }

  std::string links(const typeset::Page& page) const {
    Bytes out;
    out << '[';
    for (const typeset::Link& link : page.links) {
      out << "<</Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect [";
      out.thousandths(link.x) << ' ';
      out.thousandths(page.height - link.y - link.height) << ' ';
      out.thousandths(link.x + link.width) << ' ';
      out.thousandths(page.height - link.y) << "] /Dest " << destination(link.destination) << ">>\n";
    }
    out << ']';
    return std::move(out.text());
  }

  void outline() {
    if (pages_.outline.empty()) return;
    const OutlineTree tree = nest(pages_.outline);
    PdfObject* root = objects_.CreateObject("Outlines");
    std::vector<PdfObject*> items;
    for (std::size_t i = 0; i < tree.nodes.size(); ++i) items.push_back(objects_.CreateObject());
    const auto at = [&](std::int32_t index) { return raw(reference(items[static_cast<std::size_t>(index)])); };
    key(root, "First", at(tree.first));
    key(root, "Last", at(tree.last));
    key(root, "Count", number(tree.visible));
    for (std::size_t i = 0; i < items.size(); ++i) {
      const OutlineNode& node = tree.nodes[i];
      PdfObject* item = items[i];
      key(item, "Title", raw(text_string(pages_.outline[i].title)));
      key(item, "Parent", node.parent < 0 ? raw(reference(root)) : at(node.parent));
      if (node.previous >= 0) key(item, "Prev", at(node.previous));
      if (node.next >= 0) key(item, "Next", at(node.next));
      if (node.first >= 0) {
        key(item, "First", at(node.first));
        key(item, "Last", at(node.last));
        key(item, "Count", number(node.parent < 0 ? node.visible : -node.visible));
      }
      key(item, "Dest", raw(destination(pages_.outline[i].destination)));
    }
    PdfObject* catalog = file_.GetCatalog();
    key(catalog, "Outlines", raw(reference(root)));
    key(catalog, "PageMode", name("UseOutlines"));
  }

  void properties() {
    PdfObject* catalog = file_.GetCatalog();
    key(catalog, "Lang", raw("(ru-RU)"));
    key(catalog, "ViewerPreferences", raw("<</DisplayDocTitle true>>"));
    PdfObject* info = file_.GetInfo()->GetObject();
    std::string date = "(D:";
    for (const char c : iso(pages_.date)) {
      if (c != '-') date += c;
    }
    date += "000000Z)";
    key(info, "Title", raw(text_string(pages_.title)));
    if (!pages_.author.empty()) key(info, "Author", raw(text_string(pages_.author)));
    key(info, "Producer", raw("(svod)"));
    key(info, "CreationDate", raw(date));
    key(info, "ModDate", raw(date));
  }

  const typeset::Pages& pages_;
  Diagnostics& diagnostics_;
  PoDoFo::PdfMemDocument file_;
  PoDoFo::PdfVecObjects& objects_;
  Deflater deflater_;
  PdfObject* resources_ = nullptr;
  std::vector<std::string> page_references_;
};

// Every index leads somewhere.
bool sound(const typeset::Pages& pages) {
  const auto leads = [&](std::uint32_t destination) {
    return destination < pages.destinations.size() && pages.destinations[destination].page < pages.pages.size();
  };
  for (const typeset::OutlineEntry& entry : pages.outline) {
    if (!leads(entry.destination)) return false;
  }
  for (const typeset::Page& page : pages.pages) {
    for (const typeset::Link& link : page.links) {
      if (!leads(link.destination)) return false;
    }
    for (const typeset::Figure& figure : page.figures) {
      if (figure.path_first > figure.path_last || figure.path_last > page.paths.size()) return false;
    }
    for (const typeset::GlyphRun& run : page.runs) {
      if (run.face >= pages.faces.size() || run.first + run.count > pages.glyphs.size() || run.size <= 0) return false;
    }
  }
  return true;
}

}  // namespace

Outcome<std::string> write(const typeset::Pages& pages) {
  Outcome<std::string> out;
  if (pages.pages.empty()) {
    out.diagnostics.error(codes::no_pages, {}, "документ «" + pages.title + "» не набран, страниц нет");
    return out;
  }
  if (!sound(pages)) {
    out.diagnostics.error(codes::not_written, {}, "страницы документа «" + pages.title + "» противоречивы",
                          "это ошибка программы, сообщите о ней разработчикам");
    return out;
  }
  static std::once_flag quiet;
  std::call_once(quiet, [] {
    PoDoFo::PdfError::EnableDebug(false);
    PoDoFo::PdfError::EnableLogging(false);
  });
  try {
    out.product = FileWriter(pages, out.diagnostics).run();
  } catch (const PoDoFo::PdfError& error) {
    out.diagnostics.error(
        codes::not_written, {},
        "файл PDF документа «" + pages.title + "» не собран: " + PoDoFo::PdfError::ErrorName(error.GetError()),
        "это ошибка программы, сообщите о ней разработчикам");
  }
  if (out.diagnostics.has_errors()) out.product.clear();
  return out;
}

}  // namespace svod::pdf
