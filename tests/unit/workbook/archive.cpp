#include "archive.h"

#include <libdeflate.h>

#include <limits>
#include <memory>

namespace {

template <class T>
void put(std::string& out, T value) {
  for (std::size_t i = 0; i < sizeof(T); ++i) out += static_cast<char>(static_cast<std::uint64_t>(value) >> (8 * i));
}
void put16(std::string& out, std::uint64_t value) { put(out, static_cast<std::uint16_t>(value)); }
void put32(std::string& out, std::uint64_t value) { put(out, static_cast<std::uint32_t>(value)); }
void put64(std::string& out, std::uint64_t value) { put(out, value); }

std::string deflated(const std::string& bytes) {
  const std::unique_ptr<libdeflate_compressor, void (*)(libdeflate_compressor*)> compressor(
      libdeflate_alloc_compressor(6), libdeflate_free_compressor);
  std::string out(libdeflate_deflate_compress_bound(compressor.get(), bytes.size()), '\0');
  out.resize(libdeflate_deflate_compress(compressor.get(), bytes.data(), bytes.size(), out.data(), out.size()));
  return out;
}

constexpr std::string_view kHead = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

}  // namespace

std::string Archive::bytes() const {
  std::string out, directory;
  std::vector<std::uint64_t> offsets;
  for (const ArchivePart& part : parts) offsets.push_back(0), static_cast<void>(part);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const ArchivePart& part = parts[i];
    const std::string data = part.deflate ? deflated(part.bytes) : part.bytes;
    const std::uint64_t method = part.method >= 0 ? static_cast<std::uint64_t>(part.method) : part.deflate ? 8 : 0;
    const std::uint64_t crc =
        libdeflate_crc32(0, part.bytes.data(), part.bytes.size()) + static_cast<std::uint64_t>(part.crc_shift);
    const std::uint64_t size = part.bytes.size() + static_cast<std::uint64_t>(part.size_shift);
    const std::uint64_t flags = part.flags | (part.descriptor ? 8U : 0U);
    const std::string local_name = part.local_name.empty() ? part.name : part.local_name;
    offsets[i] = out.size();
    put32(out, 0x04034b50);
    put16(out, 20), put16(out, flags), put16(out, method), put32(out, 0);
    put32(out, part.descriptor ? 0 : crc);
    put32(out, part.zip64 ? 0xFFFFFFFF : part.descriptor ? 0 : data.size());
    put32(out, part.zip64 ? 0xFFFFFFFF : part.descriptor ? 0 : size);
    put16(out, local_name.size()), put16(out, part.zip64 ? 20 : 0);
    out += local_name;
    if (part.zip64) put16(out, 1), put16(out, 16), put64(out, size), put64(out, data.size());
    out += data;
    if (part.descriptor) put32(out, 0x08074b50), put32(out, crc), put32(out, data.size()), put32(out, size);

    const std::uint64_t offset =
        part.offset_of_part >= 0 ? offsets[static_cast<std::size_t>(part.offset_of_part)] : offsets[i];
    put32(directory, 0x02014b50);
    put16(directory, 20), put16(directory, 20), put16(directory, flags), put16(directory, method), put32(directory, 0);
    put32(directory, crc);
    put32(directory, part.zip64 ? 0xFFFFFFFF : data.size()), put32(directory, part.zip64 ? 0xFFFFFFFF : size);
    put16(directory, part.name.size()), put16(directory, part.zip64 ? 28 : 0), put16(directory, 0);
    put16(directory, 0), put16(directory, 0), put32(directory, 0), put32(directory, part.zip64 ? 0xFFFFFFFF : offset);
    directory += part.name;
    if (part.zip64) {
      put16(directory, 1), put16(directory, 24), put64(directory, size), put64(directory, data.size());
      put64(directory, offset);
    }
  }
  const std::uint64_t at = out.size();
  out += directory;
  if (zip64_end) {
    const std::uint64_t end_at = out.size();
    put32(out, 0x06064b50), put64(out, 44), put16(out, 45), put16(out, 45), put32(out, 0), put32(out, 0);
    put64(out, parts.size()), put64(out, parts.size()), put64(out, directory.size()), put64(out, at);
    put32(out, 0x07064b50), put32(out, 0), put64(out, end_at), put32(out, 1);
  }
  put32(out, 0x06054b50), put16(out, 0), put16(out, 0);
  put16(out, zip64_end ? 0xFFFF : parts.size()), put16(out, zip64_end ? 0xFFFF : parts.size());
  put32(out, zip64_end ? 0xFFFFFFFF : directory.size()), put32(out, zip64_end ? 0xFFFFFFFF : at);
  put16(out, comment.size());
  return out + comment;
}

Archive Book::archive() const {
  const std::string main = strict ? "http://purl.oclc.org/ooxml/spreadsheetml/main"
                                  : "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const std::string relations = strict ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
                                       : "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const std::string package = "http://schemas.openxmlformats.org/package/2006";
  const std::string head(kHead);
  Archive result;
  const auto add = [&](const std::string& name, const std::string& text) {
    result.parts.push_back({.name = name, .bytes = head + text});
  };
  add("[Content_Types].xml",
      "<Types xmlns=\"" + package + "/content-types\"><Override PartName=\"/xl/workbook.xml\" ContentType=\"" +
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>");
  add("_rels/.rels", "<Relationships xmlns=\"" + package + "/relationships\"><Relationship Id=\"a\" Type=\"" +
                         relations + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
  std::string tabs, related;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    tabs += "<sheet name=\"" + sheets[i].first + "\" sheetId=\"" + number + "\" r:id=\"rId" + number + "\"/>";
    related += "<Relationship Id=\"rId" + number + "\" Type=\"" + relations + "/worksheet\" Target=\"worksheets/sheet" +
               number + ".xml\"/>";
    add("xl/worksheets/sheet" + number + ".xml",
        "<worksheet xmlns=\"" + main + "\">" + sheets[i].second + "</worksheet>");
  }
  if (!strings.empty()) {
    related += "<Relationship Id=\"s\" Type=\"" + relations + "/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>";
    add("xl/sharedStrings.xml", "<sst xmlns=\"" + main + "\">" + strings + "</sst>");
  }
  if (!styles.empty()) {
    related += "<Relationship Id=\"t\" Type=\"" + relations + "/styles\" Target=\"../xl/styles.xml\"/>";
    add("xl/styles.xml", "<styleSheet xmlns=\"" + main + "\">" + styles + "</styleSheet>");
  }
  add("xl/workbook.xml", "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + relations + "\">" + workbook + "<sheets>" +
                             tabs + "</sheets>" + after_sheets + "</workbook>");
  add("xl/_rels/workbook.xml.rels",
      "<Relationships xmlns=\"" + package + "/relationships\">" + related + "</Relationships>");
  return result;
}

Book with_rows(std::string rows) {
  Book book;
  book.sheets.emplace_back("Лист", "<sheetData>" + std::move(rows) + "</sheetData>");
  return book;
}
