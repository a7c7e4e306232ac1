#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "advice/advice.h"
#include "definitions/workspace.h"
#include "diagnostics/diagnostic.h"
#include "document/document.h"
#include "indicators/results.h"
#include "plan/calendar.h"
#include "plan/plans.h"

namespace svod::compose {

/// A template that was read and checked against the workspace's names, before any data.
struct Template;
using Templates = std::map<std::string, std::shared_ptr<const Template>, std::less<>>;

/// Reads every template that the workspace's documents name (the workspace's own folder wins over the shipped
/// one) and checks every expression in it.
Outcome<Templates> load_templates(const definitions::Workspace& workspace, const definitions::Shipped& shipped,
                                  const Files& files);
/// The files that templates were read from: path -> SHA-256.
std::map<std::string, std::string> template_sources(const Templates& templates);

/// A document to be composed: an order of the workspace, with the element it is made for.
struct Job {
  const definitions::DocumentOrder* order = nullptr;
  std::string name;                                   ///< file below the output folder, without extension
  std::vector<std::pair<std::string, expression::Value>> bound;
  bool blank = false;   ///< its own date and number are left out: the text that a signature is laid on
};

struct OwnText;
using OwnTexts = std::map<std::string, OwnText, std::less<>>;

inline const plan::Plans kNoPlans;

struct Input {
  const definitions::Workspace& workspace;
  const indicators::Results& results;
  const std::vector<advice::Finding>& findings;
  const Templates& templates;
  Date date;
  std::string mark;                                   ///< status and mark of every page
  const std::map<std::string, std::string>& sources;  ///< path -> SHA-256
  const OwnTexts* words = nullptr;                    ///< the departments' own wording of documents
  const plan::Plans& plans = kNoPlans;                ///< completed: measures of workbooks, terms, parties
  const plan::Calendar* calendar = nullptr;           ///< when the measures of the plans fall due
  /// Of one document, set while it is composed: the paper whose date and number are left out, its signature.
  std::string blank_paper{};
  const definitions::Issued* issued = nullptr;
  /// Ids of plans and papers whose terms the document tells.
  std::set<std::string>* told = nullptr;
};

/// What the items of papers set people to do, those of drafts too, for the calendar. They refer to the workspace.
std::vector<plan::Duty> duties_of(const definitions::Workspace& workspace);

/// The documents that the orders make of the data, in the workspace's order.
Outcome<std::vector<Job>> jobs(const Input& input);
/// The id of the paper that the document is; empty for a document that is none.
std::string paper_of(const Templates& templates, const Job& job);
/// Whether the document is a copy of its paper, as an extract is: nobody signs it as that paper.
bool is_copy(const Templates& templates, const Job& job);
/// Composes one document. Pure: any thread, the same result.
Outcome<document::Document> compose(const Input& input, const Job& job);

}  // namespace svod::compose
