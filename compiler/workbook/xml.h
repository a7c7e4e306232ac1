#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "workbook/container.h"
#include "workbook/plain_cell.h"

namespace svod::workbook {

/// A strict pull reader of one XML part. Tags must match; a DTD, an unknown entity, a byte that is not UTF-8,
/// text where the caller expects elements only: all throw Fault with the part's name and the byte.
/// Prefixes are dropped from the names of elements. UTF-16 is converted; offsets are those of the file.
class Xml {
 public:
  enum class Token : unsigned char { start, end, finished };

  struct Attribute {
    std::string_view name;  ///< with its prefix
    std::string_view raw;   ///< entities not replaced
    bool plain = true;      ///< nothing to replace

    /// For names of one letter, of which sheets are full.
    bool is(char letter) const { return name.size() == 1 && name.front() == letter; }
  };

  Xml(PartBytes bytes, std::string part, std::size_t depth_limit);

  Xml(const Xml&) = delete;
  Xml& operator=(const Xml&) = delete;

  /// The next tag. An element without content gives a start and an end.
  Token next();
  /// Name of the element of the last tag, without prefix.
  std::string_view name() const { return name_; }
  bool is(char letter) const { return name_.size() == 1 && name_.front() == letter; }
  /// After a start: what it says of itself.
  const std::vector<Attribute>& attributes() const { return attributes_; }
  /// Value of an attribute with exactly this name; empty where there is none.
  std::string attribute(std::string_view name) const;
  /// Value of an attribute with a prefix, whatever it is (`r:id`, `d3p1:id`).
  std::string prefixed_attribute(std::string_view local) const;
  /// An attribute's text with entities replaced; `scratch` holds it where that changed something.
  std::string_view decoded(const Attribute& attribute, std::string& scratch) const {
    return attribute.plain ? attribute.raw : replaced(attribute, scratch);
  }

  /// After a start: the text of the element, which must have no elements, and past its end. The view points
  /// into the part where it can, else into `scratch`.
  std::string_view content(std::string& scratch);
  /// After a start: past the element's end, whatever it holds.
  void skip();
  /// Past the start tag of the root; its local name must be one of these.
  void expect_root(std::string_view name);

  /// Inside an element: whether a plain cell is next, and past it.
  bool take(PlainCell& cell) {
    if (end_pending_ || open_.size() + 2 > depth_limit_) return false;
    const char* const end = match_plain_cell(at_, cell);
    if (end == nullptr) return false;
    at_ = end;
    return true;
  }

  const std::string& part() const { return part_; }
  std::size_t size() const { return text_.size(); }
  std::size_t offset() const { return static_cast<std::size_t>(at_ - text_.data()); }
  [[noreturn]] void fail(const std::string& what) const { fail_at(at_, what); }

 private:
  [[noreturn]] void fail_at(const char* at, const std::string& what) const;
  void decode_bytes();
  void read_declaration();
  void start_tag();
  void end_tag();
  void comment();
  void instruction();
  void check_twins();
  std::string_view markup_text();
  std::string_view replaced(const Attribute& attribute, std::string& scratch) const;
  char32_t numbered_character(std::string_view name, const char* at) const;
  void append_text(std::string& out, std::string_view raw, bool attribute) const;

  std::string part_;
  std::size_t depth_limit_;
  PartBytes bytes_;
  std::string converted_;  // of a UTF-16 part
  std::string_view text_;
  bool utf16_ = false;
  std::size_t skipped_ = 0;  // bytes of the mark before the text
  const char* at_ = nullptr;
  std::string_view name_;
  std::vector<Attribute> attributes_;
  std::vector<std::string_view> open_;  // names with their prefixes
  bool end_pending_ = false;
  bool root_seen_ = false;
};

}  // namespace svod::workbook
