#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>

#include "base/files.h"
#include "base/hash.h"
#include "base/text.h"
#include "compose/paper_words.h"
#include "definitions/paper_state.h"
#include "document/plain.h"
#include "driver/build.h"
#include "driver/codes.h"
#include "driver/duties.h"
#include "driver/issued.h"
#include "driver/ledger.h"
#include "driver/render.h"
#include "driver/replace.h"
#include "driver/reviewed.h"
#include "language/dates.h"

namespace svod::driver {
namespace {

using definitions::Issued;
using definitions::Paper;

const std::map<std::string, std::string> kNoSources;

int year_of(const std::optional<Date>& date) { return date ? static_cast<int>(date->year()) : 0; }

/// Signatures of one workspace are recorded one after another. The folder itself is locked: nothing is left in it.
class Turn {
 public:
  explicit Turn(const std::filesystem::path& folder) : lock_(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
    if (lock_ >= 0) ::flock(lock_, LOCK_EX);
  }
  ~Turn() {
    if (lock_ >= 0) ::close(lock_);
  }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;

 private:
  int lock_;
};

class Issuer {
 public:
  Issuer(const IssueRequest& request, Compilation& compilation, const Installation& installation,
         Outcome<IssueReport>& result)
      : request_(request),
        compilation_(compilation),
        installation_(installation),
        result_(result),
        input_{compilation.workspace, *compilation.results,       compilation.findings, compilation.templates,
               compilation.date,      compilation.workspace.mark, kNoSources,           &compilation.words,
               compilation.plans,     &compilation.calendar} {}

  void run() {
    const auto jobs = compose::jobs(input());
    const compose::Job* job = find(jobs.product);
    if (job == nullptr) return;
    entry_.document = job->name;
    entry_.paper = compose::paper_of(compilation_.templates, *job);
    entry_.agreement = request_.agreement;
    entry_.date = request_.date ? request_.date : compilation_.date;
    std::string number(trim(request_.number));
    if (number.starts_with("№"))
      number = std::string(trim(std::string_view(number).substr(std::string_view("№").size())));
    entry_.number = request_.agreement ? std::string() : number;
    check_again();
    check_date();
    if (!request_.agreement) check_number();
    if (found().has_errors()) return;
    record(*job);
  }

 private:
  Diagnostics& found() { return result_.diagnostics; }
  const compose::Input& input() const { return input_; }
  Location here() const { return Location::in_file("svod issue"); }
  const Paper* paper() const {
    return entry_.paper.empty() ? nullptr : definitions::find_paper(compilation_.workspace, entry_.paper);
  }

  const compose::Job* find(const std::vector<compose::Job>& jobs) {
    std::vector<std::string> names;
    for (const compose::Job& job : jobs) {
      if (job.name == request_.document) return &job;
      names.push_back(job.name);
    }
    const std::string_view near = nearest(request_.document, names);
    found().error(codes::nothing_selected, here(), "документа «" + request_.document + "» нет",
                  near.empty() ? "есть: " + join(names, "; ") : "может быть, «" + std::string(near) + "»?");
    return nullptr;
  }

  /// A second signature of the document, or of its paper under another name.
  void check_again() {
    for (const Issued& one : compilation_.workspace.issued) {
      const bool same = one.document == entry_.document || (!one.paper.empty() && one.paper == entry_.paper);
      if (!same || one.agreement) continue;
      found().error(codes::already_signed, one.defined_at,
                    "документ «" + entry_.document + "» уже подписан" +
                        (one.date ? " " + compose::date_and_number(one.date, one.number) : std::string()),
                    "подписанное не меняют: подготовьте новую бумагу (purpose: amendment или repeal)");
    }
  }

  /// What the paper itself says of its date and number holds.
  void check_own(const Date date) {
    if (paper() == nullptr) return;
    if (paper()->date && !paper()->number.empty() && *paper()->date != date) {
      found()
          .error(codes::bad_signing_date, here(),
                 "дата " + language::long_date(date) + " не годится: в самой бумаге стоит " +
                     language::long_date(*paper()->date),
                 "исправьте дату или уберите date и number из описания бумаги")
          .related.push_back({paper()->at, "описание бумаги"});
    }
    const std::string own = squeeze(paper()->number.text);
    if (entry_.agreement || own.empty() || own == entry_.number) return;
    found()
        .error(codes::not_for_signature, here(),
               "номер " + entry_.number + " не тот, что стоит в самой бумаге: " + own,
               "исправьте номер или уберите date и number из описания бумаги")
        .related.push_back({paper()->number.at, "номер в описании"});
  }

  void check_date() {
    const Date date = *entry_.date;
    check_own(date);
    const definitions::Workspace& workspace = compilation_.workspace;
    const auto wrong = [&](const std::string& why, const std::string& hint) {
      found().error(codes::bad_signing_date, here(), "дата " + language::long_date(date) + " не годится: " + why, hint);
    };
    if (date > compilation_.date) {
      wrong("она позже дня сборки, " + language::long_date(compilation_.date),
            "исправьте дату или укажите день ключом --as-of");
    }
    // A paper of a year may be signed in the year before, for a plan of the coming one.
    if (workspace.year != 0 && year_of(date) < workspace.year - 1) {
      wrong("бумага относится к " + std::to_string(workspace.year) + " году", "проверьте год");
    }
    if (paper() == nullptr || paper()->changes.paper.empty()) return;
    const Paper* changed = definitions::find_paper(workspace, paper()->changes.paper);
    if (changed == nullptr) return;
    const definitions::PaperState state = definitions::state_of(workspace, *changed);
    if (!state.is_signed()) {
      wrong("бумага «" + changed->subject.text + "», которую она меняет, ещё не подписана",
            "подпишите сначала ту бумагу");
    } else if (state.date && date < *state.date) {
      wrong("она раньше даты бумаги, которую меняет, " + language::long_date(*state.date), "проверьте дату");
    }
  }

  /// Orders, resolutions and letters of one issuer have their own numbers, anew every year.
  void check_number() {
    const definitions::Workspace& workspace = compilation_.workspace;
    const bool control = std::any_of(entry_.number.begin(), entry_.number.end(),
                                     [](char c) { return static_cast<unsigned char>(c) < 0x20; });
    if (entry_.number.empty() || control) {
      found().error(codes::not_for_signature, here(),
                    entry_.number.empty() ? "номер пуст" : "в номере перенос строки или другой управляющий знак",
                    "укажите номер так, как он стоит в журнале регистрации: --number 17");
      return;
    }
    for (const Paper& other : workspace.papers) {
      if (paper() == nullptr || other.id == entry_.paper || other.type != paper()->type ||
          other.issuer != paper()->issuer)
        continue;
      const definitions::PaperState state = definitions::state_of(workspace, other);
      if (state.is_signed()) check_taken(state.number, state.date, other.subject.text, other.at);
    }
    for (const Issued& one : workspace.issued) {
      if (paper() == nullptr && one.paper.empty() && one.document != entry_.document && !one.agreement) {
        check_taken(one.number, one.date, one.document, one.defined_at);
      }
    }
  }

  void check_taken(const std::string& number, const std::optional<Date>& date, const std::string& whose,
                   const Location& at) {
    if (lower(number) != lower(entry_.number) || year_of(date) != year_of(entry_.date)) return;
    found()
        .error(codes::number_taken, here(),
               "номер " + entry_.number + " в " + std::to_string(year_of(date)) + " году уже занят: «" + whose + "»",
               "проверьте номер по журналу регистрации")
        .related.push_back({at, "бумага с этим номером"});
  }

  void record(const compose::Job& job) {
    compose::Job blank = job;
    blank.blank = true;
    auto unsigned_text = compose::compose(input(), blank);
    if (!unsigned_text.diagnostics.has_errors() && !has_room_for_signature(job, unsigned_text.product)) return;
    const std::string status =
        status_mark(compilation_.intake, forms_of(compilation_.workspace, unsigned_text.product));
    if (unsigned_text.diagnostics.has_errors() || !status.empty() || has_faults(job, unsigned_text.product)) {
      found().append(std::move(unsigned_text.diagnostics));
      found().error(
          codes::not_for_signature, job.order->defined_at,
          "документ «" + job.name + "» подписывать нельзя" + (status.empty() ? ": в нём ошибки" : ": " + status),
          "исправьте ошибки, которые показывает svod check");
      return;
    }
    const std::string text = document::plain_text(unsigned_text.product);
    std::vector<Issued>& issued = compilation_.workspace.issued;
    std::erase_if(issued, [&](const Issued& one) { return one.document == entry_.document; });
    issued.push_back(entry_);   // what is composed now has its number and date
    std::map<std::string, std::string> kept{{kTextKept, text}};
    if (!entry_.agreement && !add_products(job, kept)) return;
    std::vector<std::string> names;
    std::vector<std::pair<std::filesystem::path, std::string>> files;
    const auto add = [&](std::string name, std::string bytes) {
      files.emplace_back(request_.sources.folder / name, std::move(bytes));
      names.push_back(std::move(name));
    };
    for (auto& [extension, bytes] : kept) {
      issued.back().files[extension] = sha256(bytes);
      add(std::string(kIssuedFolder) + "/" + job.name + "." + extension, std::move(bytes));
    }
    // The record comes last: what it speaks of is there.
    FileError error;
    const auto path = request_.sources.folder / kIssuedFile;
    const auto former = disk().exists(path) ? disk().read(path, error, std::size_t{64} << 20) : std::nullopt;
    add(std::string(kIssuedFile), written_ledger(issued, former.value_or(std::string())));
    if (!replace_files(files, "подпись не записана", "освободите место или закройте файл и повторите команду",
                       found())) {
      return;
    }
    result_.product.files = std::move(names);
    result_.product.agreement = entry_.agreement;
    result_.product.title = paper() == nullptr
                                ? job.name + " " + compose::date_and_number(entry_.date, entry_.number)
                                : compose::reference_to(compilation_.workspace, *paper(),
                                                        definitions::state_of(compilation_.workspace, *paper()),
                                                        language::Case::nominative, false);
  }

  /// Calendars, registers, plans printed apart from their order are nobody's to sign.
  bool has_room_for_signature(const compose::Job& job, const document::Document& document) {
    const auto refuse = [&](const std::string& why, const std::string& hint) {
      found().error(codes::not_for_signature, job.order->defined_at,
                    "документ «" + job.name + "» не подписывают: " + why, hint);
      return false;
    };
    if (compose::is_copy(compilation_.templates, job)) {
      return refuse("это копия другой бумаги", "подпишите саму бумагу; копия возьмёт её дату и номер");
    }
    const auto is_signature = [](const document::Block& block) {
      return std::holds_alternative<document::Signature>(block.content);
    };
    if (std::none_of(document.blocks.begin(), document.blocks.end(), is_signature)) {
      return refuse("в нём нет места для подписи",
                    "подписывают приказы, постановления, протоколы, письма, справки; план – приказом, который его "
                    "утверждает");
    }
    const auto& formats = job.order->formats;
    if (std::find(formats.begin(), formats.end(), "pdf") == formats.end()) {
      return refuse("у него нет файла pdf", "добавьте pdf в formats этого документа");
    }
    return true;
  }

  /// What the linter of papers calls an error is told, and the paper is not signed.
  bool has_faults(const compose::Job& job, const document::Document& document) {
    ComposedAll alone;
    alone.documents.push_back({&job, document, {}});
    const Diagnostics said = review_all(compilation_, alone, false);
    const bool faulty = alone.documents[0].document->mark != document.mark;
    for (const Diagnostic& one : said) {
      if (faulty && one.severity == Severity::error) found().add(one);
    }
    return faulty;
  }

  /// The files with number and date in them: what lies in the folder of documents from now on.
  bool add_products(const compose::Job& job, std::map<std::string, std::string>& files) {
    auto composed = compose::compose(input(), job);
    auto fonts = typeset::Fonts::load(installation_.fonts, compilation_.profiles);
    found().append(std::move(fonts.diagnostics));
    for (const std::string& format : job.order->formats) {
      auto made = render(composed.product, format, fonts.product, compilation_.profiles);
      const bool failed = made.diagnostics.has_errors() || made.product.empty();
      found().append(std::move(made.diagnostics));
      if (failed) return false;
      files[format] = std::move(made.product);
    }
    return true;
  }

  const IssueRequest& request_;
  Compilation& compilation_;
  const Installation& installation_;
  Outcome<IssueReport>& result_;
  compose::Input input_;   ///< records of jobs refer to it
  Issued entry_;
};

}  // namespace

Outcome<IssueReport> issue(const IssueRequest& request, const Installation& installation) {
  Outcome<IssueReport> result;
  const Turn turn(request.sources.folder);   // before anything is read: the other's record must be seen
  auto compiled = compile(request.sources, installation);
  if (!compiled.product || !compiled.product->sound) {
    result.diagnostics = std::move(compiled.diagnostics);
    return result;
  }
  Issuer(request, *compiled.product, installation, result).run();
  if (result.diagnostics.has_errors()) result.product = {};
  return result;
}

}  // namespace svod::driver
