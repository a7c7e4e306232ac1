#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <new>

#include "diagnostics/render.h"
#include "driver/codes.h"
#include "driver/command_line.h"
#include "driver/commands.h"
#include "driver/term.h"

namespace {

using svod::driver::Command;
using svod::driver::CommandLine;
using svod::driver::Answer;

void write(std::FILE* stream, const std::string& text) { std::fwrite(text.data(), 1, text.size(), stream); }

int show(const Answer& answer, bool json) {
  const bool color = !json && ::isatty(STDERR_FILENO) == 1 && std::getenv("NO_COLOR") == nullptr;
  write(stderr, json ? svod::render_json(answer.diagnostics) : svod::render_text(answer.diagnostics, color));
  std::fflush(stderr);
  write(stdout, answer.out);
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return answer.exit;
  write(stderr, "ошибка: вывод программы не записан\n  подсказка: проверьте место на диске, куда он направлен\n");
  return 2;
}

svod::driver::Request request_of(const CommandLine& line, const std::string& folder) {
  svod::driver::Request wanted;
  wanted.folder = std::filesystem::path(folder).lexically_normal();
  if (wanted.folder.filename().empty()) wanted.folder = wanted.folder.parent_path();
  wanted.jobs = line.jobs;
  wanted.as_of = line.as_of;
  return wanted;
}

int build(const CommandLine& line, const svod::driver::Installation& installation) {
  int worst = 0;
  for (const std::string& folder : line.folders) {
    svod::driver::BuildRequest wanted;
    wanted.sources = request_of(line, folder);
    // «.» is a workspace with a name, too.
    wanted.out = line.out.empty() ? "outputs" / std::filesystem::weakly_canonical(wanted.sources.folder).filename()
                                  : std::filesystem::path(line.out);
    wanted.only = line.only;
    wanted.strict = line.strict;
    if (line.phase.empty()) {
      wanted.sources.store_file = wanted.sources.folder / ".svod" / "facts.sqlite";
      worst = std::max(worst, show(svod::driver::build_command(wanted, installation), line.json));
    } else {
      worst = std::max(worst, show(svod::driver::print_command(wanted, line.phase, installation), line.json));
    }
  }
  return worst;
}

int run(const CommandLine& line) {
  if (line.command == Command::term) return show(svod::driver::term_command(line.text, line.year), line.json);
  if (line.command == Command::cells) return show(svod::driver::cells_command(line.files.front()), line.json);
  if (line.command == Command::explain && line.reference.empty()) {
    return show(svod::driver::explain_code(line.folders.front()), line.json);
  }
  const svod::driver::Installation installation = svod::driver::find_installation();
  if (!installation.found) {
    Answer answer;
    answer.exit = 2;
    answer.diagnostics.error(svod::driver::codes::shipped_missing, svod::Location::in_file("svod"),
                             "рядом с программой нет папок schemas и templates", "переустановите программу целиком");
    return show(answer, line.json);
  }
  if (line.command == Command::build) return build(line, installation);
  svod::driver::Request request = request_of(line, line.folders.front());
  const auto answer = [&]() -> Answer {
    switch (line.command) {
      case Command::check:
        request.only_files = line.files;
        return svod::driver::check_command(request, installation);
      case Command::words: return svod::driver::words_command({request, line.documents, line.out}, installation);
      case Command::issue:
        return svod::driver::issue_command({request, line.documents.front(), line.number, line.date, line.agreement},
                                           installation);
      case Command::explain: return svod::driver::explain_command(request, line.reference, installation);
      default: return svod::driver::status_command(request, installation);
    }
  };
  return show(answer(), line.json);
}

}  // namespace

int main(int argc, char** argv) {
  // A file that grows beyond the user's limit is a fault to be told, not an end.
  std::signal(SIGXFSZ, SIG_IGN);
  try {
    const auto line = svod::driver::read_command_line(argc, argv);
    if (line.diagnostics.has_errors()) return show({{}, line.diagnostics, 2}, line.product.json);
    if (line.product.command == Command::none) return show({line.product.printed, {}, 0}, false);
    return run(line.product);
  } catch (const std::bad_alloc&) {
    write(stderr, "ошибка: не хватает памяти\n  подсказка: закройте другие программы или уменьшите --jobs\n");
  } catch (const std::exception& error) {
    write(stderr, "ошибка: программа остановилась: " + std::string(error.what()) +
                      "\n  подсказка: сообщите разработчикам этот текст и что вы делали\n");
  }
  return 2;
}
