#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <thread>

#include "base/text.h"
#include "diagnostics/render.h"
#include "driver/codes.h"
#include "driver/commands.h"
#include "driver/term.h"
#include "driver/version.h"

namespace {

using svod::driver::Answer;

// Parts of the command line that every command has.
struct Common {
  bool json = false;
  int jobs = 0;
  std::string as_of;
};

int workers(int asked) {
  if (asked > 0) return asked;
  const unsigned cores = std::thread::hardware_concurrency();
  return cores == 0 ? 1 : static_cast<int>(cores);
}

std::string joined(const std::vector<std::string>& words) { return svod::join(words, ", "); }

void write(std::FILE* stream, const std::string& text) { std::fwrite(text.data(), 1, text.size(), stream); }

int show(const Answer& answer, bool json) {
  const bool color = !json && ::isatty(STDERR_FILENO) == 1 && std::getenv("NO_COLOR") == nullptr;
  write(stderr, json ? svod::render_json(answer.diagnostics) : svod::render_text(answer.diagnostics, color));
  std::fflush(stderr);
  write(stdout, answer.out);
  if (std::fflush(stdout) != 0) return 2;
  return answer.exit;
}

// The frame of `--help` in Russian; the library counts bytes, so names of values stay Latin.
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

// One of a few words, without the library's English list of them.
CLI::Validator one_of(std::vector<std::string> words) { return CLI::IsMember(std::move(words)).description(""); }

// What is wrong with a command line; the library's own words name the part, as «--jobs» or «WORKSPACE».
std::string in_russian(const CLI::ParseError& error, int argc, char** argv) {
  const std::string detail = error.what();
  const std::string name = error.get_name();
  if (name == "ExtrasError") return "лишнее в командной строке: " + detail.substr(detail.find(':') + 1);
  if (name == "RequiredError" && argc > 1 && argv[1][0] != '-' && detail.starts_with("A subcommand")) {
    return "нет команды «" + std::string(argv[1]) + "»";
  }
  if (name == "RequiredError") {
    return detail.starts_with("A subcommand") ? "не указана команда" : "не указано: " + detail.substr(0, detail.find(' '));
  }
  if (name == "ArgumentMismatch") return "у ключа нет значения или оно лишнее: " + detail;
  if (name == "ValidationError" || name == "ConversionError") return "недопустимое значение: " + detail;
  return "командная строка не разобрана: " + detail;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{"svod собирает приказы, отчёты и рекомендации органа управления образованием из сведений школ", "svod"};
  app.formatter(std::make_shared<RussianFormatter>());
  app.set_help_flag("-h,--help", "показать эту справку");
  app.set_version_flag("--version", std::string("svod ") + std::string(svod::driver::kVersion), "показать версию");
  app.require_subcommand(1);
  app.option_defaults()->group("Ключи");
  app.footer("Выход: 0 – ошибок нет, 1 – ошибки в сведениях или определениях, 2 – команду выполнить нельзя.");

  Common common;
  const auto add_common = [&common](CLI::App* command) {
    command->group("Команды");
    command->option_defaults()->group("Ключи");
    command->set_help_flag("-h,--help", "показать эту справку");
    command->add_option_function<std::string>(
        "--messages", [&common](const std::string& kind) { common.json = kind == "json"; },
        "вид замечаний; json – по объекту в строке")
        ->check(one_of({"text", "json"}))
        ->type_name("text|json");
    command->add_option("--jobs", common.jobs, "число потоков, от 1 до 256")
        ->check(CLI::Range(1, 256).description(""))
        ->type_name("N");
  };

  std::vector<std::string> folders;
  std::string folder, out, only, edition = "internal", phase, reference, file;
  std::vector<std::string> files;
  bool strict = false;

  CLI::App* build = app.add_subcommand("build", "собрать все документы рабочей папки");
  add_common(build);
  build->add_option("WORKSPACE", folders, "рабочая папка, одна или несколько")->required()->type_name("");
  build->add_option("--out", out, "папка документов; по умолчанию outputs/имя рабочей папки")->type_name("DIR");
  build->add_option("--only", only, "только документы по образцу имени: 'Рекомендации/*'")->type_name("PATTERN");
  build->add_option("--edition", edition, "редакция: внутренняя или для публикации")
      ->check(one_of({"internal", "public"}))
      ->type_name("internal|public");
  build->add_option("--as-of", common.as_of, "дата сборки ГГГГ-ММ-ДД; по умолчанию из workspace.yaml")->type_name("DATE");
  build->add_flag("--strict", strict, "не выпускать документы, в данных которых есть ошибки");
  build->add_option("--print", phase, "напечатать итог одной стадии и ничего не записывать: " + joined(svod::driver::printable_phases()))
      ->check(one_of(svod::driver::printable_phases()))
      ->type_name("PHASE");

  CLI::App* check = app.add_subcommand("check", "проверить сведения и определения, ничего не записывая");
  add_common(check);
  check->add_option("WORKSPACE", folder, "рабочая папка")->required()->type_name("");
  check->add_option("FILE", files, "только эти файлы сведений")->type_name("");

  CLI::App* status = app.add_subcommand("status", "кто что прислал и в каком состоянии");
  add_common(status);
  status->add_option("WORKSPACE", folder, "рабочая папка")->required()->type_name("");

  CLI::App* explain = app.add_subcommand("explain", "откуда взялось число, до ячеек; или что значит код замечания");
  add_common(explain);
  explain->add_option("WORKSPACE", folder, "рабочая папка или код замечания")->required()->type_name("");
  explain->add_option("REF", reference, "показатель: ege.mean@subject=Физика,school=Ясногорская СОШ")->type_name("");

  std::vector<std::string> documents;
  CLI::App* words = app.add_subcommand("words", "тексты документов в книги Excel, чтобы править слова");
  add_common(words);
  words->add_option("WORKSPACE", folder, "рабочая папка")->required()->type_name("");
  words->add_option("DOCUMENT", documents, "только эти документы: имена или образцы 'Рекомендации/*'")->type_name("");
  words->add_option("--out", out, "папка книг; по умолчанию wording в рабочей папке, откуда их берёт сборка")->type_name("DIR");
  words->add_option("--as-of", common.as_of, "дата сборки ГГГГ-ММ-ДД; по умолчанию из workspace.yaml")->type_name("DATE");

  std::string document, number, date;
  bool agreement = false;
  CLI::App* issue = app.add_subcommand("issue", "записать, что документ подписан: номер и дата встанут во все отметки");
  add_common(issue);
  issue->add_option("WORKSPACE", folder, "рабочая папка")->required()->type_name("");
  issue->add_option("DOCUMENT", document, "имя документа, как его печатает svod build")->required()->type_name("");
  issue->add_option("--number", number, "регистрационный номер: 17, 17-о")->type_name("N");
  issue->add_option("--date", date, "дата подписания ГГГГ-ММ-ДД")->type_name("DATE");
  issue->add_flag("--agreement", agreement, "документ ещё не подписан, а отправлен на согласование");
  issue->add_option("--as-of", common.as_of, "день сборки ГГГГ-ММ-ДД; по умолчанию из workspace.yaml")->type_name("DATE");

  CLI::App* cells = app.add_subcommand("cells", "ячейки таблицы: лист, ячейка, вид, значение");
  add_common(cells);
  cells->add_option("FILE", file, "файл xlsx или csv")->required()->type_name("");

  std::string text, year;
  CLI::App* term = app.add_subcommand("term", "как прочитан срок: вид, даты, замечания; объект JSON в строке");
  add_common(term);
  term->add_option("TEXT", text, "срок, как в плане: 'до 25 марта', 'сентябрь–октябрь (ежегодно)'")->required()->type_name("");
  term->add_option("--year", year, "год плана: 2022, или учебный: 2021/22")->required()->type_name("Y");

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);
    std::cerr << "ошибка: " << in_russian(error, argc, argv) << "\n  подсказка: svod --help или svod КОМАНДА --help\n";
    return 2;
  }

  if (term->parsed()) return show(svod::driver::term_command(text, year), common.json);
  if (cells->parsed()) return show(svod::driver::cells_command(file), common.json);
  if (explain->parsed() && reference.empty()) return show(svod::driver::explain_code(folder), common.json);

  const svod::driver::Installation installation = svod::driver::find_installation();
  if (!installation.found) {
    Answer answer;
    answer.exit = 2;
    answer.diagnostics.error(svod::driver::codes::shipped_missing, svod::Location::in_file("svod"),
                             "рядом с программой нет папок schemas и templates", "переустановите программу целиком");
    return show(answer, common.json);
  }
  std::optional<svod::Date> as_of;
  if (!common.as_of.empty()) {
    as_of = svod::parse_iso_date(common.as_of);
    if (!as_of) {
      std::cerr << "ошибка: в ключе --as-of нет такой даты: " << common.as_of << "\n  подсказка: ГГГГ-ММ-ДД, например 2021-08-25\n";
      return 2;
    }
  }
  const auto request = [&](const std::string& path) {
    svod::driver::Request wanted;
    wanted.folder = std::filesystem::path(path).lexically_normal();
    if (wanted.folder.filename().empty()) wanted.folder = wanted.folder.parent_path();
    wanted.jobs = workers(common.jobs);
    wanted.as_of = as_of;
    return wanted;
  };

  if (check->parsed()) {
    svod::driver::Request wanted = request(folder);
    wanted.only_files = files;
    return show(svod::driver::check_command(wanted, installation), common.json);
  }
  if (words->parsed()) {
    return show(svod::driver::words_command({request(folder), documents, out}, installation), common.json);
  }
  if (issue->parsed()) {
    const std::optional<svod::Date> signed_on = date.empty() ? std::nullopt : svod::parse_iso_date(date);
    if (!agreement && (number.empty() || date.empty())) {
      std::cerr << "ошибка: не указан номер или дата подписания\n  подсказка: --number 17 --date 2022-02-01\n";
      return 2;
    }
    if (!date.empty() && !signed_on) {
      std::cerr << "ошибка: в ключе --date нет такой даты: " << date << "\n  подсказка: ГГГГ-ММ-ДД, например 2022-02-01\n";
      return 2;
    }
    return show(svod::driver::issue_command({request(folder), document, number, signed_on, agreement}, installation), common.json);
  }
  if (status->parsed()) return show(svod::driver::status_command(request(folder), installation), common.json);
  if (explain->parsed()) return show(svod::driver::explain_command(request(folder), reference, installation), common.json);

  if (edition == "public") {
    std::cerr << "ошибка: редакция для публикации пока не выпускается\n"
                 "  подсказка: соберите внутреннюю редакцию: --edition internal\n";
    return 2;
  }
  if (!out.empty() && folders.size() > 1) {
    std::cerr << "ошибка: --out указан для нескольких рабочих папок\n  подсказка: соберите их по одной\n";
    return 2;
  }
  int worst = 0;
  for (const std::string& path : folders) {
    svod::driver::BuildRequest wanted;
    wanted.sources = request(path);
    wanted.out = out.empty() ? std::filesystem::path("outputs") / std::filesystem::absolute(wanted.sources.folder).filename()
                             : std::filesystem::path(out);
    wanted.only = only;
    wanted.strict = strict;
    if (phase.empty()) {
      wanted.sources.store_file = wanted.sources.folder / ".svod" / "facts.sqlite";
      worst = std::max(worst, show(svod::driver::build_command(wanted, installation), common.json));
    } else {
      worst = std::max(worst, show(svod::driver::print_command(wanted, phase, installation), common.json));
    }
  }
  return worst;
}
