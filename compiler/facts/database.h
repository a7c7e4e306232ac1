#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "diagnostics/diagnostic.h"

struct sqlite3;
struct sqlite3_stmt;

namespace svod::facts {

class Database;

/// A prepared statement while it runs. Faults go to the database, which remembers them; a statement that
/// could not be prepared gives no rows.
class Statement {
 public:
  ~Statement();
  Statement(Statement&& other) noexcept
      : database_(other.database_), statement_(other.statement_), owned_(other.owned_) {
    other.statement_ = nullptr;
  }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  Statement& operator=(Statement&&) = delete;

  Statement& bind(std::int64_t value);
  Statement& bind(std::string_view text);
  Statement& bind_null();
  /// A row is there to be read.
  bool step();
  /// Runs to the end, ready for the next values.
  void run();
  /// The last step failed.
  bool failed() const { return failed_; }

  bool is_null(int column) const;
  std::int64_t integer(int column) const;
  std::string text(int column) const;

 private:
  friend class Database;
  Statement(Database& database, sqlite3_stmt* statement, bool owned)
      : database_(database), statement_(statement), owned_(owned) {}

  Database& database_;
  sqlite3_stmt* statement_;
  int bound_ = 0;
  bool owned_;
  bool failed_ = false;
};

/// A database in memory.
class Database {
 public:
  Database();
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  void run(const std::string& sql);
  Statement query(const std::string& sql);
  /// A statement that is prepared once and used many times.
  Statement reused(const std::string& sql);
  /// The whole database as the bytes of a file.
  std::optional<std::string> bytes();

  /// Faults so far; they are handed over once.
  Diagnostics take_faults();
  void fault(const Code& code, std::string message);
  /// For questions that have another way to the answer: a fault of the next statement is nobody's news.
  bool quiet = false;

 private:
  friend class Statement;
  sqlite3_stmt* prepare(const std::string& sql);
  void report();

  sqlite3* handle_ = nullptr;
  std::map<std::string, sqlite3_stmt*> statements_;
  Diagnostics faults_;
};

/// A checked name in double quotes.
std::string quoted_name(std::string_view name);

}  // namespace svod::facts
