#pragma once

#include <string>
#include <vector>

#include "definitions/workspace.h"

namespace svod::compose {

/// To whom an item of an order is given.
struct Executor {
  std::string dative;       ///< «директору МБОУ «СОШ № 1» Т. В. Васильевой»; begins small where it is no name
  std::string nominative;   ///< «директор МБОУ «СОШ № 1» Т. В. Васильева», for registers
  bool subordinate = true;  ///< orders bind it; else they only recommend
  std::string unsure;       ///< a form that was derived and should be looked at; empty for none
  bool several = false;     ///< «руководители …»: more than one answers
  bool doubtful = false;    ///< words that look like no dative, and no rule could make one of them
};

/// `who`: an id of a person, a school, a body or a role, «schools» or «heads», a group of schools, or words: in the
/// dative, or in the nominative where the post is known.
Executor executor_of(const definitions::Workspace& workspace, const std::string& who);

/// All of one item.
struct Executors {
  std::string dative, nominative;
  bool binds = false, recommends = false;   ///< some of them are subordinate; some are not
  bool several = false;
  std::vector<std::string> unsure;
  std::vector<std::string> doubtful;   ///< words that look like no dative
};
Executors executors_of(const definitions::Workspace& workspace, const std::vector<definitions::Written>& to);

/// The post with the school or body that it is of, where the post does not say it: «директор МБОУ «СОШ № 1»».
std::string post_in(const definitions::Workspace& workspace, const definitions::Person& person, std::string_view suffix);

/// «на заместителя начальника управления образования Е. В. Кривошееву» without «на»; empty for nobody.
std::string person_in(const definitions::Workspace& workspace, const std::string& id, std::string_view suffix);

}  // namespace svod::compose
