#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "language/hyphenation.h"

struct hb_face_t;
struct hb_font_t;

namespace svod::typeset {

struct Profiles;

/// One font file, mapped into memory. Never changes after loading, so threads share it.
class Face {
 public:
  /// Nothing where the file is not a TrueType font that can be shaped and embedded.
  static std::shared_ptr<const Face> open(const std::filesystem::path& path);
  ~Face();
  Face(const Face&) = delete;
  Face& operator=(const Face&) = delete;

  const std::string& file() const { return file_; }  ///< «PTF55F.ttf»
  const std::string& name() const { return name_; }  ///< PostScript name: «PTSerif-Regular»
  int units_per_em() const { return units_; }
  /// In font units; `descent` is negative.
  int ascent() const { return ascent_; }
  int descent() const { return descent_; }
  int cap_height() const { return cap_height_; }
  int box(int side) const { return box_[side]; }  ///< xMin, yMin, xMax, yMax of the head table
  double italic_angle() const { return italic_angle_; }
  bool serif() const { return serif_; }
  bool bold() const { return bold_; }
  /// For shaping, in font units; immutable, safe to use from any thread.
  hb_font_t* font() const { return font_; }
  hb_face_t* face() const { return face_; }

 private:
  Face() = default;
  std::string file_, name_;
  int units_ = 1000, ascent_ = 0, descent_ = 0, cap_height_ = 0;
  int box_[4] = {0, 0, 0, 0};
  double italic_angle_ = 0;
  bool serif_ = false, bold_ = false;
  hb_face_t* face_ = nullptr;
  hb_font_t* font_ = nullptr;
};

/// What setting text needs from files: the faces that documents may use, found by file name in given folders
/// (never by family, never by what else the machine has), and the hyphenation dictionary. Load once, share
/// between threads.
class Fonts {
 public:
  /// The files that the profiles name; where two folders hold one, the first wins. A folder that is not there is
  /// passed over; a face that no folder holds is an error at its place in the profile, a missing fallback matters
  /// only to the letters that no face has. The dictionary is the first `hyph_ru_RU.dic` of the folders; without it
  /// words are not divided, a warning.
  static Outcome<Fonts> load(std::span<const std::filesystem::path> folders, const Profiles& profiles);

  /// Null where no folder held the file.
  std::shared_ptr<const Face> find(std::string_view file) const;
  /// Null without a dictionary.
  const language::Hyphenation* hyphenation() const { return hyphenation_.get(); }
  bool empty() const { return faces_.empty(); }
  /// Sorted by file name.
  const std::vector<std::shared_ptr<const Face>>& faces() const { return faces_; }

 private:
  std::vector<std::shared_ptr<const Face>> faces_;
  std::shared_ptr<const language::Hyphenation> hyphenation_;
};

/// Where Debian's packages fonts-paratype, fonts-liberation2, fonts-dejavu-core and hyphen-ru put their files.
std::vector<std::filesystem::path> packaged_font_folders();

}  // namespace svod::typeset
