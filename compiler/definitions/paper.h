#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "definitions/plan.h"
#include "definitions/written.h"

namespace svod::definitions {

/// What an order approves beside plans: a regulation, a catalogue of indicators, a model of using results, a
/// composition of a group, an assignment of directions to people.
struct Regulation {
  enum class Type : unsigned char { regulation, catalogue, model, composition, assignment, list };
  std::string id;
  Type type = Type::regulation;
  Written title, title_genitive, short_title;
  std::string gender = "n";                 ///< as Plan::gender
  ActReference approved_by;
  bool numbered_by_rule = true;             ///< else the clauses' own numbers are printed and checked
  std::vector<Clause> clauses;              ///< of a regulation, to any depth
  struct Row {                              ///< of a catalogue
    Written number, name, unit;
    std::vector<Written> subjects;          ///< a row that stands for several: русский язык, математика
    std::string indicator;                  ///< of this workspace's data; may be empty
    std::vector<Row> rows;                  ///< of a criterion
    Location at;
  };
  std::vector<Row> rows;
  struct Member {                           ///< of a composition or an assignment
    Written role;                           ///< «председатель», «секретарь», «члены группы»
    std::string person;                     ///< id of the register; empty where the name is written
    Written name, post;
    std::vector<Written> duties;            ///< directions assigned
    Location at;
  };
  std::vector<Member> members;
  std::vector<WrittenTable> tables;         ///< of a model or a list
  std::vector<std::string> appendices;      ///< ids of regulations or plans that are its own appendices
  Location at;
};

struct PaperItem {
  std::string id;
  Written number;                           ///< as given; empty: by rule
  std::vector<Written> to;                  ///< ids of people, schools, bodies; «schools», a group of schools; or words in the dative
  std::string manner;                       ///< «order», «recommend»; empty: by whether they are subordinate
  Written text;
  std::vector<Written> terms;
  std::string approves;                     ///< id of a plan or regulation: «Утвердить прилагаемый …»
  std::vector<WrittenTable> tables;
  std::vector<PaperItem> items;
  std::optional<Date> done{};               ///< when it was carried out, for the register of control
  Location at;
};

/// A paper that is issued: an order, a resolution of the administration, minutes, a letter, an analytical note.
struct Paper {
  enum class Type : unsigned char { order, resolution, minutes, letter, note };
  enum class Purpose : unsigned char { other, plan, regulation, results, event, composition, amendment, repeal };
  std::string id;
  Type type = Type::order;
  Purpose purpose = Purpose::other;
  std::string issuer;                       ///< id of a body; empty: the department
  Written subject;                          ///< «Об утверждении …», without a full stop
  std::vector<Written> preamble;
  std::vector<PaperItem> items;
  struct Control {
    bool self = false;                      ///< «оставляю за собой»
    std::string person;                     ///< id: «возложить на …»
    Location at;
  };
  std::optional<Control> control;
  std::string signatory;                    ///< id of a person; empty: the workspace's
  std::string executor;                     ///< id; empty: the workspace's
  std::vector<std::string> appendices;      ///< ids of plans and regulations, in their order
  std::vector<std::string> agreed_by, acquainted;   ///< ids of people; «heads» for heads of schools
  ActReference changes;                     ///< of an amendment or a repeal: which act
  std::vector<PaperItem> amendments;        ///< `to` empty, `text` says where, its `items` the new wording
  Written reference;                        ///< of a letter: «На № … от …»
  std::vector<Written> addressees;          ///< of a letter
  struct Question {                         ///< of minutes
    Written question;
    struct Speech {
      Written who, text;
    };
    std::vector<Speech> heard;
    std::vector<PaperItem> decided;
    Location at;
  };
  std::string chair, secretary;             ///< ids of people
  std::vector<Written> present;
  std::vector<Question> agenda;
  std::vector<Clause> body;                 ///< of a letter or a note
  std::optional<Date> date;                 ///< as planned; issued.yaml wins
  Written number;                           ///< as issued.yaml gives it, or written for a paper of the past
  Location at;
};

}  // namespace svod::definitions
