#include "driver/render.h"

#include "ics/write.h"
#include "pdf/write.h"
#include "xlsx/write.h"

namespace svod::driver {

Outcome<std::string> render(const document::Document& document, const std::string& format, const typeset::Fonts& fonts,
                            const typeset::Profiles& profiles) {
  if (format == "ics") return ics::write(document);
  if (format != "pdf") return xlsx::write(document);
  Outcome<std::string> made;
  auto pages = typeset::lay_out(document, fonts, profiles);
  made.diagnostics = std::move(pages.diagnostics);
  auto file = pdf::write(pages.product);
  made.diagnostics.append(std::move(file.diagnostics));
  made.product = std::move(file.product);
  return made;
}

}  // namespace svod::driver
