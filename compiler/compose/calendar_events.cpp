#include "compose/calendar_events.h"

#include "compose/calendar_values.h"
#include "compose/codes.h"
#include "language/dates.h"

namespace svod::compose {

EventsSpec read_events(const Settings& settings, const expression::Names& names) {
  settings.allow({"of", "summary", "description"});
  EventsSpec spec;
  if (!settings.require("of")) return spec;
  const definitions::Node& of = *settings.find("of");
  spec.of = settings.clause(of, names);
  if (!spec.of) return spec;
  const expression::Type& element = spec.of->element;
  if (element.kind != expression::Kind::record || !element.record || element.record->name != "occurrence") {
    settings.error(codes::bad_value, of, "здесь нужны сроки мероприятий, а не " + element.text_for_people(),
                   "например, of: o in occurrences(party = party)");
  }
  const expression::BoundNames inner(names, spec.of->name, element);
  spec.summary = settings.wording("summary", inner);
  spec.description = settings.wording("description", inner);
  return spec;
}

void add_events(const EventsSpec& spec, const expression::Scope& scope, const Press& press) {
  if (!spec.of) return;
  for (const expression::Value& element : expression::select(*spec.of, scope)) {
    const auto* record = dynamic_cast<const OccurrenceRecord*>(element.record());
    if (record == nullptr || !record->occurrence().dated) continue;
    const plan::Occurrence& one = record->occurrence();
    const expression::Bound inner(scope, spec.of->name, element);
    document::Event event;
    event.id = record->key();
    event.from = one.span.from;
    event.to = one.span.to;
    event.summary = spec.summary.empty() ? record->text() : press.line(spec.summary, inner);
    event.description = press.line(spec.description, inner);
    if (one.non_working) {
      if (!event.description.empty()) event.description += "\n";
      event.description += "Последний день – нерабочий; рабочий день перед ним – " + language::short_date(one.working);
    }
    press.add_event(std::move(event));
  }
}

}  // namespace svod::compose
