#include <algorithm>

#include "base/text.h"
#include "definitions/codes.h"
#include "definitions/loading.h"

namespace svod::definitions {
namespace {

/// «12.5 mm», «14 pt», checked against the schema before, in thousandths of a point: a millimetre is 360/127 of
/// a point.
std::optional<std::int64_t> length_of(std::string_view text) {
  const bool metric = text.ends_with(" mm");
  if (!metric && !text.ends_with(" pt")) return std::nullopt;
  const auto number = Number::parse(text.substr(0, text.size() - 3));
  const auto length = number ? multiply(*number, *Number::ratio(metric ? 360'000 : 127'000, 127)) : std::nullopt;
  return length ? std::optional(length->round(0).units) : std::nullopt;
}

std::optional<LayoutValue> value_of(const Node& node) {
  LayoutValue value;
  value.text = node.text;
  switch (node.kind) {
    case Node::Kind::boolean:
      value.kind = LayoutValue::Kind::flag;
      value.amount = lower(node.text) == "true" ? 1 : 0;
      return value;
    case Node::Kind::integer:
    case Node::Kind::number:
      value.kind = LayoutValue::Kind::number;
      if (const auto number = Number::parse(node.text)) {
        if (const auto amount = multiply(*number, Number(1000))) value.amount = amount->round(0).units;
      }
      return value;
    case Node::Kind::list:
      value.kind = LayoutValue::Kind::list;
      for (const Node& item : node.items) value.items.push_back(item.text);
      return value;
    case Node::Kind::text:
      if (const auto length = length_of(node.text)) {
        value.kind = LayoutValue::Kind::length;
        value.amount = *length;
      }
      return value;
    default: return std::nullopt;
  }
}

/// A profile as one file says it, before what it extends.
struct Layer {
  LayoutProfile layout;
  std::string extends;
  const Checked* file = nullptr;
  enum class State : unsigned char { fresh, open, done } state = State::fresh;
};

class LayoutLoader {
 public:
  LayoutLoader(const CheckedFiles& files, Loading& loading) : files_(files), loading_(loading) {}

  void load() {
    for (const auto& file : files_) read(*file);
    for (Layer& layer : layers_) resolve(layer);
    for (Layer& layer : layers_) liken(layer);
    for (const Layer& layer : layers_) {
      if (layer.file->shipped && find(layer.layout.name, false)) continue;
      loading_.workspace.layouts.push_back(layer.layout);
    }
  }

 private:
  void read(const Checked& file) {
    const Reader reader(file.document, file.document.root, loading_.out);
    Layer layer;
    layer.file = &file;
    layer.layout.name = reader.text("name");
    layer.layout.title = reader.text("title");
    layer.layout.defined_at = reader.at();
    layer.extends = reader.text("extends");
    if (layer.layout.name.empty()) return;  // the schema has said so
    if (const Layer* first = find(layer.layout.name, file.shipped)) {
      Diagnostic& added = reader.error(codes::duplicate_name, "name",
                                       "профиль оформления «" + layer.layout.name + "»: такое имя уже есть", "переименуйте");
      added.related.push_back({first->layout.defined_at, "первое описание – здесь"});
      return;
    }
    const std::string source = reader.text("source");
    for (const Node::Entry& entry : file.document.root.entries) {
      const std::string& key = entry.key.text;
      if (entry.value.is_scalar() || key == "source") continue;
      take(file, entry.value, key, source, layer.layout);
    }
    layers_.push_back(std::move(layer));
  }

  /// A value, or a group of values with perhaps a source of its own.
  void take(const Checked& file, const Node& node, const std::string& path, std::string source, LayoutProfile& layout) {
    if (node.kind != Node::Kind::map) {
      if (!file.is_good(node)) return;
      auto value = value_of(node);
      if (!value) return;
      value->source = std::move(source);
      value->where = file.document.at(node);
      layout.values[path] = std::move(*value);
      return;
    }
    if (const Node* own = node.find("source"); own && own->is_scalar()) source = own->text;
    if (const Node* only = node.find("value")) return take(file, *only, path, std::move(source), layout);
    for (const Node::Entry& entry : node.entries) {
      if (entry.key.text != "source") take(file, entry.value, path + "." + entry.key.text, source, layout);
    }
  }

  Layer* find(std::string_view name, bool shipped) {
    for (Layer& layer : layers_) {
      if (layer.layout.name == name && layer.file->shipped == shipped) return &layer;
    }
    return nullptr;
  }

  /// What a profile extends: one of the workspace before a shipped one; its own name means the shipped one.
  Layer* base_of(const Layer& layer) {
    Layer* own = layer.file->shipped || layer.extends == layer.layout.name ? nullptr : find(layer.extends, false);
    Layer* base = own ? own : find(layer.extends, true);
    return base == &layer ? nullptr : base;
  }

  void resolve(Layer& layer) {
    if (layer.state == Layer::State::done || layer.extends.empty()) return;
    layer.state = Layer::State::open;
    const Reader reader(layer.file->document, layer.file->document.root, loading_.out);
    Layer* base = base_of(layer);
    if (!base) {
      std::vector<std::string> known;
      for (const Layer& other : layers_) {
        if (&other != &layer) known.push_back(other.layout.name);
      }
      reader.error(codes::unknown_layout, "extends", "профиля оформления «" + layer.extends + "» нет",
                   nearest_hint(layer.extends, known));
    } else if (base->state == Layer::State::open) {
      reader.error(codes::layout_cycle, "extends",
                   "профиль «" + layer.layout.name + "» продолжает «" + layer.extends + "», а тот – его самого",
                   "уберите extends в одном из них");
    } else {
      resolve(*base);
      layer.layout.lineage = base->layout.lineage;
      layer.layout.lineage.insert(layer.layout.lineage.begin(), base->layout.name);
      for (const auto& [path, value] : base->layout.values) layer.layout.values.emplace(path, value);
    }
    layer.state = Layer::State::done;
  }

  using Values = std::map<std::string, LayoutValue, std::less<>>;
  using Likes = std::map<std::string, LayoutValue, std::less<>>;

  /// `like`: what a text does not say it takes from another text of the same profile.
  void liken(Layer& layer) {
    Values& values = layer.layout.values;
    Likes likes;
    for (auto at = values.begin(); at != values.end();) {
      const bool like = at->first.starts_with("texts.") && at->first.ends_with(".like");
      if (like) likes.emplace(at->first.substr(0, at->first.size() - 5), at->second);
      at = like ? values.erase(at) : std::next(at);
    }
    Likes left = likes;
    for (const auto& [text, like] : likes) liken(values, text, left, {});
  }

  /// `left`: texts that still have to take from their models; `open`: those on the way here.
  void liken(Values& values, const std::string& text, Likes& left, std::vector<std::string> open) {
    const auto found = left.find(text);
    if (found == left.end()) return;
    const LayoutValue like = found->second;
    if (std::find(open.begin(), open.end(), text) != open.end()) {
      left.erase(found);
      loading_.out.error(codes::layout_cycle, like.where,
                         "надпись «" + text.substr(6) + "» описана через саму себя",
                         "укажите у одной из надписей все значения вместо like");
      return;
    }
    open.push_back(text);
    const std::string model = "texts." + like.text;
    liken(values, model, left, open);
    left.erase(text);
    const std::string from = model + ".";
    std::vector<std::pair<std::string, LayoutValue>> taken;
    for (auto at = values.lower_bound(from); at != values.end() && at->first.starts_with(from); ++at) {
      taken.emplace_back(text + "." + at->first.substr(from.size()), at->second);
    }
    for (auto& [path, value] : taken) values.emplace(std::move(path), std::move(value));
  }

  const CheckedFiles& files_;
  Loading& loading_;
  std::vector<Layer> layers_;
};

}  // namespace

void load_layouts(const CheckedFiles& files, Loading& loading) { LayoutLoader(files, loading).load(); }

void load_layout_choice(const Checked& workspace_file, Loading& loading) {
  const Reader reader(workspace_file.document, workspace_file.document.root, loading.out);
  std::vector<std::string> known;
  for (const LayoutProfile& layout : loading.workspace.layouts) known.push_back(layout.name);
  const Node* choice = reader.find("layout");
  if (!choice || !workspace_file.is_good(*choice)) return;
  for (const Node::Entry& entry : choice->entries) {
    bool good = true;
    for (const Node* name : {&entry.key, &entry.value}) {
      if (loading.workspace.layout(name->text)) continue;
      const std::string near = nearest_hint(name->text, known);
      reader.error(codes::unknown_layout, *name, "профиля оформления «" + name->text + "» нет",
                   near.empty() ? "профили: " + join(known, ", ") : near);
      good = false;
    }
    if (good) loading.workspace.layout_instead[entry.key.text] = entry.value.text;
  }
}

}  // namespace svod::definitions
