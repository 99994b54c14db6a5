#include "extract/record.hpp"

namespace dateline {
namespace {

std::optional<std::string> if_any(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

Provenance provenance(const Document& d, Span tokens) {
  return {d.article.offsets.to_source(d.bytes_of(tokens)), std::string(d.text_of(tokens))};
}

RecordArticle article_of(const Document& d) {
  const Article& a = d.article;
  return {a.id, a.title, a.url, a.published, a.modified, a.language, a.source, a.sha256, a.offset_unit};
}

// Entities that take part in an event as participant, place or voice, or that are named.
std::vector<bool> kept_entities(const Document& d) {
  std::vector<bool> kept(d.entities.list.size(), false);
  for (std::size_t i = 0; i < kept.size(); ++i)
    for (const MentionIndex m : d.entities.list[i].mentions)
      if (d.mentions[m].form == MentionForm::Name) kept[i] = true;
  for (const Event& event : d.events) {
    for (const Participant& p : event.participants) kept[p.entity] = true;
    if (event.place && d.entities.of_mention[*event.place] != kNone)
      kept[d.entities.of_mention[*event.place]] = true;
    if (event.attribution) kept[*event.attribution] = true;
  }
  return kept;
}

RecordActor actor_of(const Document& d, const Entity& entity, std::string id) {
  RecordActor actor{.id = std::move(id),
                    .name = entity.name,
                    .kind = entity.kind,
                    .aliases = entity.aliases,
                    .role = if_any(entity.role),
                    .country = if_any(entity.country),
                    .external_ids = entity.external_ids};
  for (const MentionIndex m : entity.mentions) {
    actor.mentions.push_back(provenance(d, d.mentions[m].tokens));
    if (m < d.entities.why.size()) actor.why.push_back(d.entities.why[m]);
  }
  return actor;
}

RecordPlace place_of(const Document& d, MentionIndex mention, const std::vector<std::string>& ids) {
  RecordPlace place{.mention = provenance(d, d.mentions[mention].tokens)};
  const EntityIndex e = d.entities.of_mention[mention];
  if (e == kNone) {
    place.name = place.mention.text;
    place.country = if_any(d.mentions[mention].country);
    return place;
  }
  place.actor = ids[e];
  place.name = d.entities.list[e].name;
  place.country = if_any(d.entities.list[e].country);
  place.coordinates = d.entities.list[e].coordinates;
  return place;
}

RecordWhen when_of(const Document& d, const EventDate& date) {
  const TimeExpression& time = d.times[date.time];
  return {time.value.days, time.value.value, provenance(d, time.tokens), date.basis};
}

RecordEvent event_of(const Document& d, const Event& event, std::string id,
                     const std::vector<std::string>& ids) {
  RecordEvent out{.id = std::move(id), .type = event.type, .core = event.core};
  for (const Span trigger : event.triggers) out.triggers.push_back(provenance(d, trigger));
  for (const SentenceIndex s : event.sentences) out.sentences.push_back(provenance(d, d.sentences[s].tokens));
  for (const Participant& p : event.participants) out.participants.push_back({ids[p.entity], p.role});
  if (event.when) out.when = when_of(d, *event.when);
  if (event.place) out.place = place_of(d, *event.place, ids);
  for (const EventFigure& f : event.figures) {
    const Figure& figure = d.figures[f.figure];
    out.figures.push_back({f.kind, figure.quantity, figure.unit, provenance(d, figure.tokens)});
  }
  out.modality = event.modality;
  if (event.attribution) out.attribution = ids[*event.attribution];
  out.summary = event.summary;
  out.why = event.why;
  return out;
}

}  // namespace

Record to_record(const Document& d) {
  Record record{.article = article_of(d)};
  std::vector<std::string> ids(d.entities.list.size());
  const std::vector<bool> kept = kept_entities(d);
  for (std::size_t i = 0; i < kept.size(); ++i) {
    if (!kept[i]) continue;
    ids[i] = "a" + std::to_string(record.actors.size() + 1);
    record.actors.push_back(actor_of(d, d.entities.list[i], ids[i]));
  }
  for (const Event& event : d.events)
    record.events.push_back(event_of(d, event, "e" + std::to_string(record.events.size() + 1), ids));
  for (const TimeExpression& time : d.times)
    record.times.push_back({"t" + std::to_string(record.times.size() + 1), provenance(d, time.tokens),
                            time.value.type, time.value.value, time.value.mod, time.rule, time.anchor});
  std::vector<bool> of_event(d.sentences.size(), false);
  for (const Event& event : d.events)
    for (const SentenceIndex s : event.sentences) of_event[s] = true;
  for (SentenceIndex s = 0; s < d.sentences.size(); ++s)
    if (!of_event[s]) record.other_sentences.push_back(provenance(d, d.sentences[s].tokens));
  return record;
}

}  // namespace dateline
