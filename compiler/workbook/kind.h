#pragma once

#include <string>
#include <string_view>

namespace svod::workbook {

/// What a file is by its first bytes, its name aside.
enum class FileKind : unsigned char { zip, text };

/// Throws Fault for everything that is neither an archive nor a text: the message names what it is.
FileKind kind_of_file(std::string_view bytes, std::string_view name);

/// Throws Fault for a text that is HTML, XML or another format under a table's name.
void refuse_markup(std::string_view text);

/// Throws Fault for an archive that is no OPC package: ods, Numbers, an ordinary archive. `has` tells whether a
/// part is there and `mimetype` is the text of the part of that name.
[[noreturn]] void refuse_archive(std::string_view mimetype, bool has_numbers_part);

/// Throws Fault unless a main part of this content type is a workbook in XML: docx, pptx, xlsb.
void require_workbook(std::string_view content_type);

}  // namespace svod::workbook
