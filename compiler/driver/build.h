#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "driver/install.h"
#include "driver/issued.h"
#include "driver/pipeline.h"

namespace svod::driver {

struct BuildRequest {
  Request sources;
  std::filesystem::path out;       ///< folder of the products
  std::string only;                ///< pattern of document names with * and ?; empty for all
  bool strict = false;             ///< documents whose data have errors are not made
};

/// What was compiled, counted.
struct Sources {
  std::size_t files = 0;   ///< that schools sent
  std::size_t schools = 0;
  std::size_t plans = 0;
  std::size_t regulations = 0;
  std::size_t papers = 0;
};
Sources counted_sources(const Compilation& compilation);

struct BuildReport {
  std::filesystem::path out;
  std::vector<std::string> products;   ///< paths below `out`, in the order of the workspace's documents
  std::size_t fresh = 0;               ///< of them, those whose bytes changed
  Sources sources;
  std::size_t own_words = 0;           ///< places whose text is the department's own
  std::size_t own_documents = 0;       ///< … and the documents that have such
  bool published = false;
};

/// Compiles a workspace and puts its products in place, whole or not at all.
Outcome<BuildReport> build(const BuildRequest& request, const Installation& installation);

/// The composed documents of a compilation, in order, with their status marks; none where one failed.
struct Composed {
  const compose::Job* job = nullptr;
  std::optional<document::Document> document;
  const definitions::Issued* record = nullptr;   ///< of a document that was signed or sent to be agreed
  std::set<std::string> told{};                  ///< ids of plans and papers whose terms it tells
  bool is_signed() const { return record != nullptr && !record->agreement; }
};
struct ComposedAll {
  std::vector<compose::Job> jobs;
  std::vector<Composed> documents;
};
Outcome<ComposedAll> compose_all(const Compilation& compilation, const BuildRequest& request);

}  // namespace svod::driver
