#include "facts/database.h"

#include <sqlite3.h>

#include "facts/codes.h"

namespace svod::facts {

Statement::~Statement() {
  if (statement_ == nullptr) return;
  if (owned_) {
    sqlite3_finalize(statement_);
  } else {
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
  }
}

Statement& Statement::bind(std::int64_t value) {
  if (statement_ != nullptr) sqlite3_bind_int64(statement_, ++bound_, value);
  return *this;
}

Statement& Statement::bind(std::string_view text) {
  if (statement_ == nullptr) return *this;
  // A view without an address is the empty text, not NULL.
  const char* data = text.data() == nullptr ? "" : text.data();
  sqlite3_bind_text64(statement_, ++bound_, data, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  return *this;
}

Statement& Statement::bind_null() {
  if (statement_ != nullptr) sqlite3_bind_null(statement_, ++bound_);
  return *this;
}

bool Statement::step() {
  if (statement_ == nullptr) {
    failed_ = true;
    return false;
  }
  const int state = sqlite3_step(statement_);
  if (state == SQLITE_ROW) return true;
  if (state != SQLITE_DONE) {
    failed_ = true;
    database_.report();
  }
  return false;
}

void Statement::run() {
  while (step()) {
  }
  if (statement_ != nullptr) sqlite3_reset(statement_);
  bound_ = 0;
}

bool Statement::is_null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(statement_, column); }

std::string Statement::text(int column) const {
  const unsigned char* text = sqlite3_column_text(statement_, column);
  if (text == nullptr) return {};
  return {reinterpret_cast<const char*>(text), static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

Database::Database() {
  if (sqlite3_open_v2(":memory:", &handle_,
                      SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX,
                      nullptr) != SQLITE_OK) {
    report();
  }
}

Database::~Database() {
  for (const auto& [sql, statement] : statements_) sqlite3_finalize(statement);
  sqlite3_close_v2(handle_);
}

void Database::run(const std::string& sql) {
  if (sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) report();
}

sqlite3_stmt* Database::prepare(const std::string& sql) {
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(handle_, sql.data(), static_cast<int>(sql.size()), &statement, nullptr) != SQLITE_OK) report();
  return statement;
}

Statement Database::query(const std::string& sql) { return {*this, prepare(sql), true}; }

Statement Database::reused(const std::string& sql) {
  const auto found = statements_.find(sql);
  if (found != statements_.end()) return {*this, found->second, false};
  sqlite3_stmt* statement = prepare(sql);
  if (statement != nullptr) statements_.emplace(sql, statement);
  return {*this, statement, false};
}

std::optional<std::string> Database::bytes() {
  sqlite3_int64 size = 0;
  unsigned char* data = sqlite3_serialize(handle_, "main", &size, 0);
  if (data == nullptr) {
    report();
    return std::nullopt;
  }
  std::string result(reinterpret_cast<const char*>(data), static_cast<std::size_t>(size));
  sqlite3_free(data);
  return result;
}

Diagnostics Database::take_faults() {
  Diagnostics taken = std::move(faults_);
  faults_ = {};
  return taken;
}

void Database::fault(const Code& code, std::string message) { faults_.error(code, {}, std::move(message)); }

void Database::report() {
  if (quiet) return;
  fault(codes::database, std::string("база фактов отказала: ") + sqlite3_errmsg(handle_));
}

std::string quoted_name(std::string_view name) {
  std::string result = "\"";
  for (const char c : name) {
    if (c == '"') result += '"';
    result += c;
  }
  return result + '"';
}

}  // namespace svod::facts
