#include <algorithm>

#include "facts/codes.h"
#include "facts/sqlite_store.h"

namespace svod::facts {
namespace {

using definitions::Field;
using definitions::FieldType;
using definitions::Form;

constexpr const char* kTables = R"(
CREATE TABLE municipalities (id TEXT PRIMARY KEY, name TEXT) WITHOUT ROWID;
CREATE TABLE schools (id TEXT PRIMARY KEY, name TEXT, short_name TEXT, kind TEXT, municipality TEXT) WITHOUT ROWID;
CREATE TABLE forms (name TEXT PRIMARY KEY, version INTEGER, title TEXT) WITHOUT ROWID;
CREATE TABLE fields (form TEXT, name TEXT, title TEXT, type TEXT, unit TEXT, decimals INTEGER,
                     PRIMARY KEY (form, name)) WITHOUT ROWID;
CREATE TABLE files (id INTEGER PRIMARY KEY, path TEXT, sha256 TEXT, form TEXT);
CREATE TABLE blocks (id INTEGER PRIMARY KEY, file INTEGER REFERENCES files, sheet TEXT);
CREATE TABLE columns (block INTEGER REFERENCES blocks, field TEXT, "column" INTEGER, letters TEXT,
                      PRIMARY KEY (block, field)) WITHOUT ROWID;
CREATE TABLE cell_states (form TEXT, row INTEGER, field TEXT, state TEXT, PRIMARY KEY (form, row, field)) WITHOUT ROWID;
CREATE TABLE submissions (form TEXT, school TEXT, file INTEGER REFERENCES files);
CREATE TABLE indicator_values (indicator TEXT, version INTEGER, key TEXT, state TEXT, numerator TEXT, denominator TEXT,
                               covered INTEGER, owed INTEGER);
CREATE TABLE diagnostics (severity TEXT, code TEXT, file TEXT, sheet TEXT, cells TEXT, line INTEGER, "column" INTEGER,
                          label TEXT, message TEXT, hint TEXT, cause TEXT);
)";

const char* type_name(FieldType type) {
  switch (type) {
    case FieldType::integer: return "integer";
    case FieldType::number: return "number";
    case FieldType::text: return "text";
    case FieldType::boolean: return "boolean";
    case FieldType::date: return "date";
    case FieldType::choice: return "choice";
    case FieldType::school: return "school";
    case FieldType::code: return "code";
    case FieldType::person: return "person";
  }
  return "";
}

bool is_integer(const Field& field) { return field.is_number() || field.type == FieldType::boolean; }

}  // namespace

int places_of(const Field& field) { return field.type == FieldType::number ? field.decimals : 0; }

std::string table_of(const Form& form) { return quoted_name("f_" + form.name); }

const char* state_name(State state) {
  switch (state) {
    case State::value: return "value";
    case State::zero: return "zero";
    case State::missing: return "missing";
    case State::not_applicable: return "not_applicable";
    case State::suppressed: return "suppressed";
  }
  return "";
}

SqliteStore::SqliteStore(std::filesystem::path file, const definitions::Workspace& workspace)
    : workspace_(workspace), file_(std::move(file)) {
  make_tables();
  describe_workspace();
}

void SqliteStore::make_tables() {
  database_.run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY; BEGIN;");
  database_.run(kTables);
  for (const Form& form : workspace_.forms) {
    std::string sql = "CREATE TABLE " + table_of(form) +
                      " (_id INTEGER PRIMARY KEY, _block INTEGER REFERENCES blocks, _row INTEGER";
    for (const Field& field : form.fields)
      sql += ", " + quoted_name(field.name) + (is_integer(field) ? " INTEGER" : " TEXT");
    database_.run(sql + ")");
  }
}

void SqliteStore::describe_workspace() {
  for (const auto& municipality : workspace_.municipalities) {
    database_.reused("INSERT OR IGNORE INTO municipalities VALUES (?, ?)")
        .bind(municipality.id)
        .bind(municipality.name)
        .run();
  }
  for (const auto& school : workspace_.schools) {
    database_.reused("INSERT OR IGNORE INTO schools VALUES (?, ?, ?, ?, ?)")
        .bind(school.id).bind(school.name).bind(school.short_name).bind(school.kind).bind(school.municipality).run();
  }
  for (const Form& form : workspace_.forms) {
    database_.reused("INSERT INTO forms VALUES (?, ?, ?)")
        .bind(form.name)
        .bind(std::int64_t{form.version})
        .bind(form.title)
        .run();
    for (const Field& field : form.fields) {
      database_.reused("INSERT INTO fields VALUES (?, ?, ?, ?, ?, ?)")
          .bind(form.name).bind(field.name).bind(field.title).bind(type_name(field.type)).bind(field.unit)
          .bind(std::int64_t{places_of(field)}).run();
    }
  }
}

int SqliteStore::add_file(const SourceFile& file) {
  files_.push_back(file);
  const auto id = static_cast<std::int64_t>(files_.size());
  database_.reused("INSERT INTO files VALUES (?, ?, ?, ?)")
      .bind(id)
      .bind(file.path)
      .bind(file.sha256)
      .bind(file.form)
      .run();
  return static_cast<int>(id);
}

int SqliteStore::add_block(const Block& block) {
  blocks_.push_back(block);
  const auto id = static_cast<std::int64_t>(blocks_.size());
  database_.reused("INSERT INTO blocks VALUES (?, ?, ?)")
      .bind(id)
      .bind(std::int64_t{block.file})
      .bind(block.sheet)
      .run();
  for (const auto& [field, column] : block.columns) {
    database_.reused("INSERT INTO columns VALUES (?, ?, ?, ?)")
        .bind(id).bind(field).bind(std::int64_t{column}).bind(column_letters(column)).run();
  }
  return static_cast<int>(id);
}

void SqliteStore::add_rows(const Form& form, std::span<const Row> rows) {
  if (rows.empty()) return;
  std::string sql = "INSERT INTO " + table_of(form) + " VALUES (?, ?, ?";
  for (std::size_t i = 0; i < form.fields.size(); ++i) sql += ", ?";
  Statement insert = database_.reused(sql + ")");
  Statement keep_state = database_.reused("INSERT INTO cell_states VALUES (?, ?, ?, ?)");
  std::int64_t& last = row_count_[form.name];
  for (const Row& row : rows) {
    ++last;
    insert.bind(last).bind(std::int64_t{row.block}).bind(std::int64_t{row.sheet_row});
    for (std::size_t i = 0; i < form.fields.size(); ++i) {
      const Field& field = form.fields[i];
      static const StoredCell kAbsent;
      const StoredCell& cell = i < row.cells.size() ? row.cells[i] : kAbsent;
      State state = cell.state;
      if (state == State::zero && is_integer(field)) {
        insert.bind(std::int64_t{0});  // a nought that is known
      } else if (state != State::value) {
        insert.bind_null();
      } else if (field.is_number()) {
        const std::optional<std::int64_t> units = cell.number.units(places_of(field));
        if (units) {
          insert.bind(*units);
        } else {
          insert.bind_null();
          state = State::missing;
          database_.fault(codes::does_not_fit, "форма «" + form.title + "», строка " +
                                                   std::to_string(row.sheet_row + 1) + ", «" + field.title +
                                                   "»: " + cell.number.text() + " не помещается");
        }
      } else if (field.type == FieldType::boolean) {
        insert.bind(std::int64_t{cell.text == "1" ? 1 : 0});
      } else {
        insert.bind(cell.text);
      }
      if (state != State::value) keep_state.bind(form.name).bind(last).bind(field.name).bind(state_name(state)).run();
    }
    insert.run();
  }
}

void SqliteStore::add_submission(std::string_view form, std::string_view school, int file) {
  database_.reused("INSERT INTO submissions VALUES (?, ?, ?)").bind(form).bind(school).bind(std::int64_t{file}).run();
}

void SqliteStore::add_indicators(std::span<const IndicatorRecord> values) {
  Statement insert = database_.reused("INSERT INTO indicator_values VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  for (const IndicatorRecord& value : values) {
    insert.bind(value.indicator).bind(std::int64_t{value.version}).bind(value.key).bind(state_name(value.state))
        .bind(value.numerator.text()).bind(value.denominator.text())
        .bind(std::int64_t{value.covered}).bind(std::int64_t{value.owed}).run();
  }
}

void SqliteStore::add_diagnostics(const Diagnostics& diagnostics) {
  Statement insert = database_.reused("INSERT INTO diagnostics VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  for (const Diagnostic& d : diagnostics) {
    constexpr const char* kSeverity[] = {"error", "warning", "note"};
    insert.bind(kSeverity[static_cast<int>(d.severity)]).bind(d.code->id).bind(d.where.file).bind(d.where.sheet);
    insert.bind(d.where.cells ? a1(*d.where.cells) : std::string());
    insert.bind(std::int64_t{d.where.line}).bind(std::int64_t{d.where.column}).bind(d.where.label).bind(d.message);
    insert.bind(d.hint).bind(d.cause).run();
  }
}

void SqliteStore::seal() {
  for (const Form& form : workspace_.forms) {
    const Field* school = form.school_field();
    if (school == nullptr) continue;
    database_.run("CREATE INDEX " + quoted_name("f_" + form.name + "_school") + " ON " + table_of(form) + " (" +
                  quoted_name(school->name) + ")");
  }
  database_.run("COMMIT; BEGIN;");
}

Diagnostics SqliteStore::flush() {
  database_.run("COMMIT;");
  if (!file_.empty()) {
    const std::optional<std::string> bytes = database_.bytes();
    FileError error;
    if (bytes && !replace_file(file_, *bytes, error)) {
      database_.fault(codes::not_written, "база фактов не записана: " + error.reason);
    }
  }
  database_.run("BEGIN;");
  return database_.take_faults();
}

Outcome<std::unique_ptr<Store>> Store::create(const std::filesystem::path& file,
                                              const definitions::Workspace& workspace) {
  Outcome<std::unique_ptr<Store>> outcome;
  auto store = std::make_unique<SqliteStore>(file, workspace);
  outcome.diagnostics = store->take_faults();
  outcome.product = std::move(store);
  return outcome;
}

}  // namespace svod::facts
