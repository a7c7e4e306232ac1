#include "compose/unroll.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/text.h"
#include "compose/markdown.h"
#include "compose/notes.h"
#include "compose/parameters.h"
#include "compose/tokens.h"
#include "compose/words_passages.h"
#include "compose/writer.h"

namespace svod::compose {
namespace {

using document::Role;
using expression::Scope;
using expression::Value;

/// The footnotes of one turn of a container.
struct Frame {
  struct Entry {
    const NoteText* note = nullptr;
    int index = -1;  ///< in Unrolled::notes once it was marked
  };
  std::map<std::string, Entry, std::less<>> notes;
  const Scope* scope = nullptr;
  Frame* outer = nullptr;
};

/// Parts of a paper of its own that a section of another document does not have.
bool stands_alone(Role role) {
  return role == Role::letterhead || role == Role::kind || role == Role::title || role == Role::subtitle ||
         role == Role::imprint || role == Role::addressee || role == Role::executor;
}

bool stands_alone(const BlockSpec& block) {
  return std::holds_alternative<ContentsSpec>(block.content) || std::holds_alternative<SignatureSpec>(block.content) ||
         std::holds_alternative<DateNumberSpec>(block.content) ||
         std::holds_alternative<HandSheetSpec>(block.content) || std::holds_alternative<ExecutorSpec>(block.content);
}

class Unroller {
 public:
  Unroller(const Scope& base, const Press& press, WordsEditor* words) : base_(base), press_(press), words_(words) {}

  Unrolled run(const Page& page, const Scope& scope) {
    here_.page = &page;
    result_.includes.push_back(page.name);
    parts(page.body, scope, nullptr);
    return std::move(result_);
  }

 private:
  void add_line(std::string_view line, int number) {
    if (joined_ && trim(line).empty()) return;
    result_.text += line;
    result_.text += '\n';
    LineOrigin origin = here_;
    origin.number = number;
    result_.origins.push_back(origin);
  }

  void parts(const std::vector<Part>& list, const Scope& scope, Frame* outer) {
    Frame frame;
    frame.scope = &scope;
    frame.outer = outer;
    for (const Part& part : list) {
      if (const auto* note = std::get_if<NoteText>(&part.content)) frame.notes.emplace(note->name, Frame::Entry{note});
    }
    for (const Part& part : list) one(part, scope, frame);
  }

  void one(const Part& part, const Scope& scope, Frame& frame) {
    if (const auto* line = std::get_if<Line>(&part.content)) {
      const std::string text = filled(line->text, scope, &frame);
      if (!trim(text).empty()) content_follows();
      add_line(text, line->number);
      return;
    }
    if (std::holds_alternative<NoteText>(part.content)) return;
    add_line("", 0);
    if (const auto* loop = std::get_if<Loop>(&part.content)) {
      for (const Value& element : expression::select(*loop->clause, scope)) {
        const int outer = here_.context;
        if (words_ != nullptr) enter(loop->clause->name, element);
        parts(loop->body, expression::Bound(scope, loop->clause->name, element), &frame);
        add_line("", 0);
        here_.context = outer;
      }
    } else if (const auto* choice = std::get_if<Choice>(&part.content)) {
      for (const Choice::Branch& branch : choice->branches) {
        if (branch.condition) {
          const Value holds = press_.value(branch.condition, scope);
          if (holds.truth() == nullptr || !*holds.truth()) continue;
        }
        parts(branch.body, scope, &frame);
        break;
      }
    } else if (const auto* let = std::get_if<Let>(&part.content)) {
      parts(let->body, expression::Bound(scope, let->name, press_.value(let->value, scope)), &frame);
    } else if (const auto* styled = std::get_if<Styled>(&part.content)) {
      if (here_.include > 0 && stands_alone(styled->role)) {
        left_out();
      } else {
        const Role outer = here_.role;
        here_.role = styled->role;
        parts(styled->body, scope, &frame);
        here_.role = outer;
      }
    } else if (const auto* turned = std::get_if<Turned>(&part.content)) {
      const bool outer = here_.landscape;
      here_.landscape = true;
      parts(turned->body, scope, &frame);
      here_.landscape = outer;
    } else if (const auto* joined = std::get_if<Joined>(&part.content)) {
      const bool outer = std::exchange(joined_, true);
      parts(joined->body, scope, &frame);
      joined_ = outer;
    } else if (const auto* fence = std::get_if<Fence>(&part.content)) {
      block(*fence, scope);
    }
    add_line("", 0);
  }

  void block(const Fence& fence, const Scope& scope) {
    if (const auto* include = std::get_if<IncludeSpec>(&fence.block->content)) return included(*include, scope);
    if (here_.include > 0) {
      if (stands_alone(*fence.block)) return left_out();
      if (std::holds_alternative<PageBreakSpec>(fence.block->content)) {
        if (!after_left_out_) pending_break_ = &fence;
        return;
      }
    }
    std::shared_ptr<const BlockSpec> spec = fence.block;
    if (words_ != nullptr) spec = words_->block(spec, scope, press_, context());
    document::Blocks made = build_block(*spec, scope, press_);
    if (made.empty()) return;
    content_follows();
    if (words_ != nullptr) words_->block_stands(result_.made.size());
    put(fence, std::move(made));
  }

  void enter(const std::string& variable, const Value& element) {
    std::string inner = loop_context(context(), variable, element);
    here_.context = static_cast<int>(result_.contexts.size());
    result_.contexts.push_back(std::move(inner));
  }
  const std::string& context() const { return result_.contexts[static_cast<std::size_t>(here_.context)]; }

  void put(const Fence& fence, document::Blocks made) {
    add_line(fence.indent + "```" + std::string(kBlockFence), fence.number);
    add_line(fence.indent + std::to_string(result_.made.size()), fence.number);
    add_line(fence.indent + "```", fence.number);
    result_.made.push_back(std::move(made));
    result_.made_at.push_back(here_);
    result_.made_at.back().number = fence.number;
  }

  /// A page break of an included template waits for what follows it: before and after a title page it goes
  /// with the title page.
  void left_out() {
    pending_break_ = nullptr;
    after_left_out_ = true;
  }
  void content_follows() {
    after_left_out_ = false;
    if (pending_break_ == nullptr) return;
    const Fence* fence = std::exchange(pending_break_, nullptr);
    document::Block page_break;
    page_break.content = document::PageBreak{};
    page_break.origin = fence->block->at;
    add_line("", 0);
    put(*fence, {std::move(page_break)});
    add_line("", 0);
  }

  void included(const IncludeSpec& spec, const Scope& scope) {
    const Page& page = *spec.page;
    Scoped inner(base_);
    for (const ParameterSpec& parameter : page.parameters) {
      const auto given = std::find_if(spec.parameters.begin(), spec.parameters.end(),
                                      [&](const auto& one) { return one.first == parameter.name; });
      inner.bind(parameter.name, given == spec.parameters.end() ? parameter_default(parameter, press_.input(), base_)
                                                                : press_.value(given->second, scope));
    }
    for (const auto& [name, slot] : page.definitions) {
      Value value = press_.value(slot, inner.scope());
      inner.bind(name, std::move(value));
    }
    content_follows();
    const LineOrigin outer = here_;
    here_.page = &page;
    here_.role = Role::body;
    here_.include = static_cast<int>(result_.includes.size());
    here_.deeper += spec.level;
    result_.includes.push_back(page.name);
    after_left_out_ = true;
    parts(page.body, inner.scope(), nullptr);
    here_ = outer;
    pending_break_ = nullptr;
    after_left_out_ = false;
  }

  std::string filled(const Wording& wording, const Scope& scope, Frame* frame) {
    std::string line;
    for (const Wording::Part& part : wording.parts) {
      if (part.slot) {
        append_token(line, result_.fills.size());
        result_.fills.push_back({press_.print(part.slot, scope), -1, &part.slot});
        continue;
      }
      std::size_t done = 0;
      for (const NoteMark& mark : note_marks(part.literal)) {
        const int note = frame == nullptr ? -1 : note_of(mark.name, frame);
        if (note < 0) continue;
        line += part.literal.substr(done, mark.begin - done);
        done = mark.end;
        append_token(line, result_.fills.size());
        result_.fills.push_back({{}, note});
      }
      line += part.literal.substr(done);
    }
    return line;
  }

  /// The footnote's index; its text is filled at its first mark.
  int note_of(const std::string& name, Frame* frame) {
    while (frame != nullptr && !frame->notes.contains(name)) frame = frame->outer;
    if (frame == nullptr) return -1;
    Frame::Entry& entry = frame->notes.find(name)->second;
    if (entry.index >= 0) return entry.index;
    entry.index = static_cast<int>(result_.notes.size());
    result_.notes.push_back({filled(entry.note->text, *frame->scope, nullptr), here_});
    result_.notes.back().origin.number = entry.note->number;
    return entry.index;
  }

  const Scope& base_;
  const Press& press_;
  WordsEditor* words_;
  Unrolled result_;
  LineOrigin here_;
  const Fence* pending_break_ = nullptr;  // of an included template
  bool after_left_out_ = false;
  bool joined_ = false;  // one paragraph: no line is blank
};

}  // namespace

Unrolled unroll(const Page& page, const Scope& base, const Scope& scope, const Press& press, WordsEditor* words) {
  return Unroller(base, press, words).run(page, scope);
}

}  // namespace svod::compose
