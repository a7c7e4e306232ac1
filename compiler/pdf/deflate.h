#pragma once

#include <memory>
#include <string>
#include <string_view>

struct libdeflate_compressor;

namespace svod::pdf {

/// zlib streams for /FlateDecode. One for a document: it keeps its tables.
class Deflater {
 public:
  Deflater();
  std::string compress(std::string_view bytes);

 private:
  struct Free {
    void operator()(libdeflate_compressor* compressor) const;
  };
  std::unique_ptr<libdeflate_compressor, Free> compressor_;
};

}  // namespace svod::pdf
