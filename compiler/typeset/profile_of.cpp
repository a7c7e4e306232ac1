#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <utility>

#include "base/text.h"
#include "typeset/codes.h"
#include "typeset/profile_values.h"

namespace svod::typeset {
namespace {

using definitions::LayoutProfile;
using definitions::LayoutValue;

constexpr std::array<std::pair<std::string_view, ChartLook::Hatch>, 6> kHatches{
    {{"none", ChartLook::Hatch::none},
     {"rising", ChartLook::Hatch::rising},
     {"falling", ChartLook::Hatch::falling},
     {"crossed", ChartLook::Hatch::crossed},
     {"level", ChartLook::Hatch::level},
     {"upright", ChartLook::Hatch::upright}}};

/// Fills a profile from a layout; what is not there and must be is reported once a value.
class Filling {
 public:
  Filling(const LayoutProfile& layout, Profile& profile, Diagnostics& out, std::string prefix = {}, bool optional = false)
      : layout_(layout), profile_(profile), out_(out), prefix_(std::move(prefix)), optional_(optional) {}

  void length(std::string_view path, Length& to) {
    if (const LayoutValue* value = find(path, LayoutValue::Kind::length)) to = value->amount;
  }
  void flag(std::string_view path, bool& to) {
    if (const LayoutValue* value = find(path, LayoutValue::Kind::flag)) to = value->amount != 0;
  }
  void whole(std::string_view path, int& to) {
    if (const LayoutValue* value = find(path, LayoutValue::Kind::number)) to = static_cast<int>(value->amount / 1000);
  }
  void colour(std::string_view path, Colour& to) {
    if (const LayoutValue* value = find(path, LayoutValue::Kind::text)) take_colour(value->text, value->where, to);
  }
  template <class Word>
  void word(std::string_view path, Word& to, std::initializer_list<std::pair<std::string_view, Word>> words) {
    const LayoutValue* value = find(path, LayoutValue::Kind::text);
    if (!value) return;
    for (const auto& [name, meaning] : words) {
      if (name == value->text) to = meaning;
    }
  }
  void face(std::string_view path, Typeface& to) {
    file(std::string(path) + ".regular", to.regular);
    file(std::string(path) + ".bold", to.bold);
    file(std::string(path) + ".italic", to.italic);
    file(std::string(path) + ".bold_italic", to.bold_italic);
  }
  void files(std::string_view path, std::vector<std::string>& to) {
    const LayoutValue* value = find(path, LayoutValue::Kind::list);
    if (!value) return;
    to = value->items;
    for (const std::string& name : to) profile_.fonts.push_back({name, value->where, true});
  }
  void inks(std::string_view path, std::vector<ChartLook::Ink>& to) {
    const LayoutValue* value = find(path, LayoutValue::Kind::list);
    for (const std::string& item : value ? value->items : std::vector<std::string>{}) {
      const std::vector<std::string_view> words = split(item, ' ');
      ChartLook::Ink ink;
      take_colour(words.front(), value->where, ink.colour);
      for (const auto& [name, hatch] : kHatches) {
        if (words.size() > 1 && words[1] == name) ink.hatch = hatch;
      }
      to.push_back(ink);
    }
  }
  void text(std::string_view name, TextStyle& to) {
    const std::string prefix = "texts." + std::string(name) + ".";
    Filling must(layout_, profile_, out_, prefix);
    must.length("size", to.size);
    must.length("leading", to.leading);
    visit_text(to, Filling(layout_, profile_, out_, prefix, true));
  }

 private:
  const LayoutValue* find(std::string_view path, LayoutValue::Kind kind) {
    const LayoutValue* value = layout_.find(prefix_ + std::string(path));
    if (value && value->kind == kind) return value;
    if (!value && optional_) return nullptr;
    out_.error(codes::incomplete_profile, value ? value->where : layout_.defined_at,
               "в профиле оформления «" + layout_.name + "» нет значения " + prefix_ + std::string(path),
               "впишите его или продолжите готовый профиль: extends: official");
    return nullptr;
  }

  void file(const std::string& path, std::string& to) {
    const LayoutValue* value = find(path, LayoutValue::Kind::text);
    if (!value) return;
    to = value->text;
    profile_.fonts.push_back({to, value->where, false});
  }

  void take_colour(std::string_view name, const Location& where, Colour& to) {
    const LayoutValue* value = layout_.find("colours." + std::string(name));
    const std::string_view digits = value ? std::string_view(value->text) : name;
    if (digits.size() == 7 && digits[0] == '#') {
      unsigned all = 0;
      std::from_chars(digits.data() + 1, digits.data() + 7, all, 16);
      to.red = static_cast<std::uint8_t>(all >> 16);
      to.green = static_cast<std::uint8_t>(all >> 8 & 0xFF);
      to.blue = static_cast<std::uint8_t>(all & 0xFF);
      return;
    }
    std::vector<std::string> known;
    for (const auto& [path, one] : layout_.values) {
      if (path.starts_with("colours.")) known.push_back(path.substr(8));
    }
    const std::string_view near = nearest(name, known);
    out_.error(codes::unknown_colour, where,
               "цвета «" + std::string(name) + "» нет в разделе colours профиля «" + layout_.name + "»",
               near.empty() ? "цвета: " + join(known, ", ") : "возможно, «" + std::string(near) + "»");
  }

  const LayoutProfile& layout_;
  Profile& profile_;
  Diagnostics& out_;
  std::string prefix_;
  bool optional_;
};

}  // namespace

Profile profile_of(const LayoutProfile& layout, Diagnostics& out) {
  Profile profile;
  profile.name = layout.name;
  visit_values(profile, Filling(layout, profile, out));
  return profile;
}

Outcome<Profiles> profiles_of(const std::vector<LayoutProfile>& layouts) {
  Outcome<Profiles> result;
  for (const LayoutProfile& layout : layouts) result.product.all.push_back(profile_of(layout, result.diagnostics));
  return result;
}

const Profile* Profiles::find(std::string_view name) const {
  const auto at = std::find_if(all.begin(), all.end(), [&](const Profile& profile) { return profile.name == name; });
  return at == all.end() ? nullptr : &*at;
}

}  // namespace svod::typeset
