#include "graph/event_text.hpp"

#include "graph/figure.hpp"
#include "graph/timeline.hpp"

namespace dateline {

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string out;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    if (!out.empty()) out += between;
    out += part;
  }
  return out;
}

std::string actor_text(const RecordActor& actor) {
  const std::string kind = joined({std::string(to_string(actor.kind)), actor.country.value_or("")}, ", ");
  std::string out = joined({actor.name + " (" + kind + ")", actor.role.value_or("")}, ", ");
  if (!actor.aliases.empty()) out += "; also " + joined(actor.aliases, ", ");
  return out;
}

std::string kind_text(const RecordEvent& event) {
  return joined({event.modality == Modality::Actual ? "" : std::string(to_string(event.modality)),
                 std::string(to_string(event.type))},
                " ");
}

std::string when_text(const RecordEvent& event) {
  if (!event.when) return {};
  return event.when->days ? spell(event.when->days) : event.when->expression.text;
}

std::string place_text(const RecordEvent& event) {
  if (!event.place) return {};
  return event.place->name + (event.place->country ? " (" + *event.place->country + ")" : "");
}

std::string figures_text(const RecordEvent& event) {
  std::vector<std::string> figures;
  for (const RecordFigure& figure : event.figures) figures.push_back(spell(figure));
  return joined(figures, ", ");
}

std::string participants_text(const RecordEvent& event, Role role, const NameOf& name_of) {
  std::vector<std::string> names;
  for (const RecordParticipant& p : event.participants)
    if (p.role == role) names.push_back(name_of(p.actor));
  return joined(names, ", ");
}

const std::string& summary_text(const RecordEvent& event) {
  return event.summary.empty() && !event.triggers.empty() ? event.triggers.front().text : event.summary;
}

}  // namespace dateline
