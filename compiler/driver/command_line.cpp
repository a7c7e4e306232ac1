#include "driver/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <map>
#include <thread>

#include "base/text.h"
#include "driver/codes.h"
#include "driver/commands.h"
#include "driver/version.h"

namespace svod::driver {
namespace {

constexpr int kMostJobs = 256;

/// The frame of `--help` in Russian; the library counts bytes, so names of values stay Latin.
class RussianFormatter final : public CLI::Formatter {
 public:
  RussianFormatter() {
    label("REQUIRED", "");
    label("OPTIONS", "КЛЮЧИ");
    label("SUBCOMMAND", "КОМАНДА");
    label("SUBCOMMANDS", "КОМАНДЫ");
    label("Usage", "Вызов");
    label("Positionals", "Что указать");
    column_width(30);
  }
};

// Validators give the fault and, after a line end, what to write instead.

CLI::Validator one_of(const std::vector<std::string>& words) {
  return {[words](const std::string& text) {
            if (std::find(words.begin(), words.end(), text) != words.end()) return std::string();
            return "нет значения «" + text + "»\nбывает: " + join(words, ", ");
          },
          ""};
}

CLI::Validator not_empty() {
  return {[](const std::string& text) { return trim(text).empty() ? std::string("значение пусто\n") : std::string(); },
          ""};
}

CLI::Validator day() {
  return {[](const std::string& text) {
            if (parse_iso_date(text)) return std::string();
            return "нет такой даты: «" + text + "»\nдата пишется как ГГГГ-ММ-ДД: 2021-08-25";
          },
          ""};
}

std::optional<int> jobs_of(const std::string& text) {
  int count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error != std::errc() || end != text.data() + text.size() || count < 1 || count > kMostJobs) return std::nullopt;
  return count;
}

CLI::Validator count_of_jobs() {
  return {[](const std::string& text) {
            if (jobs_of(text)) return std::string();
            return "число потоков не годится: «" + text + "»\nцелое число от 1 до " + std::to_string(kMostJobs);
          },
          ""};
}

/// The line as texts, and the library's description of what it may be.
class Reader {
 public:
  Reader()
      : app_("svod собирает приказы, отчёты и рекомендации органа управления образованием из сведений школ", "svod") {
    app_.formatter(std::make_shared<RussianFormatter>());
    app_.set_help_flag("-h,--help", "показать эту справку");
    app_.set_version_flag("--version", "svod " + std::string(kVersion), "показать версию");
    app_.require_subcommand(1);
    app_.option_defaults()->group("Ключи");
    app_.footer("Выход: 0 – ошибок нет, 1 – ошибки в сведениях или определениях, 2 – команду выполнить нельзя.");
    describe();
  }

  Outcome<CommandLine> read(int argc, char** argv) {
    Outcome<CommandLine> result;
    const std::vector<std::string> words(argv + 1, argv + argc);
    // Faults of the line itself are told as the line asks for.
    for (std::size_t i = 0; i < words.size(); ++i) {
      line_.json = line_.json || words[i] == "--messages=json" ||
                   (words[i] == "--messages" && i + 1 < words.size() && words[i + 1] == "json");
    }
    try {
      app_.parse(argc, argv);
      finish(result.diagnostics);
    } catch (const CLI::CallForHelp&) {
      line_.printed = app_.help();
    } catch (const CLI::CallForVersion&) {
      line_.printed = app_.version() + "\n";
    } catch (const CLI::ParseError& error) {
      tell(error, words, result.diagnostics);
    }
    result.product = line_;
    return result;
  }

 private:
  CLI::App* add(Command command, const std::string& name, const std::string& about, const std::string& example) {
    CLI::App* added = app_.add_subcommand(name, about);
    added->group("Команды");
    added->option_defaults()->group("Ключи");
    added->set_help_flag("-h,--help", "показать эту справку");
    added->add_option("--messages", messages_, "вид замечаний; json – по объекту в строке")
        ->check(one_of({"text", "json"}))
        ->type_name("text|json");
    added->add_option("--jobs", jobs_, "число потоков, от 1 до " + std::to_string(kMostJobs))
        ->check(count_of_jobs())
        ->type_name("N");
    commands_[added] = {command, example};
    return added;
  }
  CLI::Option* key(CLI::App* command, const std::string& name, std::string& value, const std::string& about,
                   const std::string& type) {
    return command->add_option(name, value, about)->type_name(type)->check(not_empty());
  }
  void as_of(CLI::App* command) {
    key(command, "--as-of", as_of_, "дата сборки ГГГГ-ММ-ДД; по умолчанию из workspace.yaml", "DATE")->check(day());
  }
  template <class Value>
  CLI::Option* place(CLI::App* command, const std::string& name, Value& value, const std::string& about) {
    return command->add_option(name, value, about)->type_name("")->check(not_empty());
  }

  void describe() {
    CLI::App* build =
        add(Command::build, "build", "собрать все документы рабочей папки", "svod build inputs/имя-папки");
    place(build, "WORKSPACE", line_.folders, "рабочая папка, одна или несколько")->required();
    key(build, "--out", line_.out, "папка документов; по умолчанию outputs/имя рабочей папки", "DIR");
    key(build, "--only", line_.only, "только документы по образцу имени: 'Рекомендации/*'", "PATTERN");
    key(build, "--edition", edition_, "редакция: внутренняя или для публикации", "internal|public")
        ->check(one_of({"internal", "public"}));
    as_of(build);
    build->add_flag("--strict", line_.strict, "не выпускать документы, в данных которых есть ошибки");
    const auto& phases = printable_phases();
    key(build, "--print", line_.phase, "напечатать итог одной стадии и ничего не записывать: " + join(phases, ", "),
        "PHASE")
        ->check(one_of(phases));

    CLI::App* check = add(Command::check, "check", "проверить сведения и определения, ничего не записывая",
                          "svod check inputs/имя-папки");
    place(check, "WORKSPACE", folder_, "рабочая папка")->required();
    place(check, "FILE", line_.files, "только эти файлы сведений");

    CLI::App* status =
        add(Command::status, "status", "кто что прислал, какие бумаги подписаны", "svod status inputs/имя-папки");
    place(status, "WORKSPACE", folder_, "рабочая папка")->required();

    CLI::App* explain = add(Command::explain, "explain", "откуда взялось число, до ячеек; или что значит код замечания",
                            "svod explain F214");
    place(explain, "WORKSPACE", folder_, "рабочая папка или код замечания")->required();
    place(explain, "REF", line_.reference, "показатель: ege.mean@subject=Физика,school=Ясногорская СОШ");

    CLI::App* words = add(Command::words, "words", "тексты документов в книги Excel, чтобы править слова",
                          "svod words inputs/имя-папки");
    place(words, "WORKSPACE", folder_, "рабочая папка")->required();
    place(words, "DOCUMENT", line_.documents, "только эти документы: имена или образцы 'Рекомендации/*'");
    key(words, "--out", line_.out, "папка книг; по умолчанию wording в рабочей папке, откуда их берёт сборка", "DIR");
    as_of(words);

    CLI::App* issue =
        add(Command::issue, "issue", "записать, что документ подписан: номер и дата встанут во все отметки",
            "svod issue inputs/имя-папки 'Приказ об итогах' --number 17 --date 2022-02-01");
    place(issue, "WORKSPACE", folder_, "рабочая папка")->required();
    place(issue, "DOCUMENT", document_, "имя документа, как его печатает svod build")->required();
    key(issue, "--number", line_.number, "регистрационный номер: 17, 17-о", "N");
    key(issue, "--date", date_, "дата подписания ГГГГ-ММ-ДД", "DATE")->check(day());
    issue->add_flag("--agreement", line_.agreement, "документ ещё не подписан, а отправлен на согласование");
    as_of(issue);

    CLI::App* cells =
        add(Command::cells, "cells", "ячейки таблицы: лист, ячейка, вид, значение", "svod cells 'Отчёт школы.xlsx'");
    place(cells, "FILE", file_, "файл xlsx или csv")->required();

    CLI::App* term = add(Command::term, "term", "как прочитан срок: вид, даты, замечания; объект JSON в строке",
                         "svod term 'до 25 марта' --year 2022");
    term->add_option("TEXT", line_.text, "срок, как в плане: 'до 25 марта', 'сентябрь–октябрь (ежегодно)'")
        ->type_name("")
        ->required();
    key(term, "--year", line_.year, "год плана: 2022, или учебный: 2021/22", "Y")->required();
  }

  const CLI::App* command() const {
    const auto parsed = app_.get_subcommands();
    return parsed.empty() ? &app_ : parsed.front();
  }
  std::string called() const { return command() == &app_ ? "svod" : "svod " + command()->get_name(); }
  std::string example() const {
    const auto found = commands_.find(command());
    return found == commands_.end() ? "команды перечисляет svod --help" : "например: " + found->second.example;
  }

  void finish(Diagnostics& found) {
    line_.command = commands_.at(command()).command;
    line_.json = messages_ == "json";
    line_.jobs = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    if (!jobs_.empty()) line_.jobs = *jobs_of(jobs_);
    line_.as_of = parse_iso_date(as_of_);
    line_.date = parse_iso_date(date_);
    if (!folder_.empty()) line_.folders = {folder_};
    if (!file_.empty()) line_.files = {file_};
    if (!document_.empty()) line_.documents = {document_};
    if (line_.command == Command::issue && !line_.agreement && (line_.number.empty() || !line_.date)) {
      fault(found, line_.number.empty() ? "не указан номер" : "не указана дата подписания", example());
    }
    if (line_.agreement && !line_.number.empty()) {
      fault(found, "документу на согласовании номер не дают", "уберите --number или --agreement");
    }
    if (edition_ == "public") {
      fault(found, "редакция для публикации пока не выпускается", "соберите внутреннюю редакцию: --edition internal");
    }
    if (!line_.out.empty() && line_.folders.size() > 1) {
      fault(found, "--out указан для нескольких рабочих папок", "соберите их по одной");
    }
  }

  void fault(Diagnostics& found, const std::string& message, const std::string& hint) const {
    found.error(codes::bad_usage, Location::in_file(called()), message, hint);
  }

  /// «--jobs N – число потоков, от 1 до 256»
  std::string described(const std::string& name) const {
    const CLI::Option* option = command()->get_option_no_throw(name);
    if (option == nullptr) return example();
    const std::string type = option->get_type_name();
    return name + (type.empty() ? "" : " " + type) + " – " + option->get_description();
  }

  /// «рабочая папка», «год плана (--year)»: the description up to its details
  std::string part(const std::string& name) const {
    const CLI::Option* option = command()->get_option_no_throw(name);
    if (option == nullptr) return name;
    const std::string about = option->get_description();
    return about.substr(0, about.find_first_of(",:")) + (name.starts_with('-') ? " (" + name + ")" : "");
  }

  /// A key that the command does not have; false where there is none.
  bool unknown_key(Diagnostics& found) const {
    for (const std::string& word : app_.remaining(true)) {
      if (!word.starts_with('-') || word == "-" || word == "--") continue;
      const std::string name = word.substr(0, word.find('='));
      std::vector<std::string> known;
      for (const CLI::Option* option : command()->get_options()) {
        if (!option->get_positional()) known.push_back("--" + option->get_lnames().front());
      }
      const std::string_view near = nearest(name, known);
      fault(found, "ключа «" + name + "» нет",
            near.empty() ? "есть: " + join(known, ", ") : "может быть, «" + std::string(near) + "»?");
      return true;
    }
    return false;
  }

  void no_command(const std::vector<std::string>& words, Diagnostics& found) const {
    std::vector<std::string> known;
    for (const CLI::App* one : app_.get_subcommands([](const CLI::App*) { return true; }))
      known.push_back(one->get_name());
    const std::string list = "есть: " + join(known, ", ") + "; о каждой – svod КОМАНДА --help";
    const auto word = std::find_if(words.begin(), words.end(), [](const auto& one) { return !one.starts_with('-'); });
    if (word == words.end()) return fault(found, "не указана команда", list);
    const std::string_view near = nearest(*word, known);
    fault(found, "команды «" + *word + "» нет", near.empty() ? list : "может быть, «" + std::string(near) + "»?");
  }

  /// The library names the part, as «--jobs» or «WORKSPACE», before a colon or a blank; its own words are not shown.
  void tell(const CLI::ParseError& error, const std::vector<std::string>& words, Diagnostics& found) const {
    const bool required = dynamic_cast<const CLI::RequiredError*>(&error) != nullptr;
    const std::string detail = error.what();
    const std::string name = detail.substr(0, detail.find_first_of(": "));
    if (unknown_key(found)) return;
    if (required && command() == &app_) return no_command(words, found);
    if (required) {
      return fault(found, "не указано: " + part(name), example());
    }
    if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) {
      return fault(found, "лишнее в командной строке: «" + join(app_.remaining(true), "», «") + "»",
                   "имя с пробелами берут в кавычки; " + example());
    }
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
      const bool many = detail.find("received") != std::string::npos;
      return fault(found, many ? "ключ " + name + " указан несколько раз" : "у ключа " + name + " нет значения",
                   many ? "оставьте одно значение" : described(name));
    }
    if (dynamic_cast<const CLI::ValidationError*>(&error) != nullptr) {
      const std::string told = detail.substr(std::min(detail.size(), name.size() + 2));
      const std::size_t end = told.find('\n');
      const std::string hint = end == std::string::npos ? std::string() : told.substr(end + 1);
      return fault(found, (name.starts_with('-') ? "ключ " + name : part(name)) + ": " + told.substr(0, end),
                   hint.empty() ? described(name) : hint);
    }
    const std::size_t at = detail.find("--");
    const std::string flag =
        at == std::string::npos ? std::string() : detail.substr(at, detail.find_first_of(" =", at) - at);
    fault(found, flag.empty() ? "командная строка не разобрана" : "у ключа " + flag + " значения не бывает",
          flag.empty() ? example() : "пишите его без «=»: " + flag);
  }

  struct Known {
    Command command = Command::none;
    std::string example;
  };

  CLI::App app_;
  CommandLine line_;
  std::map<const CLI::App*, Known> commands_;
  std::string messages_, jobs_, edition_, as_of_, date_, folder_, file_, document_;
};

}  // namespace

Outcome<CommandLine> read_command_line(int argc, char** argv) { return Reader().read(argc, argv); }

}  // namespace svod::driver
