#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace svod::expression {

enum class Kind : unsigned char { number, text, boolean, date, list, record };

struct RecordType;

/// The type of an expression. Any expression may turn out missing; that is a value, not a type.
struct Type {
  Kind kind = Kind::number;
  std::string unit;                             ///< of a number: «%», «балл», «чел.»; empty where none
  std::shared_ptr<const Type> element;          ///< of a list; null in a parameter that takes any list
  std::shared_ptr<const RecordType> record;     ///< of a record

  static Type number(std::string unit = {});
  static Type text();
  static Type boolean();
  static Type date();
  static Type list(Type element);
  static Type of(std::shared_ptr<const RecordType> record);

  /// Same kind, and for lists and records the same element or record. Units are compared by the checker
  /// alone, where a sum or a comparison of different units is an error.
  bool same(const Type& other) const;
  /// In Russian, for messages: «число», «число, %», «текст», «список: школа».
  std::string text_for_people() const;
};

/// A thing with named parts: a school, a subject, a person, a finding.
struct RecordType {
  std::string name;   ///< English, as in definitions: «school»
  std::string title;  ///< Russian, for messages: «школа»
  std::map<std::string, Type> fields;
};

/// What a parameter takes.
enum class Accepts : unsigned char {
  type,      ///< its `type`; a number without a unit takes any unit
  anything,  ///< any value; `type` is ignored
  any_list,  ///< a list of anything
  as_first,  ///< what the first argument is: the other branch of `default`
};

struct Parameter {
  std::string name;
  Type type;
  bool required = false;
  Accepts accepts = Accepts::type;
  std::string title = {};  ///< Russian, for the reading in words; empty: the argument stands without a name
};

/// A function or a filter. `x | round(1)` calls the filter `round` with x first. Arguments may be given by
/// position or, after those, by name: `ege.mean(subject = subject, school = school)`.
struct Function {
  std::string name;                  ///< may hold dots: «ege.mean»
  std::vector<Parameter> parameters; ///< of a filter, the piped value comes first
  Type result;
  bool result_as_first = false;      ///< the result has the type of the first argument (`default`, `min`)
  bool variadic = false;             ///< the last parameter may repeat; more children than parameters then
  std::string title;                 ///< Russian, for the reading and for messages: «средний балл»
  bool result_as_element = false;    ///< the result has the type of the first argument's elements (`sum`)
};

/// What an expression may name: fields of a row, parameters, indicators, collections. Built by the room
/// that loads the definition.
class Names {
 public:
  virtual ~Names() = default;
  virtual std::optional<Type> variable(std::string_view name) const = 0;
  /// Functions beside those that the language itself has (see `core_functions`). With dots.
  virtual const Function* function(std::string_view name) const = 0;
  virtual const Function* filter(std::string_view name) const = 0;
  /// Everything that could have been meant, for «nearest name» hints.
  virtual std::vector<std::string> all() const = 0;
  /// The Russian title of a variable, for the reading in words; empty where it has none.
  virtual std::string title(std::string_view name) const { return std::string(name); }
};

/// Names held in maps: for rows of a form, and for tests.
class NameTable : public Names {
 public:
  void add(std::string name, Type type, std::string title = {});
  void add(Function function);
  void add_filter(Function function);
  std::optional<Type> variable(std::string_view name) const override;
  const Function* function(std::string_view name) const override;
  const Function* filter(std::string_view name) const override;
  std::vector<std::string> all() const override;
  std::string title(std::string_view name) const override;

 private:
  struct Variable {
    Type type;
    std::string title;
  };
  std::map<std::string, Variable, std::less<>> variables_;
  std::map<std::string, Function, std::less<>> functions_;
  std::map<std::string, Function, std::less<>> filters_;
};

}  // namespace svod::expression
