#pragma once


#include "facts/database.h"
#include "facts/sql.h"
#include "facts/store.h"

namespace svod::facts {

/// The columns of a form's rows, named `r`, and the year of the workspace.
class RowColumns final : public SqlColumns {
 public:
  RowColumns(const definitions::Form& form, int year) : form_(form), year_(year) {}
  std::optional<SqlColumn> column(std::string_view variable) const override;

 private:
  const definitions::Form& form_;
  int year_;
};

class SqliteStore final : public Store {
 public:
  SqliteStore(std::filesystem::path file, const definitions::Workspace& workspace);

  int add_file(const SourceFile& file) override;
  int add_block(const Block& block) override;
  void add_rows(const definitions::Form& form, std::span<const Row> rows) override;
  void add_submission(std::string_view form, std::string_view school, int file) override;
  void add_indicators(std::span<const IndicatorRecord> values) override;
  void add_diagnostics(const Diagnostics& diagnostics) override;
  void seal() override;

  std::vector<Group> aggregate(const Aggregate& what) const override;
  std::vector<FoundRow> rows(const definitions::Form& form, const expression::Tree& where,
                             const std::map<std::string, std::string>& at) const override;
  std::vector<std::string> values(const definitions::Form& form, std::string_view field) const override;
  std::vector<std::string> submitted(std::string_view form) const override;
  Diagnostics flush() override;

  Diagnostics take_faults() { return database_.take_faults(); }

 private:
  void make_tables();
  void describe_workspace();
  std::optional<std::vector<Group>> aggregate_in_sql(const Aggregate& what) const;
  std::vector<Group> aggregate_by_rows(const Aggregate& what) const;
  std::vector<Row> stored_rows(const definitions::Form& form, const std::string& condition) const;
  std::string municipality_of(std::string_view school) const;

  const definitions::Workspace& workspace_;
  std::filesystem::path file_;
  mutable Database database_;
  std::vector<SourceFile> files_;
  std::vector<Block> blocks_;
  std::map<std::string, std::int64_t> row_count_;  ///< rows so far, by form
};

/// A column's stored value as the text of a group's key or of `rows(… at)`: «3.5», «Физика», «1».
std::string key_text(const definitions::Field& field, const Statement& row, int column);
int places_of(const definitions::Field& field);
std::string table_of(const definitions::Form& form);

}  // namespace svod::facts
